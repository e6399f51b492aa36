"""Cells as people see them, in the kinds that a table shows: text, numbers, dates."""

from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

from optimizer.workbook.table.parse import UnreadableError, day, text, tidy
from optimizer.workbook.table.sheet import Holds

Value = str | float | date | None


def typed(value: Any, holds: Holds) -> Value:
    """Return a value in the kind that a column holds; as text where it is something else, None where there is none."""
    value = tidy(value)
    if value is None:
        return None
    found = IN_KIND[holds](value)
    return plain(value) if found is None else found


def plain(value: Any) -> str:
    """Return a cell's value as the text that stands for it: 2026-12-06, 07:00, 0.9."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else text(value)


def _number(value: Any) -> float | None:
    if isinstance(value, bool | date | time | timedelta):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    if not isfinite(found):
        return None
    return int(found) if found.is_integer() else found


def _date(value: Any) -> date | None:
    try:
        return day(value)
    except (UnreadableError, OverflowError, ValueError):
        return None


def _no(_: Any) -> None:
    return None


IN_KIND = {Holds.NUMBER: _number, Holds.HOURS: _number, Holds.DATE: _date, Holds.TEXT: _no}
