"""Times of day as they stand in cells: as Excel keeps them, or as text."""

from datetime import datetime, time, timedelta
from typing import Any

from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.typed_time import clocks_meant
from optimizer.staffing.facts.words import clock, either
from optimizer.workbook.table.parse import UnreadableError, text

EXCELS_FIRST = 1900
"""The year that Excel gives to a time without a day."""


def minute_of_day(value: Any) -> int:
    """Read a time of day as minutes after midnight, 24:00 as the last; what may be several is refused with all."""
    if isinstance(value, datetime):
        value = value.time() if value.year <= EXCELS_FIRST or value.time() != time() else value.date()
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        value = value / timedelta(days=1)
    if isinstance(value, float) and 0 <= value <= 1:
        return round(value * DAY_MINUTES)
    return _only(text(value), clocks_meant(text(value)))


def _only(written: str, minutes: tuple[int, ...]) -> int:
    if not minutes:
        raise UnreadableError(f"'{written}' is not a time of day", "write it as 07:00 or 7:00 PM")
    if len(minutes) > 1:
        meant = either([clock(minute) for minute in minutes])
        raise UnreadableError(f"'{written}' may be {meant}", "write the one that is meant")
    return minutes[0]
