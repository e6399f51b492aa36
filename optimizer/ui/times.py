"""Times of the store as people read them."""

from datetime import datetime


def moment(at: str) -> str:
    """Return a time of the store as "24 Nov 2026, 21:05 UTC"."""
    when = datetime.fromisoformat(at)
    return f"{when.day} {when:%b %Y, %H:%M} UTC"
