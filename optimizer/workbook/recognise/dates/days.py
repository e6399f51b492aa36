"""Which day each column of a grid is: what the header counts, held against what is told of month and year."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.proposal import Question

MOST_LEAD_IN = 10
FULL_MONTH = 28


@dataclass(frozen=True)
class DayColumn:
    """What a column of a grid stands for: a day of the period counted from 1, its date when that is known, its part.

    ``part`` is "lead-in" for a day of the period before, "impossible" for a day that the month does not have.
    """

    day_no: int | None
    day: date | None = None
    part: str | None = None


@dataclass(frozen=True)
class Days:
    """The days of a grid: its columns, first and last day when these are known, how many, what to ask and why."""

    columns: dict[int, DayColumn]
    count: int
    first: date | None
    last: date | None
    questions: tuple[Question, ...]
    why: str


def grouped(axis: Axis) -> list[list[int]]:
    """Return the columns of each day: one, or two where the header says a day twice (or its weekday)."""
    says = axis.said
    if axis.sort == "number" and axis.weekdays and _doubled(axis.weekdays) and not _doubled(axis.said):
        says = axis.weekdays
    groups: list[list[int]] = []
    for place, column in enumerate(axis.columns):
        if place and says[place] == says[place - 1]:
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


def _doubled(said: tuple[object, ...]) -> bool:
    same = sum(1 for before, after in pairwise(said) if before == after)
    return same >= 0.4 * len(said)


def said_by_group(axis: Axis, groups: list[list[int]]) -> list[object]:
    """Return what the header says of each day."""
    by_column = dict(zip(axis.columns, axis.said, strict=True))
    return [by_column[group[0]] for group in groups]


def weekday_by_group(axis: Axis, groups: list[list[int]]) -> list[int] | None:
    """Return the weekday of each day, None when no weekdays stand by."""
    if axis.weekdays is None:
        return None
    by_column = dict(zip(axis.columns, axis.weekdays, strict=True))
    return [by_column[group[0]] for group in groups]


def run_from(first: date, groups: list[list[int]], steps: list[int]) -> dict[int, DayColumn]:
    """Return the columns of days that begin on a date; ``steps`` says how many days after it each is."""
    return {
        column: DayColumn(place + 1, first + timedelta(days=step))
        for place, (group, step) in enumerate(zip(groups, steps, strict=True))
        for column in group
    }
