"""Sheets as people and other programs leave them: what stands in them is read, or told at its cell."""

import pytest
from click.testing import CliRunner

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
