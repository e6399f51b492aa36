"""Which day each column of a grid is: what the header counts, held against what is told of month and year."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.told import Told
from optimizer.workbook.recognise.proposal import Question

MOST_LEAD_IN = 10
FULL_MONTH = 28


@dataclass(frozen=True)
class Column:
    """What a column of a grid stands for: a day of the period counted from 1, its date when that is known, its part.

    ``part`` is "lead-in" for a day of the period before, "impossible" for a day that the month does not have.
    """

    day_no: int | None
    day: date | None = None
    part: str | None = None


@dataclass(frozen=True)
class Days:
    """The days of a grid: its columns, first and last day when these are known, how many, what to ask and why."""

    columns: dict[int, Column]
    count: int
    first: date | None
    last: date | None
    questions: tuple[Question, ...]
    why: str


def days_of(axis: Axis, told: list[Told], notes: Counter[tuple[int, int]]) -> Days:
    """Return the days of an axis. ``notes`` counts months that cells write on the very day, as leave notes do."""
    groups = grouped(axis)
    if axis.sort == "date":
        return _of_dates(axis, groups)
    if axis.sort == "pair":
        return _of_pairs(axis, groups, told)
    from optimizer.workbook.recognise.dates.month import of_numbers, of_weekdays  # noqa: PLC0415

    return of_weekdays(axis, groups, told) if axis.sort == "weekday" else of_numbers(axis, groups, told, notes)


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


def _of_dates(axis: Axis, groups: list[list[int]]) -> Days:
    days = [day for day in said_by_group(axis, groups) if isinstance(day, date)]
    questions = _contradicted(days, weekday_by_group(axis, groups))
    columns = {
        column: Column(place + 1, day)
        for place, (group, day) in enumerate(zip(groups, days, strict=True))
        for column in group
    }
    return Days(columns, len(days), days[0], days[-1], questions, "the header holds whole dates")


def _contradicted(days: list[date], weekdays: list[int] | None) -> tuple[Question, ...]:
    """Ask where the weekdays beside dates are those of other dates; the dates are believed."""
    if not weekdays or sum(
        1 for day, weekday in zip(days, weekdays, strict=True) if day.weekday() == weekday
    ) * 2 > len(days):
        return ()
    fits = [year for year in range(days[0].year - 6, days[0].year + 7) if _moved(days[0], year, weekdays[0])]
    likely = min(fits, key=lambda year: abs(year - days[0].year), default=None)
    return (
        Question(
            "dates",
            f"The weekdays in the header are not those of {days[0]:%d %B %Y} and the days after. Is the year right?",
            str(likely or days[0].year),
            "the dates are believed, since they are written in full",
        ),
    )


def _moved(day: date, year: int, weekday: int) -> bool:
    try:
        return day.replace(year=year).weekday() == weekday
    except ValueError:
        return False


def _of_pairs(axis: Axis, groups: list[list[int]], told: list[Told]) -> Days:
    """Date days that are written without a year: the one told, else none, and a question with the likeliest."""
    pairs = [pair for pair in said_by_group(axis, groups) if isinstance(pair, tuple)]
    weekdays = weekday_by_group(axis, groups)
    years = [
        year
        for each in sorted(told, key=lambda each: -each.weight)
        for year in (*each.years, *(d.year for d in each.days))
    ]
    year = years[0] if years else None
    if year is None:
        likely = _likely_year(pairs[0], weekdays)
        columns = {column: Column(place + 1) for place, group in enumerate(groups) for column in group}
        asked = Question(
            "dates",
            f"Which year are the days from {pairs[0][1]}.{pairs[0][0]}. of?",
            str(likely),
            "no year stands anywhere",
        )
        return Days(columns, len(pairs), None, None, (asked,), "the header holds days and months without a year")
    days = _dated(pairs, year)
    columns = {
        column: Column(place + 1, day)
        for place, (group, day) in enumerate(zip(groups, days, strict=True))
        for column in group
    }
    return Days(
        columns,
        len(days),
        days[0],
        days[-1],
        _contradicted(days, weekdays),
        f"the header holds days and months; the year {year} is told",
    )


def _dated(pairs: list[tuple[int, int]], year: int) -> list[date]:
    days: list[date] = []
    for month, day in pairs:
        if days and month < days[-1].month:
            year += 1
        days.append(date(year, month, min(day, monthrange(year, month)[1])))
    return days


def _likely_year(pair: tuple[int, int], weekdays: list[int] | None) -> int:
    this = date.today().year
    near = sorted(range(this - 8, this + 3), key=lambda year: (abs(this - year), year))
    if weekdays:
        for year in near:
            if date(year, pair[0], min(pair[1], 28)).weekday() == (weekdays[0] - max(0, pair[1] - 28)) % 7:
                return year
    return this


def run_from(first: date, groups: list[list[int]], steps: list[int]) -> dict[int, Column]:
    """Return the columns of days that begin on a date; ``steps`` says how many days after it each is."""
    return {
        column: Column(place + 1, first + timedelta(days=step))
        for place, (group, step) in enumerate(zip(groups, steps, strict=True))
        for column in group
    }
