"""Which weekdays make a weekend."""

from datetime import date, timedelta
from typing import NamedTuple

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SAT_SUN, NIGHT = "Sat-Sun", " Night"


class Weekend(NamedTuple):
    """Some weekdays in a row: the first (0 is Monday), and how many; of the first perhaps only the night."""

    first: int
    length: int
    from_night: bool = False

    def place(self, day: date) -> int | None:
        """Return which day of the weekend a day is, 0 for the first; None for a day of the week."""
        place = (day.weekday() - self.first) % 7
        return place if place < self.length else None

    def began(self, day: date) -> date:
        """Return the first day of the weekend that a day is in, or comes after."""
        return day - timedelta(days=(day.weekday() - self.first) % 7)


def weekend_named(name: str) -> Weekend:
    """Return the weekend that a name such as "Fri-Sun" or "Fri night-Sun" means; up to six days."""
    first, _, last = (part.strip().title() for part in name.partition("-"))
    from_night, first = first.endswith(NIGHT), first.removesuffix(NIGHT)
    if first not in WEEKDAYS or (last or first) not in WEEKDAYS:
        raise ValueError(
            f"'{name}' is no weekend; write its first and last day, such as {SAT_SUN}, Fri-Sun or Fri night-Sun"
        )
    start = WEEKDAYS.index(first)
    length = (WEEKDAYS.index(last or first) - start) % 7 + 1
    if length > 6:
        raise ValueError(f"'{name}' leaves no day of the week outside the weekend")
    return Weekend(start, length, from_night)
