"""How pay periods follow each other: every so many days, by calendar month, or twice a month."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

HALF = 15
"""The last day of the first half of a month."""


class PayCycle(StrEnum):
    """What a pay period is."""

    DAYS = "every so many days"
    MONTH = "calendar month"
    TWICE = "twice a month"

    def around(self, day: date, anchor: date, days: int) -> tuple[date, date]:
        """Return the first and last day of the pay period that a day lies in.

        ``anchor`` begins one of those that have so many ``days``; months and their halves begin where they do.
        """
        if self is PayCycle.DAYS:
            first = day - timedelta(days=(day - anchor).days % days)
            return first, first + timedelta(days=days - 1)
        end = day.replace(day=monthrange(day.year, day.month)[1])
        if self is PayCycle.MONTH:
            return day.replace(day=1), end
        return (day.replace(day=1), day.replace(day=HALF)) if day.day <= HALF else (day.replace(day=HALF + 1), end)
