"""A rotation is drawn as a line below its shifts: in the workbook's grid, on paper, and in the grid of the page."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import default_policy
from optimizer.staffing.schedule.posting import posting_of
from optimizer.staffing.schedule.rotation_strays import strays
from optimizer.store.frozen import posting_text, read_posting
from optimizer.workbook.report.pdf.roster import roster_pdf
from optimizer.workbook.report.posting import posting_file
from optimizer.workbook.unit.write import write_unit
from tests.draw import day, draw

TEAM = (Rotation("Team", ("D", "D", ""), day(0)),)
FOLLOWS = {"ann": {"rotation": "Team"}}
PICTURE = "ann  D N E P D . \n ben  D D . . . ."


@pytest.fixture
def drawn():
    return draw(PICTURE, FOLLOWS, rotations=TEAM)


def lines(sheet, row, first):
    """Return how the lower border of every cell of a row is drawn."""
    return [sheet.cell(row, column).border.bottom.style for column in range(first, first + 6)]


def row_of(sheet, who):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == who)


def test_it_is_left_where_something_else_is_and_leave_is_nothing_else(drawn):
    unit, plan = drawn
    assert strays(unit, plan) == {("ann", day(1)), ("ann", day(2))}
    assert strays(unit, frozenset()) == frozenset()


def test_the_grid_of_a_workbook_has_a_line_that_is_broken_where_it_is_left(drawn, tmp_path):
    unit, plan = drawn
    write_unit(tmp_path / "unit.xlsx", unit, default_policy(), plan)
    sheet = load_workbook(tmp_path / "unit.xlsx")["Schedule"]
    assert lines(sheet, row_of(sheet, "ann"), 5) == [
        "medium", "mediumDashed", "mediumDashed", "medium", "medium", "thin",
    ]  # fmt: skip
    assert set(lines(sheet, row_of(sheet, "ben"), 5)) == {"thin"}


def test_what_is_posted_has_a_line_below_duties_by_rotation_and_none_that_tells_who_is_away(drawn):
    unit, plan = drawn
    posting = posting_of(unit)
    sheet = load_workbook(BytesIO(posting_file(posting, plan, "A draft."))).active
    assert lines(sheet, row_of(sheet, "ann"), 3) == ["medium", "thin", "thin", "thin", "medium", "thin"]
    assert any("by the rotation" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_paper_has_the_lines_too(drawn):
    unit, plan = drawn
    posting = posting_of(unit)
    assert posting.by_rotation(plan) == {("ann", day(0)), ("ann", day(4))}
    with_lines, without = (roster_pdf(each, plan, "A draft.") for each in (posting, replace(posting, rotations={})))
    assert len(with_lines) > len(without)


def test_what_is_kept_of_a_publication_reads_back_with_its_rotations_and_without_them_before(drawn):
    posting = posting_of(drawn[0])
    assert read_posting(posting_text(posting)) == posting
    old = posting_text(replace(posting, rotations={})).replace('"rotations":[],', "").replace(',"rotations":[]', "")
    assert "rotations" not in old
    assert read_posting(old).rotations == {}


def test_a_duty_in_another_role_is_by_rotation_too(drawn):
    unit, _ = drawn
    plan = frozenset({Pair("ann", Duty(day(0), "D", "Charge"))})
    assert posting_of(unit).by_rotation(plan) == {("ann", day(0))}
