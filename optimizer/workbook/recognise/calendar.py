"""Calendars: weekdays across, weeks below each other, and names in the cells under, or behind, each day's number."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from optimizer.workbook.recognise.dates.axis import Axis, weekday_rows
from optimizer.workbook.recognise.dates.days import Days
from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.dates.settle import days_of
from optimizer.workbook.recognise.dates.told import told_about
from optimizer.workbook.recognise.names import (
    names_a_duty,
    one_spelling,
    people_in,
    share_of_names,
    slips_among,
)
from optimizer.workbook.recognise.proposal import Fact, FoundTables, Question, Table
from optimizer.workbook.recognise.sheet import RawSheet, RawValue

ON_CALL = "on call"
LEAST_WEEKS = 3
WITH_NUMBER = re.compile(r"^\s*(\d{1,2})(?:st|nd|rd|th|日)?[\s:.)\-–]+(\S.*)$", re.DOTALL)
WITH_DUTY = re.compile(r"^([^:\d\n]{1,20}):\s*(\S.*)$")


@dataclass(frozen=True)
class CalendarBox:
    """A day of a calendar: its number, its weekday's column and the cells that say who."""

    number: int
    column: int
    rows: tuple[int, ...]
    head: int


def calendar_on(sheet: RawSheet, file: str) -> FoundTables:
    """Return the calendar of a sheet as a table; nothing where weekdays head no weeks of numbered days."""
    for axis in weekday_rows(sheet):
        if len(axis.columns) <= 7:
            boxes = _boxes(sheet, axis)
            if boxes:
                return _read(sheet, axis, boxes, file)
    return [], [], []


def _boxes(sheet: RawSheet, axis: Axis) -> list[CalendarBox]:
    """Return the days of the weeks below, in their order, none unless the numbers run on from week to week."""
    rows = [row for row in range(max(axis.heads) + 1, sheet.height) if _numbers(sheet, axis, row)]
    if len(rows) < LEAST_WEEKS:
        return []
    boxes = []
    for place, row in enumerate(rows):
        below = range(row + 1, rows[place + 1] if place + 1 < len(rows) else min(sheet.height, row + _usual_gap(rows)))
        for column, number in _numbers(sheet, axis, row).items():
            inside = (row,) if WITH_NUMBER.match(sheet.text(row, column)) else ()
            boxes.append(CalendarBox(number, column, (*inside, *below), row))
    if _are_people_by_days(sheet, axis, boxes):
        return []
    steps = [after.number - before.number for before, after in pairwise(boxes)]
    return boxes if sum(1 for step in steps if step == 1) >= 0.7 * len(steps) else []


def _are_people_by_days(sheet: RawSheet, axis: Axis, boxes: list[CalendarBox]) -> bool:
    """Return whether weeks below each other are of a grid: the same names stand before each of them."""
    rows = sorted({row for box in boxes for row in box.rows if row != box.head})
    labels = [text for row in rows for column in range(axis.left) if (text := sheet.text(row, column))]
    named = share_of_names(labels) > 0.5 and sum(map(names_a_duty, labels)) < 0.3 * len(labels)
    return named and len(set(labels)) <= 0.6 * len(labels)


def _usual_gap(rows: list[int]) -> int:
    return Counter(after - before for before, after in pairwise(rows)).most_common(1)[0][0]


def _numbers(sheet: RawSheet, axis: Axis, row: int) -> dict[int, int]:
    """Return the day numbers of a row of weekdays by column, none where these do not run on."""
    texts = sum(1 for column in axis.columns if sheet.text(row, column))
    for month_first in (False, True):
        found = {
            column: number
            for column in axis.columns
            if (number := _number(sheet.at(row, column), month_first)) and 1 <= number <= 31
        }
        runs = all(n2 - n1 == c2 - c1 or n2 == 1 for (c1, n1), (c2, n2) in pairwise(found.items()))
        if runs and len(found) >= 0.6 * max(1, texts):
            return found
    return {}


def _number(value: RawValue, month_first: bool) -> int | None:
    """Return the day of the month that a cell says or begins with; 02/03 is the 2nd, or the 3rd."""
    mark = mark_of(value)
    if mark and mark.dates:
        return mark.dates[-1 if month_first else 0].day
    if mark and mark.pairs:
        return mark.pairs[-1 if month_first else 0][1]
    numbered = WITH_NUMBER.match(value) if isinstance(value, str) else None
    return mark.number if mark and mark.number is not None else int(numbered[1]) if numbered else None


def _read(sheet: RawSheet, axis: Axis, boxes: list[CalendarBox], file: str) -> FoundTables:
    boxes = _without_next_month(boxes)
    weekday = dict(zip(axis.columns, axis.weekdays or (), strict=False))
    line = Axis(
        axis.row,
        "number",
        tuple(range(len(boxes))),
        tuple(box.number for box in boxes),
        axis.heads,
        tuple(weekday[box.column] for box in boxes),
    )
    days = days_of(line, told_about(sheet, axis.heads, axis.left, file), Counter())
    facts = [fact for place, box in enumerate(boxes) for fact in _who(sheet, axis, box, days, place)]
    spelling = one_spelling(fact.who or "" for fact in facts)
    slips = slips_among(spelling[fact.who or ""] for fact in facts)
    named = tuple(
        Fact(f.cell, spelling[f.who or ""], f.day, f.day_no, f.code, value=f.value, part=f.part) for f in facts
    )
    codes = Counter(code for code, _ in {(fact.code or "", fact.cell) for fact in named if not fact.part})
    rows = [row for box in boxes for row in (box.head, *box.rows)]
    used = {fact.cell for fact in named} | {sheet.place(row, column) for row in axis.heads for column in axis.columns}
    used |= {sheet.place(box.head, box.column) for box in boxes}
    table = Table(
        sheet.title,
        "calendar",
        sheet.span(axis.row, axis.left, max(rows), axis.right),
        named,
        tuple(dict.fromkeys(fact.who for fact in named if fact.who)),
        days.first,
        days.last,
        days.count,
        tuple(codes.most_common()),
        used=frozenset(used),
        confidence=0.7,
        why=f"weekdays across, numbered days below each other by weeks, names in the cells; {days.why}",
    )
    asked = [
        Question("people", f"Is {name} the same person as {other}?", "no", "it stands once, and only a letter differs")
        for name, other in slips.items()
    ]
    return [table], [*days.questions, *asked], []


def _without_next_month(boxes: list[CalendarBox]) -> list[CalendarBox]:
    """Return the days without those of the next month that fill the last week up."""
    ends = [place for place, (before, after) in enumerate(pairwise(boxes)) if after.number < before.number]
    if ends and len(boxes) - ends[-1] - 1 <= 14 and boxes[ends[-1]].number >= 28 and ends[-1] > 20:
        return boxes[: ends[-1] + 1]
    return boxes


def _who(sheet: RawSheet, axis: Axis, box: CalendarBox, days: Days, place: int) -> list[Fact]:
    day = days.columns[place]
    found = []
    for row in box.rows:
        text = sheet.text(row, box.column)
        numbered = WITH_NUMBER.match(text) if row == box.head else None
        label = next((said for column in range(axis.left) if (said := sheet.text(row, column))), "")
        for line in (numbered[2] if numbered else text).splitlines():
            duty = WITH_DUTY.match(line)
            code = duty[1].strip() if duty else label or ON_CALL
            names = people_in(duty[2] if duty else line)
            found += [
                Fact(sheet.place(row, box.column), who, day.day, day.day_no, code, value=text, part=day.part)
                for who in names
            ]
    return found
