"""Stretches of days, and what holds throughout one."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from optimizer.planning.words import on

DAY = timedelta(days=1)
SATURDAY = 5


class PanelSpan(NamedTuple):
    """A stretch of days, the first and the last among them."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def working(self) -> tuple[date, ...]:
        """Return its days from Monday to Friday; all of them where there is none."""
        return _working(self.first, self.last)

    @property
    def text(self) -> str:
        """Return it as "on Mon 4 Jan 2027" or "from Mon 4 Jan 2027 to Fri 15 Jan 2027"."""
        first, last = dated(self.first), dated(self.last)
        return f"on {first}" if first == last else f"from {first} to {last}"

    def has(self, day: date) -> bool:
        """Tell whether a day is in it."""
        return self.first <= day <= self.last

    def gap(self, holds: Callable[[date], bool]) -> date | None:
        """Return the first working day on which something does not hold; None when it holds throughout."""
        return next((day for day in self.working if not holds(day)), None)


def dated(day: date) -> str:
    """Return a day as "Mon 4 Jan 2027"."""
    return f"{on(day)} {day.year}"


@cache
def _working(first: date, last: date) -> tuple[date, ...]:
    days = tuple(first + DAY * number for number in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() < SATURDAY) or days
