"""Sheets as people and other programs leave them: what stands in them is read, or told at its cell."""

from datetime import time

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_schedule
from tests.paths import CASES, needs_cases

pytestmark = needs_cases
TOLD = [
    ("row-without-id/unit.xlsx", "Schedule!A5: the row of 'Cedar, Lu' has duties (G5:K5) but no id"),
    ("export-of-another-system/unit.xlsx", "Schedule!A1: no row has 'Id' and days; start from the template."),
    ("files/chart_Staff.xlsx", "Staff: this is a chart and not a sheet of cells"),
    ("files/crash-574.xlsx", "is not a number"),
    ("files/crash-670.xlsx", "is not a number"),
    ("files/crash-748.xlsx", "is not a number"),
    ("files/hang-214.xlsx", "years before the period"),
    ("files/hang-367.xlsx", "years before the period"),
    ("files/special-calendar-0001-01-01.xlsx", "Calendar!B3: 0001-01-01 is no day to plan"),
]


@pytest.mark.parametrize(("file", "told"), TOLD)
def test_what_cannot_be_read_is_told_at_once(file, told):
    for command in ("check", "score"):
        result = CliRunner().invoke(main, [command, str(CASES / file)])
        assert isinstance(result.exception, SystemExit)
        assert result.exit_code == 2
        assert told in result.output


def test_a_day_of_history_written_as_text_counts_as_the_day_it_is():
    texts = [CliRunner().invoke(main, ["score", str(CASES / "history-date-as-text" / file)]).output
             for file in ("right.xlsx", "unit.xlsx")]  # fmt: skip
    assert texts[0] == texts[1]
    assert "by 11 in the units of their rules" in texts[0]
    assert "Sun 29 Nov" in texts[0]


def test_a_copy_of_a_workbook_with_formulas_reads_the_same(tmp_path):
    path, out = CASES / "files" / "formula_roundtrip.xlsx", tmp_path / "out.xlsx"
    contents = read(path)
    write_schedule(path, out, contents.unit, contents.plan, (), [])
    try:
        again = read(out)
    except FaultyWorkbookError as error:
        pytest.fail(str(error))
    assert (again.unit.staff, again.policy, again.plan) == (contents.unit.staff, contents.policy, contents.plan)


def test_times_are_read_as_people_write_them_and_those_that_may_be_two_are_told_at_their_cells():
    told = CliRunner().invoke(main, ["check", str(CASES / "time-formats" / "unit.xlsx")]).output
    assert "Shifts!C6: '7' may be 07:00 or 19:00; write the one that is meant." in told
    assert "Shifts!C11: '07:00-19:30' is not a time of day" in told
    assert told.count("Shifts!") == 2


def test_an_hour_and_its_minutes_are_paid_hours_and_limits(tmp_path):
    path, out = CASES / "shift-of-10h43" / "unit.xlsx", tmp_path / "unit.xlsx"
    book = load_workbook(path)
    book["Shifts"]["F2"], book["Shifts"]["F3"] = "10:43", time(10, 43)
    limit = next(row for row in book["Rules"].iter_rows() if row[0].value == "hours-high")[4]
    limit.value = "0h01"
    book.save(out)
    (typed, usual) = (read(each) for each in (out, path))
    assert typed.unit.shifts == usual.unit.shifts
    assert next(each.rule.limit for each in typed.policy.rulings if each.rule.key == "hours-high") == 1
