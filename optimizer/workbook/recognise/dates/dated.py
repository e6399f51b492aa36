"""Days whose header says dates, or days and months without a year."""

from calendar import monthrange
from datetime import date

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.days import DayColumn, Days, said_by_group, weekday_by_group
from optimizer.workbook.recognise.dates.told import Told
from optimizer.workbook.recognise.proposal import Question


def of_dates(axis: Axis, groups: list[list[int]]) -> Days:
    """Return the days of a header that holds whole dates, with a question where the weekdays beside are others."""
    days = [day for day in said_by_group(axis, groups) if isinstance(day, date)]
    questions = _contradicted(days, weekday_by_group(axis, groups))
    columns = {
        column: DayColumn(place + 1, day)
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


def of_pairs(axis: Axis, groups: list[list[int]], told: list[Told]) -> Days:
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
        columns = {column: DayColumn(place + 1) for place, group in enumerate(groups) for column in group}
        asked = Question(
            "dates",
            f"Which year are the days from {pairs[0][1]}.{pairs[0][0]}. of?",
            str(likely),
            "no year stands anywhere",
        )
        return Days(columns, len(pairs), None, None, (asked,), "the header holds days and months without a year")
    days = _dated(pairs, year)
    columns = {
        column: DayColumn(place + 1, day)
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
