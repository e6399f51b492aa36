"""What a workbook says of money and of the days of law is read, written, and read back."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from optimizer.planning.currency import DOLLAR, sign, speak_in
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.rates import PayClass, Premium, RegularRate
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.template import example_unit
from optimizer.workbook.unit.write import write_unit


@pytest.fixture(autouse=True)
def in_dollars():
    yield
    speak_in(DOLLAR)


def through_a_workbook(tmp_path, **facts):
    unit = replace(example_unit(date(2026, 12, 6)), **facts)
    write_unit(tmp_path / "unit.xlsx", unit, Policy(()))
    return read(tmp_path / "unit.xlsx").unit


def test_the_currency_is_read_and_spoken_in(tmp_path):
    assert through_a_workbook(tmp_path, currency="CHF").currency == "CHF"
    assert sign() == "CHF"


def test_days_of_law_come_back(tmp_path):
    days = {"ratios_from": {"us-oregon": date(2026, 3, 1)}, "own_plan_from": {"us-california": date(2026, 4, 1)}}
    unit = through_a_workbook(tmp_path, **days)
    assert (unit.ratios_from, unit.own_plan_from) == (days["ratios_from"], days["own_plan_from"])


def test_a_law_has_one_day(tmp_path):
    through_a_workbook(tmp_path, ratios_from={"us-oregon": date(2026, 3, 1)})
    book = load_workbook(tmp_path / "unit.xlsx")
    row = next(cells for cells in book["Calendar"].iter_rows() if cells[0].value == "Ratios bind from")
    row[1].value = "us-oregon 2026-03-01, us-oregon 2026-04-01"
    book.save(tmp_path / "unit.xlsx")
    with pytest.raises(FaultyWorkbookError, match="'us-oregon' stands twice"):
        read(tmp_path / "unit.xlsx")


def test_pay_comes_back(tmp_path):
    paid = PayClass(40_00, called_in=60, call_back=120, extra=15_00, extra_regular=RegularRate.NOT, missed_meals=125)
    premiums = (Premium("night", 4_50), Premium("holiday", part=500, regular=RegularRate.CREDITED))
    unit = through_a_workbook(tmp_path, pay={"RN": paid}, premiums=premiums)
    assert (replace(unit.pay["RN"], overtime=""), unit.premiums) == (paid, premiums)


def test_only_special_days_are_credited(tmp_path):
    through_a_workbook(tmp_path, premiums=(Premium("night", 4_50),))
    book = load_workbook(tmp_path / "unit.xlsx")
    header = [cell.value for cell in book["Premiums"][1]]
    book["Premiums"].cell(2, header.index("Regular rate") + 1).value = "credited"
    book.save(tmp_path / "unit.xlsx")
    with pytest.raises(FaultyWorkbookError, match="never credited"):
        read(tmp_path / "unit.xlsx")
