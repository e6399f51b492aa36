"""Rotations, pairs of holidays and turns, as a workbook has them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.policy import default_policy
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.samples.step_down import small

DAYS = ("D", "D", "D", "", "N", "N", "N", *[""] * 7)


@pytest.fixture
def unit():
    unit, _ = small()
    first, (one, other, *rest) = unit.calendar.first, unit.staff
    holidays = {first: "Eve", first + timedelta(1): "Day"}
    staff = (
        replace(one, rotation="Team 1"),
        replace(other, rotation="Team 1", rotation_day_one=first + timedelta(7)),
        *rest,
    )
    return replace(
        unit,
        calendar=replace(unit.calendar, holidays=holidays, holiday_pairs=dict.fromkeys(holidays, "Christmas")),
        rotations=(Rotation("Team 1", DAYS, first), Rotation("Days", ("D", ""), first - timedelta(40))),
        turns=(TurnHad(first - timedelta(365), "Eve", one.id), TurnHad(first - timedelta(30), "call", "gone")),
        shifts=tuple(replace(shift, turn="night call" if shift.code == "N" else "") for shift in unit.shifts),
        roles=tuple(replace(role, turn="charge" if role.name == "Charge" else "") for role in unit.roles),
        staff=staff,
    )


def changed(path, unit, cells):
    write_unit(path, unit, default_policy())
    book = load_workbook(path)
    for cell, value in cells.items():
        book["Rotations"][cell] = value
    book.save(path)
    return path


def pattern_of(path, unit, text):
    rotations = read(changed(path, unit, {"B2": text, "C2": None})).unit.rotations
    return rotations[0].pattern


def faults_of(path, unit, cells):
    with pytest.raises(FaultyWorkbookError) as error:
        read(changed(path, unit, cells))
    return [(f"{fault.sheet}!{fault.cell}", fault.problem) for fault in error.value.faults]


def test_rotations_pairs_and_turns_read_back_to_the_same(tmp_path, unit):
    write_unit(tmp_path / "unit.xlsx", unit, default_policy())
    contents = read(tmp_path / "unit.xlsx")
    assert contents.unit == unit
    assert load_workbook(tmp_path / "unit.xlsx")["Rotations"]["B2"].value == "D D D . N N N . . . . . . ."


def test_a_workbook_without_the_sheets_has_none(tmp_path, unit):
    nobody = tuple(replace(staff, rotation="", rotation_day_one=None) for staff in unit.staff)
    path = changed(tmp_path / "unit.xlsx", replace(unit, staff=nobody), {})
    book = load_workbook(path)
    del book["Rotations"], book["Turns"]
    book.save(path)
    read_back = read(path).unit
    assert (read_back.rotations, read_back.turns) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "D D D . N N N . . . . . . .",
        "3 D, 1 off, 3 N, 7 off",
        "3D 1 off 3N 7.",
        "3 x D; off; 3xN; 7 x off",
        "3 D . 3 n 7 -",
    ],
)
def test_a_pattern_is_said_day_by_day_or_by_how_many(tmp_path, unit, text):
    assert pattern_of(tmp_path / "unit.xlsx", unit, text) == DAYS


def test_a_number_that_is_a_shifts_code_is_that_shift(tmp_path, unit):
    seven = replace(next(shift for shift in unit.shifts if shift.code == "D"), code="7")
    more = replace(unit, shifts=(*unit.shifts, seven))
    assert pattern_of(tmp_path / "unit.xlsx", more, "7 7 2 . D") == ("7", "7", "", "", "D")


@pytest.mark.parametrize(
    ("cells", "cell", "problem"),
    [
        ({"B2": "D Q ."}, "B2", "'Q' is not a shift"),
        ({"B2": "D D . .", "C2": 5}, "C2", "the pattern has 4 days, not 5"),
        ({"B2": "D PTO ."}, "B2", "PTO is leave, which is entered by hand"),
        ({"B2": ". . ."}, "B2", "nothing but days off"),
        ({"B2": "300 D 300 off"}, "B2", "has 1 to 366 days, and this one 600"),
        ({"B2": None}, "B2", "'Pattern' is empty"),
        ({"D2": None}, "D2", "'First day' is empty"),
        ({"A3": "Team 1"}, "A3", "Team 1"),
    ],
)
def test_faults_have_the_cell(tmp_path, unit, cells, cell, problem):
    found = faults_of(tmp_path / "unit.xlsx", unit, cells)
    assert [(where, problem in said) for where, said in found][:1] == [(f"Rotations!{cell}", True)], found


def test_a_first_day_after_the_period_and_an_unknown_rotation_are_faults(tmp_path, unit):
    late = unit.calendar.last + timedelta(1)
    found = faults_of(tmp_path / "unit.xlsx", unit, {"D2": late, "A2": "Team 9"})
    assert f"{late} is after the last day to plan" in dict(found)["Rotations!D2"]
    assert sum(where.startswith("Staff!") and "Team 1" in said for where, said in found) == 2


def test_a_turn_is_spelt_as_elsewhere_and_stands_once(tmp_path, unit):
    who, last_year = unit.staff[0].id, unit.calendar.first - timedelta(365)
    spelt = (TurnHad(last_year, "eve", who), TurnHad(last_year, "Eve", who), TurnHad(last_year, "To ICU", who))
    write_unit(tmp_path / "unit.xlsx", replace(unit, turns=spelt), default_policy())
    assert read(tmp_path / "unit.xlsx").unit.turns == (spelt[1], spelt[2])


def test_a_day_on_which_no_pattern_begins_is_a_fault(tmp_path, unit):
    one, *others = unit.staff
    nowhere = replace(unit, staff=(replace(one, rotation="", rotation_day_one=unit.calendar.first), *others))
    ((cell, problem),) = faults_of(tmp_path / "unit.xlsx", nowhere, {})
    assert cell.startswith("Staff!") and cell.endswith("2")
    assert problem == "there is no rotation whose pattern begins then"
