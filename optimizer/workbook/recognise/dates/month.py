"""Days that are only numbers or weekdays: the month, the year and the first day come from titles and names."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.days import (
    FULL_MONTH,
    MOST_LEAD_IN,
    Column,
    Days,
    run_from,
    said_by_group,
    weekday_by_group,
)
from optimizer.workbook.recognise.dates.told import Told
from optimizer.workbook.recognise.proposal import Question

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Believed:
    """A month that was settled on, None for what nobody tells, how well it fits, and what speaks against it."""

    year: int | None
    month: int | None
    score: float
    against: tuple[str, ...]
    why: str


def of_weekdays(axis: Axis, groups: list[list[int]], told: list[Told]) -> Days:
    """Date columns that only name weekdays, from a first day that is told."""
    weekdays = weekday_by_group(axis, groups) or []
    steps = [0]
    for before, after in pairwise(weekdays):
        steps.append(steps[-1] + ((after - before) % 7 or 7))
    start = _first_told(told, weekdays[0], len(groups))
    if start is not None:
        columns = run_from(start, groups, steps)
        return Days(
            columns, len(groups), start, start + timedelta(days=steps[-1]), (), "weekdays from a first day that is told"
        )
    return _undated(groups, f"Which date is the first {WEEKDAYS[weekdays[0]]}?", "the header only names weekdays")


def _first_told(told: list[Told], weekday: int | None, count: int) -> date | None:
    """Return a day that a title tells and that can be the first: of that weekday, or the start of a span that long."""
    for each in sorted(told, key=lambda each: -each.weight):
        if len(each.days) == 2 and abs((each.days[1] - each.days[0]).days + 1 - count) <= 1:
            return each.days[0]
        for day in each.days[:1]:
            if weekday is not None and day.weekday() == weekday:
                return day
    return None


def _undated(groups: list[list[int]], asked: str, why: str, likeliest: str = "") -> Days:
    columns = {column: Column(place + 1) for place, group in enumerate(groups) for column in group}
    return Days(columns, len(groups), None, None, (Question("dates", asked, likeliest, why),), why)


def of_numbers(axis: Axis, groups: list[list[int]], told: list[Told], notes: Counter[tuple[int, int]]) -> Days:
    """Date columns that are numbered: days of a month, days over two months, or places counted from a first day."""
    numbers = [number for number in said_by_group(axis, groups) if isinstance(number, int)]
    weekdays = weekday_by_group(axis, groups)
    if len(numbers) != len(groups) or _doubled_slots(numbers, axis, groups):
        numbers = list(range(1, len(groups) + 1))
    parts = _parts(numbers)
    if not _of_a_month(parts):
        return _counted(groups, numbers, weekdays, told)
    lead = (
        len(parts[0])
        if len(parts) > 1 and len(parts[0]) <= MOST_LEAD_IN and len(parts[-1 if len(parts) == 2 else 1]) >= FULL_MONTH
        else 0
    )
    main = parts[1] if lead else parts[0]
    believed = _believed(parts, lead, main, weekdays, told, notes)
    if believed.year is None or believed.month is None:
        return _month_only(groups, numbers, lead, weekdays, believed)
    return _placed(groups, parts, lead, believed)


def _doubled_slots(numbers: list[int], axis: Axis, groups: list[list[int]]) -> bool:
    """Return whether numbers count the columns and not the days that these are grouped into."""
    return (
        any(len(group) > 1 for group in groups)
        and len(set(axis.said)) == len(axis.said)
        and len(numbers) == len(groups)
    )


def _parts(numbers: list[int]) -> list[list[int]]:
    """Return the numbers of each month: a new part begins where they fall back to 1, or stay in the lead-in."""
    parts: list[list[int]] = [[]]
    for number in numbers:
        if parts[-1] and number <= parts[-1][-1]:
            parts.append([])
        parts[-1].append(number)
    return parts


def _of_a_month(parts: list[list[int]]) -> bool:
    numbers = [number for part in parts for number in part]
    return min(numbers) >= 1 and max(numbers) <= 31


def _counted(groups: list[list[int]], numbers: list[int], weekdays: list[int] | None, told: list[Told]) -> Days:
    start = _first_told(told, weekdays[0] if weekdays else None, len(groups))
    if start is not None:
        steps = [number - numbers[0] for number in numbers]
        return Days(
            run_from(start, groups, steps),
            len(groups),
            start,
            start + timedelta(days=steps[-1]),
            (),
            "numbered from a first day that is told",
        )
    return _undated(
        groups,
        f"Which date is the day headed {numbers[0]}?",
        f"the header counts {numbers[0]} to {numbers[-1]}, which are no days of a month",
    )


def _believed(
    parts: list[list[int]],
    lead: int,
    main: list[int],
    weekdays: list[int] | None,
    told: list[Told],
    notes: Counter[tuple[int, int]],
) -> Believed:
    """Return the month and year that most speaks for."""
    months = {month for each in told for month in each.months} | {day.month for each in told for day in each.days}
    months |= {month for (month, _), count in notes.items() if count > 1}
    years = {year for each in told for year in each.years} | {day.year for each in told for day in each.days}
    years |= {year for (_, year) in notes if year}
    scored = sorted(
        (
            _scored(month, year, parts, lead, main, weekdays, told, notes)
            for month in _or_none(months)
            for year in _or_none(years)
        ),
        key=lambda each: each.score,
        reverse=True,
    )
    best = scored[0]
    against = [
        f"{each.source} says {each.text}"
        for each in told
        if each.months and best.month not in each.months and not each.days
    ]
    against += [
        f"{each.source} says {each.text}"
        for each in told
        if each.years and best.year not in each.years and not each.days
    ]
    return Believed(best.year, best.month, best.score, (*best.against, *dict.fromkeys(against)), best.why)


def _or_none(told: set[int]) -> list[int | None]:
    return [*told] or [None]


def _scored(
    month: int | None,
    year: int | None,
    parts: list[list[int]],
    lead: int,
    main: list[int],
    weekdays: list[int] | None,
    told: list[Told],
    notes: Counter[tuple[int, int]],
) -> Believed:
    score, against, reasons = 0.0, [], []
    for each in told:
        match_month = month is not None and (month in each.months or any(day.month == month for day in each.days))
        match_year = year is not None and (year in each.years or any(day.year == year for day in each.days))
        both = 0.5 if each.months and each.years and match_month and match_year else 0
        score += (each.weight * (match_month + match_year) + both) * (0.5 if each.days else 1)
        if match_month or match_year:
            reasons.append(f"{each.source} ({each.text[:60]})")
    if month is None or year is None:
        return Believed(year, month, score, (), "; ".join(reasons))
    length = monthrange(year, month)[1]
    noted = notes.get((month, year), 0) + notes.get((month, 0), 0)
    if noted > 1:
        score += min(8, 2 * noted)
        reasons.append(f"{noted} notes in the cells give days of that month")
    if weekdays:
        fits = _weekday_fits(month, year, parts, lead, weekdays)
        score += 6 if fits else -4
        against += [] if fits else [f"the weekdays in the header are not those of {NAMES[month - 1]} {year}"]
        reasons += ["its weekdays are those of the header"] if fits else []
    if max(main) > length:
        score -= 2
        against.append(f"there is a column {max(main)}, and {NAMES[month - 1]} {year} has {length} days")
    elif lead and max(main) == length:
        score += 1
    before = monthrange(year - (month == 1), (month - 2) % 12 + 1)[1]
    if lead and parts[0][-1] != before:
        score -= 1.5
        against.append(f"the days before end on {parts[0][-1]}, and the month before has {before}")
    return Believed(year, month, score, tuple(against), "; ".join(reasons))


def _weekday_fits(month: int, year: int, parts: list[list[int]], lead: int, weekdays: list[int]) -> bool:
    if lead or len(parts) == 1:
        number = (parts[1] if lead else parts[0])[0]
        return number <= monthrange(year, month)[1] and date(year, month, number).weekday() == weekdays[lead]
    first = date(year, month, 1)
    options = (first.replace(day=min(28, parts[0][0])), (first - timedelta(days=1)).replace(day=min(28, parts[0][0])))
    return any((day.weekday() - (min(28, parts[0][0]) - parts[0][0])) % 7 == weekdays[0] for day in options)


def _month_only(
    groups: list[list[int]], numbers: list[int], lead: int, weekdays: list[int] | None, believed: Believed
) -> Days:
    """Return days of a month whose year, or that itself, nobody tells; what is likely is asked."""
    columns = {
        column: Column(place - lead + 1 if place >= lead else None, None, "lead-in" if place < lead else None)
        for place, group in enumerate(groups)
        for column in group
    }
    first_weekday = None if weekdays is None else (weekdays[lead] - (numbers[lead] - 1)) % 7
    likely = _likely(believed, first_weekday, len(groups) - lead)
    named = (
        f"{NAMES[believed.month - 1]}, but of which year"
        if believed.month
        else "a month that is told nowhere; which month and year"
    )
    why = "no year is told" if believed.month else "only day numbers stand in the header"
    if first_weekday is not None:
        why += f"; the 1st is a {WEEKDAYS[first_weekday]}"
    asked = Question(
        "dates",
        f"The days {numbers[lead]} to {numbers[-1]} are of {named}?",
        f"{NAMES[likely.month - 1]} {likely.year}",
        why,
    )
    return Days(columns, len(groups) - lead, None, None, (asked,), why)


def _likely(believed: Believed, first_weekday: int | None, count: int) -> date:
    """Return the first of the month nearest to today that fits what is known."""
    today = date.today()
    near = [
        date(today.year + (today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1, 1)
        for step in range(-150, 13)
    ]

    def fits(first: date) -> bool:
        return (
            (believed.month in (None, first.month))
            and (believed.year in (None, first.year))
            and (first_weekday in (None, first.weekday()))
            and (count < FULL_MONTH or monthrange(first.year, first.month)[1] == count)
        )

    soon = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return min((first for first in near if fits(first)), key=lambda first: abs((first - soon).days), default=soon)


def _placed(groups: list[list[int]], parts: list[list[int]], lead: int, believed: Believed) -> Days:
    year, month = believed.year or 1, believed.month or 1
    first_of_main = date(year, month, 1)
    day_no, columns, known = 0, {}, []
    start = _start(parts, lead, first_of_main, believed)
    place = 0
    for index, part in enumerate(parts):
        base = _months_on(start, index)
        for number in part:
            group, place = groups[place], place + 1
            day = base + timedelta(days=number - 1)
            part_of = "lead-in" if place <= lead else None
            if number > monthrange(base.year, base.month)[1]:
                part_of = "impossible"
            if part_of is None:
                day_no += 1
                known.append(day)
            for column in group:
                columns[column] = Column(
                    number if part_of == "impossible" else None if part_of else day_no,
                    None if part_of == "impossible" else day,
                    part_of,
                )
    questions = _doubts(believed)
    return Days(columns, len(known), known[0], known[-1], questions, believed.why)


def _start(parts: list[list[int]], lead: int, first_of_main: date, believed: Believed) -> date:
    """Return the first of the month that the first part belongs to."""
    if lead:
        return _months_on(first_of_main, -(1 if len(parts[0]) <= MOST_LEAD_IN else 0))
    if len(parts) == 1:
        return first_of_main
    length = monthrange(first_of_main.year, first_of_main.month)[1]
    earlier = _months_on(first_of_main, -1)
    ends_here = parts[0][-1] == length
    ends_earlier = parts[0][-1] == monthrange(earlier.year, earlier.month)[1]
    return earlier if ends_earlier and not ends_here else first_of_main


def _months_on(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _doubts(believed: Believed) -> tuple[Question, ...]:
    if not believed.against or believed.month is None:
        return ()
    return (
        Question(
            "dates",
            f"Is this {NAMES[believed.month - 1]} {believed.year}? Against it: {'; '.join(believed.against)}.",
            f"{NAMES[believed.month - 1]} {believed.year}",
            believed.why,
        ),
    )
