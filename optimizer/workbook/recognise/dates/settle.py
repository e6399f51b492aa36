"""The days of an axis, by what its header says."""

from collections import Counter

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.dated import of_dates, of_pairs
from optimizer.workbook.recognise.dates.days import Days, grouped
from optimizer.workbook.recognise.dates.month import of_numbers, of_weekdays
from optimizer.workbook.recognise.dates.told import Told


def days_of(axis: Axis, told: list[Told], notes: Counter[tuple[int, int]]) -> Days:
    """Return the days of an axis. ``notes`` counts months that cells write on the very day, as leave notes do."""
    groups = grouped(axis)
    if axis.sort == "date":
        return of_dates(axis, groups)
    if axis.sort == "pair":
        return of_pairs(axis, groups, told)
    if axis.sort == "weekday":
        return of_weekdays(axis, groups, told)
    return of_numbers(axis, groups, told, notes)
