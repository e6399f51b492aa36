"""Times of the store as people read them."""

from datetime import datetime


def moment(at: str) -> str:
    """Return a time of the store as "24 Nov 2026, 21:05 UTC", and one that is damaged as it is."""
    try:
        when = datetime.fromisoformat(at)
    except (TypeError, ValueError):
        return str(at)
    return f"{when.day} {when:%b %Y, %H:%M} UTC"
