"""The sheet that is budgeted on, and the one that tells what became of it."""

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_schedule
from tests.paths import SAMPLES

MEDSURG = SAMPLES / "unit-medsurg.xlsx"


def test_a_solved_workbook_tells_what_became_of_the_budget(tmp_path):
    unit = read(MEDSURG).unit
    nurse = next(staff for staff in unit.staff if staff.pay_class == "RN")
    plan = frozenset({Pair(nurse.id, Duty(unit.days[1], "D", "RN"))})
    write_schedule(MEDSURG, tmp_path / "out.xlsx", unit, plan, (), [])
    lines = {
        row[0]: row[1:] for row in load_workbook(tmp_path / "out.xlsx")["Budget report"].iter_rows(values_only=True)
    }
    assert lines["Line"] == ("Sun 6 Dec to Sat 19 Dec", "Sun 20 Dec to Sat 2 Jan", "Total")
    assert lines["Patient days, actual"] == (320, 310, 630)
    assert lines["Hours at the bedside, worked"] == (12, 0, 12)
    assert lines["Actual, $"] == (594, 0, 594)  # 12 h at $45, and a tenth of burden
    assert lines["Original budget, $"] == (139_595.2, 139_595.2, 279_190.4)
    assert lines["Worked HPPD, budget"][:2] == (8.8, 8.8)
    assert lines["Leave, orientation and education, budget, $"] == (13_500, 13_500, 27_000)
    assert lines["Total variance, $"] == pytest.approx((594 - 139_595.2, -139_595.2, 594 - 279_190.4))
    parts = [lines[line] for line in lines if line.endswith("$") and "variance: " in line]
    assert [sum(column) for column in zip(*parts, strict=True)] == pytest.approx(lines["Total variance, $"])
    assert lines["More than 5 % either way asks for an explanation"][0] == "explain"


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("A2", "2026-12-07", "Budget!A2: no pay period begins on 2026-12-07; they begin on 2026-12-06, 2026-12-20"),
        ("B2", "many", "Budget!B2: 'many' is not a number"),
        ("C2", None, "Budget!C2: 'Hours per patient day' is empty"),
        ("D2", -1, "Budget!D2: -1 is out of range"),
    ],
)
def test_what_is_wrong_with_a_budget_is_told_at_its_cell(tmp_path, cell, value, told):
    book = load_workbook(MEDSURG)
    book["Budget"][cell] = value
    book.save(tmp_path / "in.xlsx")
    with pytest.raises(FaultyWorkbookError) as caught:
        read(tmp_path / "in.xlsx")
    assert any(told in str(fault) for fault in caught.value.faults)


def test_two_budgets_for_one_pay_period_are_refused(tmp_path):
    book = load_workbook(MEDSURG)
    book["Budget"].append([None, 300, 8, 50])
    book.save(tmp_path / "in.xlsx")
    with pytest.raises(FaultyWorkbookError, match="there is a row for this already"):
        read(tmp_path / "in.xlsx")
