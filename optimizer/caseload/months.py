"""Days some months apart, as people count them."""

import calendar
from datetime import date

MONTHS = 12


def after_months(day: date, months: int) -> date:
    """Return the same day so many months later, the month's last one where it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_between(first: date, last: date) -> int:
    """Return the whole months from one day to another, none when that is earlier."""
    months = (last.year - first.year) * MONTHS + last.month - first.month
    return max(0, months - (after_months(first, months) > last if months >= 0 else 0))
