"""Where a number or a list comes from, and how far it can be relied on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, the day on which it was last checked, and whether it is still to be verified."""

    text: str
    checked: date
    unverified: bool
    note: str = ""

    @property
    def mark(self) -> str:
        """Return the source as it is shown beside a number."""
        return f"{self.text}, checked {self.checked}{' (unverified)' if self.unverified else ''}"
