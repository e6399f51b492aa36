"""Days that are only numbers or weekdays: the month, the year and the first day come from titles and names."""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.believed import NAMES, Believed, believed_of, likeliest
from optimizer.workbook.recognise.dates.days import (
    FULL_MONTH,
    MOST_LEAD_IN,
    DayColumn,
    Days,
    run_from,
    said_by_group,
    weekday_by_group,
)
from optimizer.workbook.recognise.dates.told import Told
from optimizer.workbook.recognise.proposal import Question

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
    columns = {column: DayColumn(place + 1) for place, group in enumerate(groups) for column in group}
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
    believed = believed_of(parts, lead, main, weekdays, told, notes)
    if believed.year is None or believed.month is None:
        return _month_only(groups, numbers, lead, weekdays, believed)
    return _placed(groups, parts, lead, believed, _starts(parts, lead, believed, weekdays, told))


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


def _month_only(
    groups: list[list[int]], numbers: list[int], lead: int, weekdays: list[int] | None, believed: Believed
) -> Days:
    """Return days of a month whose year, or that itself, nobody tells; what is likely is asked."""
    columns = {
        column: DayColumn(place - lead + 1 if place >= lead else None, None, "lead-in" if place < lead else None)
        for place, group in enumerate(groups)
        for column in group
    }
    first_weekday = None if weekdays is None else (weekdays[lead] - (numbers[lead] - 1)) % 7
    likely = likeliest(believed, first_weekday, len(groups) - lead)
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


def _placed(
    groups: list[list[int]], parts: list[list[int]], lead: int, believed: Believed, starts: Sequence[date]
) -> Days:
    day_no, columns, known = 0, {}, []
    start, *others = starts
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
                columns[column] = DayColumn(
                    number if part_of == "impossible" else None if part_of else day_no,
                    None if part_of == "impossible" else day,
                    part_of,
                )
    questions = (*_doubts(believed), *(_either(known[0], parts, other) for other in others))
    return Days(columns, len(known), known[0], known[-1], questions, believed.why)


def _either(first: date, parts: list[list[int]], other: date) -> Question:
    """Return the question which of two months a period of two begins in, where the numbers of days fit both."""
    return Question(
        "dates",
        f"Is the first day {first:%d %B %Y}, or {NAMES[other.month - 1]} {other.year}?",
        f"{NAMES[first.month - 1]} {first.year}",
        f"the days {parts[0][0]} to {parts[-1][-1]} run over two months, and only one is told",
    )


def _starts(
    parts: list[list[int]], lead: int, believed: Believed, weekdays: list[int] | None, told: list[Told]
) -> tuple[date, ...]:
    """Return the first of the month that the first part belongs to, the likeliest first where it may be two."""
    first_of_main = date(believed.year or 1, believed.month or 1, 1)
    if lead:
        return (_months_on(first_of_main, -(1 if len(parts[0]) <= MOST_LEAD_IN else 0)),)
    if len(parts) == 1:
        return (first_of_main,)
    if spanned := _spanned(parts, weekdays, told):
        return (spanned,)
    both = (first_of_main, _months_on(first_of_main, -1))
    ending = [base for base in both if parts[0][-1] == monthrange(base.year, base.month)[1]]
    fitting = [base for base in ending if weekdays and _nth(base, parts[0][0]).weekday() == weekdays[0]]
    found = fitting or ending or [first_of_main]
    return tuple(reversed(found) if len(parts[1]) > len(parts[0]) else found)


def _spanned(parts: list[list[int]], weekdays: list[int] | None, told: list[Told]) -> date | None:
    """Return the first of the month in which a span begins that a title tells and that the header has the days of."""
    first = _first_told(told, None, sum(map(len, parts)))
    if first is None or first.day != parts[0][0] or (weekdays and first.weekday() != weekdays[0]):
        return None
    return first.replace(day=1)


def _nth(first: date, number: int) -> date:
    return first + timedelta(days=number - 1)


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
