"""Hours and minutes as they stand in cells: numbers, lengths of time as Excel keeps them, or text."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from fractions import Fraction
from typing import Any

from optimizer.planning.words import either, hours
from optimizer.workbook.table.parse import UnreadableError, number
from optimizer.workbook.table.typed_hours import hours_meant


def hours_of(low: float, high: float) -> Callable[[Any], float]:
    """Return a parser for hours between two others: a number of them, or hours and minutes."""
    parse_number = number(low, high)

    def parse(value: Any) -> float:
        meant = (*_meant(value),)
        if len(meant) > 1:
            said = either([hours(round(60 * each)) for each in meant])
            raise UnreadableError(f"'{value}' may be {said}", "write the one that is meant, such as 10:45")
        return parse_number(float(meant[0]) if meant else value)

    return parse


def minutes_of(low: int, high: int) -> Callable[[Any], int]:
    """Return a parser for whole minutes between two others: a number of them, or hours and minutes such as 0:30."""
    parse_number = number(low, high)

    def parse(value: Any) -> int:
        plainly = isinstance(value, int | float | str) and not _meant(value)
        found = parse_number(value) if plainly else 60 * hours_of(low / 60, high / 60)(value)
        if not plainly or float(found).is_integer():
            return round(found)
        raise UnreadableError(f"{found:g} is not a whole number of minutes", f"write one from {low} to {high}")

    return parse


def _meant(value: Any) -> tuple[Fraction, ...]:
    """Return the hours that a value may stand for where it is not just a number of them."""
    if isinstance(value, datetime):
        return _of_date(value)
    if isinstance(value, time):
        return (_hours(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)),)
    if isinstance(value, timedelta):
        return (_hours(value),)
    if isinstance(value, float):
        return _of_day(value)
    return hours_meant(value) if isinstance(value, str) else ()


def _of_date(value: datetime) -> tuple[Fraction, ...]:
    """Return what Excel's first days mean, whose date is seldom seen: the time of day, or the days before it too."""
    if value.year > 1900:
        return ()
    clock = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    return tuple(sorted({_hours(clock), _hours(value - datetime(1899, 12, 31))}))


def _of_day(value: float) -> tuple[Fraction, ...]:
    """Return both meanings of a number below 1 that is whole minutes only as a part of the day, as formulas give it."""
    if not 0 < value < 1 or _whole(60 * value) or not _whole(24 * 60 * value):
        return ()
    return Fraction(value), Fraction(24 * value)


def _whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6


def _hours(length: timedelta) -> Fraction:
    return Fraction(round(length.total_seconds()), 3600)
