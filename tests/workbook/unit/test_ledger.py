from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.policy import default_policy, priced
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.samples.step_down import small


@pytest.fixture
def unit():
    unit, _ = small()
    first = unit.calendar.first - timedelta(days=14)
    rows = (
        LedgerRow(unit.staff[0].id, first, first + timedelta(days=13), 0.9, 14, 3, 2, 1, 5, 4, 2, 1),
        LedgerRow("=1+1", first, first + timedelta(days=13), 1.0, 10),
    )
    return replace(unit, ledger=rows)


def faults_of(path, cells):
    book = load_workbook(path)
    for cell, value in cells.items():
        book["Ledger"][cell] = value
    book.save(path)
    with pytest.raises(FaultyWorkbookError) as error:
        read(path)
    return [(fault.cell, fault.problem) for fault in error.value.faults]


def test_a_ledger_and_the_periods_that_a_rule_looks_back_read_back_to_the_same(tmp_path, unit):
    policy = Policy((*default_policy().rulings, priced(FairShare(back=3, burden="holidays"), 7)))
    write_unit(tmp_path / "unit.xlsx", unit, policy)
    contents = read(tmp_path / "unit.xlsx")
    assert (contents.unit, contents.policy) == (unit, policy)


def test_a_workbook_without_the_sheet_has_no_ledger(tmp_path, unit):
    write_unit(tmp_path / "unit.xlsx", unit, default_policy())
    book = load_workbook(tmp_path / "unit.xlsx")
    del book["Ledger"]
    book.save(tmp_path / "unit.xlsx")
    assert read(tmp_path / "unit.xlsx").unit == replace(unit, ledger=())


def test_rows_that_cannot_be_are_faults_all_at_once(tmp_path, unit):
    write_unit(tmp_path / "unit.xlsx", unit, default_policy())
    first = unit.ledger[0].first
    wrong = {"E2": 15, "J2": 6, "C3": first - timedelta(days=1), "A4": "R9", "B4": first, "C4": unit.calendar.first}
    wrong |= {"D4": 1, "E4": 3, "A5": "R8", "B5": first, "C5": first, "D5": "half", "F5": -1}
    assert faults_of(tmp_path / "unit.xlsx", wrong) == [
        ("E2", "there are more than the period has"),
        ("J2", "more is granted than was asked for"),
        ("C3", f"{first - timedelta(days=1)} is before the first day {first}"),
        ("D5", "'half' is not a number"),
        ("E5", "'Days present' is empty"),
        ("F5", "-1 is out of range"),
    ]


def test_somebody_has_one_row_a_period(tmp_path, unit):
    write_unit(tmp_path / "unit.xlsx", unit, default_policy())
    again = unit.ledger[0].who
    assert faults_of(tmp_path / "unit.xlsx", {"A3": again}) == [
        ("B3", f"'{again}' has a row from {unit.ledger[0].first} already")
    ]
