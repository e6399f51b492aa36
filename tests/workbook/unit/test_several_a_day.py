"""Several duties on one day, in cells and locks, and the parts of a split shift: read as written, or told."""

from datetime import datetime

import pytest

from optimizer.staffing.facts.shift import Window
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.workbook.unit.test_read import changed, faults_of

SUITE = "unit-perioperative.xlsx"
DAY = datetime(2026, 10, 26)
SPLIT = {("Shifts", "C3"): "07:00", ("Shifts", "D3"): "19:30", ("Shifts", "F3"): None}
"""The shift L from seven to half past seven, with as many paid hours as it lasts."""


def locks(*codes):
    rows = [dict(zip("ABCD", ("R001", DAY, code, "RN" if code == "D" else ""), strict=True)) for code in codes]
    return {("Locked", f"{column}{n}"): row[column] for n, row in enumerate(rows, start=2) for column in row}


def test_a_cell_has_several_duties_with_roles_and_is_written_as_it_was_read(tmp_path):
    contents = read(changed(tmp_path, {("Schedule", "F6"): "D/C + OC", ("Schedule", "F7"): "D+OC"}, SUITE))
    had = {pair.who: [] for pair in sorted(contents.plan)}
    for pair in sorted(contents.plan):
        had[pair.who].append((pair.what.shift, pair.what.role))
    assert had == {"R001": [("D", "Charge"), ("OC", "RN")], "R002": [("D", "RN"), ("OC", "RN")]}
    write_unit(tmp_path / "again.xlsx", contents.unit, contents.policy, contents.plan)
    assert read(tmp_path / "again.xlsx").plan == contents.plan


def test_a_plus_within_a_code_parts_no_duties(tmp_path):
    shift = {
        ("Shifts", "A10"): "L+l",
        ("Shifts", "C10"): "07:00",
        ("Shifts", "D10"): "11:00",
        ("Shifts", "G10"): "work",
    }
    cells = {("Schedule", "F6"): "L+l/C", ("Schedule", "F7"): "L+l+OC"}
    plan = read(changed(tmp_path, shift | cells, SUITE)).plan
    assert sorted((pair.who, pair.what.shift, pair.what.role) for pair in plan) == [
        ("R001", "L+l", "Charge"), ("R002", "L+l", "RN"), ("R002", "OC", "RN"),
    ]  # fmt: skip


def test_each_of_two_locked_duties_of_a_day_has_its_row(tmp_path):
    locked = read(changed(tmp_path, locks("D", "OC"), SUITE)).unit.locked
    assert sorted((pair.who, pair.what.shift) for pair in locked) == [("R001", "D"), ("R001", "OC")]


def test_a_split_shift_is_paid_for_its_parts_and_may_end_after_midnight(tmp_path):
    parts = {("Shifts", "I3"): "07:00-11:00; 22:00-02:00", ("Shifts", "D3"): "02:00", ("Shifts", "E3"): None}
    split = read(changed(tmp_path, {**SPLIT, **parts}, SUITE)).unit.shift_by_code["L"]
    assert split.parts == (Window(7 * 60, 11 * 60), Window(22 * 60, 26 * 60))
    assert (split.start, split.end, split.paid) == (7 * 60, 26 * 60, 8 * 60)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({("Schedule", "F6"): "D+D"}, "Schedule!F6: 'D+D' has the same duty twice; write it once."),
        ({("Schedule", "F6"): "D+X"}, "Schedule!F6: 'X' is not a shift"),
        ({("Schedule", "F6"): "D/OC"}, "Schedule!F6: 'OC' is a shift and not a role; write D+OC"),
        (locks("D", "D"), "Locked!C3: 'R001' has D on 2026-10-26 already; lock a duty once."),
        ({**SPLIT, ("Shifts", "I3"): "07:00-11:00, 16:00-20:00"}, "Shifts!I3: the parts do not begin and end with"),
        ({**SPLIT, ("Shifts", "I3"): "07:00-11:00, 16:00-19:30", ("Shifts", "F3"): 8}, "Shifts!F3: 8 paid hours are"),
        ({("Rules", "I2"): "together=D+pto"}, "Rules!I2: 'D+pto' lets nothing stand together"),
    ],
)
def test_what_cannot_be_is_told_at_its_cell(tmp_path, change, told):
    (fault,) = faults_of(changed(tmp_path, change, SUITE))
    assert str(fault).startswith(told)
