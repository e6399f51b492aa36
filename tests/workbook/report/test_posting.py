"""The roster that is handed out: who works when, and nothing that is private, wherever in the file one looks."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.posting import legend, marks, posting_of, seen_by
from optimizer.workbook.report.posting import posting_file
from tests.draw import day, draw
from tests.read_samples import unit_sample

ISSUE = "Amendment 2, version 7, published 27 Nov 2026, 16:49 UTC by m1"


@pytest.fixture(scope="module")
def unit():
    return unit_sample("medsurg").unit


@pytest.fixture(scope="module")
def plan(unit):
    """Return a plan in which everybody has every shift once, leave included."""
    shifts = [shift for shift in unit.shifts if shift.staffs or shift.kind == "leave"]
    return frozenset(
        Pair(staff.id, Duty(unit.days[at], shift.code, staff.roles[-1] if shift.staffs else ""))
        for staff in unit.staff
        for at, shift in enumerate(shifts)
    )


@pytest.fixture(scope="module")
def content(unit, plan):
    return posting_file(posting_of(unit), plan, ISSUE)


def private(unit):
    """Return every word of credentials, leave, hours and findings of a unit that is no role's name."""
    held = {name for staff in unit.staff for name in staff.credentials} - {*unit.role_by_name}
    leave = {word for shift in unit.shifts if shift.kind == "leave" for word in (shift.code, shift.name)}
    return held | leave | {"FTE", "Overtime", "Hours", "Contract", "below", "locked", "leave", "$", "Penalty"}


def rates(unit):
    """Return every pay rate, in dollars and in cents, as text."""
    each = [pay.rate for pay in unit.pay.values()]
    return (
        {str(cents) for cents in each}
        | {f"{cents / 100:g}" for cents in each}
        | {f"{cents / 100:.2f}" for cents in each}
    )


def words_of(content):
    """Return every text and number in any part of a workbook: cells, comments, names, properties, hidden sheets."""
    book = load_workbook(BytesIO(content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    told = [str(cell.value) for cell in cells if cell.value is not None]
    told += [cell.comment.text for cell in cells if cell.comment]
    told += [name for sheet in book.worksheets for name in sheet.defined_names] + [*book.defined_names]
    told += [str(value) for value in vars(book.properties).values() if value]
    return told


def test_it_has_no_private_word_and_no_rate_anywhere(unit, content):
    told = words_of(content)
    assert not [(word, text) for word in private(unit) for text in told if word in text]
    assert not rates(unit) & {*told} - {str(day.day) for day in unit.days}


def test_it_is_one_sheet_with_neither_comments_nor_names_of_ours(content):
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == ["Schedule"]
    assert not [name for name in zipfile.ZipFile(BytesIO(content)).namelist() if "comment" in name or "custom" in name]
    assert not book.defined_names


def test_it_tells_unit_period_version_when_and_by_whom(unit, content):
    sheet = load_workbook(BytesIO(content)).active
    first, last = unit.calendar.first, unit.calendar.last
    assert sheet["A1"].value.startswith(f"{unit.name}: {first:%a} {first.day}")
    assert str(last.year) in sheet["A1"].value
    assert sheet["A2"].value == ISSUE


def test_everybody_has_a_row_with_every_duty_and_leave_is_shown_as_off(unit, plan, content):
    sheet = load_workbook(BytesIO(content)).active
    rows = {row[0].value: [cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=6) if row[0].value}
    assert {*rows} == {*unit.people}
    leave = {shift.code for shift in unit.shifts if shift.kind == "leave"}
    for pair in plan:
        text = rows[pair.who][unit.days.index(pair.what.day)]
        assert text is None if pair.what.shift in leave else text.split("/")[0] == pair.what.shift


def test_the_legend_tells_every_code_that_is_used(unit, plan, content):
    told = words_of(content)
    assert set(legend(unit.shifts, marks(posting_of(unit), plan))) <= set(told)
    assert "empty: off or away" in told


def test_a_role_is_marked_as_short_as_tells_it_apart():
    unit, plan = draw(
        "ann  D/Charge D/CNA D/Orientee D", people={"ann": {"roles": ("RN", "Charge", "CNA", "Orientee")}}
    )
    assert marks(posting_of(unit), plan) == {"CNA": "CN", "Charge": "Ch", "Orientee": "O"}


def test_a_plan_is_seen_without_the_leave_of_others():
    unit, plan = draw("ann  P D\nben  P .")
    posting = posting_of(unit)
    leave = {who: Pair(who, Duty(day(0), "P")) for who in ("ann", "ben")}
    assert seen_by(posting, plan, "ann") == plan - {leave["ben"]}
    assert seen_by(posting, plan) == plan - {*leave.values()}
