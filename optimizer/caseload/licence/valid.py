"""When something that a manager holds is valid."""

from datetime import date
from typing import NamedTuple


class Valid(NamedTuple):
    """When a licence or a certificate is valid: up to and on a day, and from one on; None where there is no end."""

    until: date | None = None
    since: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether it is valid on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
