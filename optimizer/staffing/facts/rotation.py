"""Rotations: patterns of shifts that come again and again, entered once for all who follow them."""

from dataclasses import dataclass
from datetime import date

OFF = ""
"""What a pattern has for a day off."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """A pattern of shifts that comes again and again from its first day on.

    ``pattern`` has the code of a shift for each of its days, "" for a day off.
    """

    name: str
    pattern: tuple[str, ...]
    first: date

    def code_on(self, day: date, day_one: date | None = None) -> str | None:
        """Return the shift on a day, "" for a day off, None before the rotation's first day.

        ``day_one`` is any day on which somebody is at the beginning of the pattern; the first day of all when None.
        """
        if day < self.first:
            return None
        return self.pattern[(day - (day_one or self.first)).days % len(self.pattern)]
