"""Overtime as it is printed, against a script that knows nothing but the printed hours."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.rates import PayClass
from optimizer.workbook.unit.write import write_schedule, write_unit
from tests.draw import MONDAY, draw

PEOPLE, DAYS = ("ann", "ben", "cal", "dot"), 28
FIRST_OF_WEEK = 6
"""The calendar's weeks begin on Sundays."""


@pytest.mark.parametrize("scheme", ["weekly", "8-80", "california", "california-3x12", "colorado", "none"])
@pytest.mark.parametrize("seed", range(6))
def test_overtime_printed_is_overtime_of_the_printed_hours(scheme, seed, tmp_path):
    chance = random.Random(seed)
    picture = "\n".join(f"{who} {' '.join(chance.choices('DELMSP.', k=DAYS))}" for who in PEOPLE)
    unit, plan = draw(picture, {who: {"pay_class": "RN"} for who in PEOPLE}, pay={"RN": PayClass(40_00, scheme)})
    write_unit(tmp_path / "in.xlsx", unit, Policy(()))
    write_schedule(tmp_path / "in.xlsx", tmp_path / "out.xlsx", unit, plan, (), [])
    book = load_workbook(tmp_path / "out.xlsx")
    printed = {row[0]: row[header(book["Hours"], "Overtime")] for row in book["Hours"].iter_rows(2, values_only=True)}
    hours = printed_hours(book)
    assert printed == {who: pytest.approx(OVERTIME[scheme](hours[who])) for who in PEOPLE}
    assert scheme == "none" or sum(printed.values()) > 0


def printed_hours(book):
    """Return the hours at work that stand in the grid, by person and day, from the cells and the sheet of shifts."""
    shifts = list(book["Shifts"].iter_rows(2, values_only=True))
    paid = {code: hours for code, _, _, _, _, hours, kind, *_ in shifts if kind not in ("leave", "on call")}
    grid = book["Schedule"]
    dates = {cell.column: cell.value.date() for cell in grid[4] if hasattr(cell.value, "date")}
    found = defaultdict(dict)
    for row in grid.iter_rows(5):
        if row[0].value in PEOPLE:
            for cell in row:
                if cell.column in dates and cell.value in paid:
                    found[row[0].value][dates[cell.column]] = paid[cell.value]
    return found


def header(sheet, title):
    return [cell.value for cell in sheet[1]].index(title)


def weekly(hours):
    return sum(max(0, total - 40) for total in by(hours, week).values())


def eight_and_eighty(hours):
    """Take the larger of the two counts, as the law has it, not the way the product counts."""
    daily = by({day: max(0, worked - 8) for day, worked in hours.items()}, fortnight)
    return sum(max(daily[start], total - 80) for start, total in by(hours, fortnight).items())


def california(hours, straight=8):
    daily = sum(max(0, worked - straight) for worked in hours.values())
    return daily + weekly({day: min(worked, straight) for day, worked in hours.items()})


def by(hours, period):
    totals = defaultdict(float)
    for day, worked in hours.items():
        totals[period(day)] += worked
    return totals


def week(day: date) -> date:
    return day - timedelta(days=(day.weekday() - FIRST_OF_WEEK) % 7)


def fortnight(day: date) -> date:
    return day - timedelta(days=(day - MONDAY).days % 14)


OVERTIME = {
    "weekly": weekly,
    "8-80": eight_and_eighty,
    "california": california,
    "california-3x12": lambda hours: california(hours, straight=12),
    "colorado": lambda hours: california(hours, straight=12),
    "none": lambda hours: 0,
}
