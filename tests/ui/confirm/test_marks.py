"""What the cells of a sheet were taken for, and what of it is drawn."""

from datetime import date

import pytest

from optimizer.ui.confirm.confirmed import TakenUp
from optimizer.ui.confirm.drawn_sheet import MOST_ROWS, DrawnSheet, sheet_payload
from optimizer.ui.confirm.dropped import GivenFile, dropped
from optimizer.ui.confirm.marks import MarkSort, marks_of
from optimizer.workbook.adopt.said.answers import NOTHING_SAID
from optimizer.workbook.recognise.proposal import Fact, Table
from optimizer.workbook.recognise.sheet import RawSheet
from tests.ui.confirm.own_roster import HEAD, TOP, own_roster, staff_list


def marks_in(name, content):
    taken = TakenUp(dropped([GivenFile(name, content)]), NOTHING_SAID)
    (file,) = taken.files.files
    sheet = file.sheets[0]
    return sheet, marks_of(sheet, taken.tables_of(file), file.proposal.left_out, taken.meant)


@pytest.fixture(scope="module")
def drawn():
    return marks_in("march.xlsx", own_roster())


def test_people_dates_duties_leave_and_days_off_are_told_apart(drawn):
    _, marks = drawn
    sorts = {cell: marks[cell].sort for cell in (f"A{TOP}", f"B{HEAD}", f"D{TOP}", f"J{TOP + 2}", f"E{TOP}")}
    assert sorts == {
        f"A{TOP}": MarkSort.PERSON,
        f"B{HEAD}": MarkSort.DATE,
        f"D{TOP}": MarkSort.DUTY,
        f"J{TOP + 2}": MarkSort.LEAVE,
        f"E{TOP}": MarkSort.OFF,
    }


def test_a_duty_says_who_when_what_and_why(drawn):
    _, marks = drawn
    who, day, what = marks[f"D{TOP}"].words
    assert (who, day) == ("Adams Ruth", "Tuesday 3 March 2026")
    assert what.startswith("L: work 14:00-22:00. ")


def test_what_stands_beside_the_roster_is_left_out_with_the_reason(drawn):
    _, marks = drawn
    nights = marks[f"AG{HEAD}"]
    assert nights.sort is MarkSort.LEFT
    assert nights.words[0].startswith("Left out: ")


def test_every_filled_cell_has_a_mark(drawn):
    sheet, marks = drawn
    assert [sheet.place(*spot) for spot in sheet.filled() if sheet.place(*spot) not in marks] == []


def test_a_list_is_marked_by_its_columns():
    _, marks = marks_in("staff.csv", staff_list())
    assert [marks[cell].sort for cell in ("A1", "A2", "C2")] == [MarkSort.TITLE, MarkSort.PERSON, MarkSort.KNOWN]


def test_a_cell_that_says_much_says_how_much_more():
    facts = tuple(Fact("A1", who=f"p{number}", day=date(2026, 3, 1), code="D") for number in range(30))
    sheet = RawSheet("s", (("everything",),))
    mark = marks_of(sheet, [Table("s", "calendar", "A1", facts)], [], {})["A1"]
    assert len(mark.words) == 10
    assert mark.words[-1] == "and 23 more"


def test_a_sheet_is_drawn_with_its_merges_and_its_marks(drawn):
    sheet, marks = drawn
    payload = sheet_payload(DrawnSheet("Off duty", sheet, marks))
    assert [0, 0, 1, 8] in payload["merges"]
    assert payload["rows"][0][0][:2] == [0, "St Luke's, Ward 4: March 2026"]
    column, text, sort, *words = payload["rows"][TOP - 1][0]
    assert (column, text, sort) == (0, "Adams Ruth", "person")
    assert payload["words"][words[0]] == "Adams Ruth"
    assert dict(payload["sorts"])["leave"] == 5


def test_a_long_sheet_is_drawn_as_far_as_anybody_scrolls_and_says_so():
    sheet = RawSheet(None, tuple((number,) for number in range(MOST_ROWS + 7)))
    payload = sheet_payload(DrawnSheet("long", sheet, {}))
    assert len(payload["rows"]) == MOST_ROWS
    assert payload["told"] == "7 more rows were understood as well, and are not drawn."
