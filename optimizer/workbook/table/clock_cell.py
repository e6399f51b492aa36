"""Times of day as they stand in cells: as Excel keeps them, or as text."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from optimizer.staffing.facts.clock.typed_time import clocks_meant, window_label, windows_meant
from optimizer.staffing.facts.shift import DAY_MINUTES, Window
from optimizer.staffing.facts.words import clock, either
from optimizer.workbook.table.codecs import plain
from optimizer.workbook.table.parse import UnreadableError, text

T = TypeVar("T")
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


def window_of_day(value: Any) -> Window:
    """Read from when to when something is, such as 23:00-07:00; what may be several is refused with all."""
    windows = windows_meant(text(value))
    if not windows:
        raise UnreadableError(f"'{text(value)}' does not say from when to when", "write it as 23:00-07:00")
    return _the_one(text(value), windows, lambda window: window_label(window, ()))


def _only(written: str, minutes: tuple[int, ...]) -> int:
    if not minutes:
        raise UnreadableError(f"'{written}' is not a time of day", "write it as 07:00 or 7:00 PM")
    return _the_one(written, minutes, clock)


def _the_one(written: str, meant: tuple[T, ...], said: Callable[[T], str]) -> T:
    if len(meant) > 1:
        raise UnreadableError(
            f"'{written}' may be {either([said(each) for each in meant])}", "write the one that is meant"
        )
    return meant[0]


CLOCK = plain(minute_of_day, clock)
