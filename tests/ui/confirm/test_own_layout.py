"""The schedule back in the roster that its unit was learned from."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.store.attachments import Attachment
from optimizer.ui.confirm.confirmed import TakenUp
from optimizer.ui.confirm.dropped import GivenFile, dropped
from optimizer.ui.publish.own_layout import own_layout
from optimizer.workbook.adopt.periods import next_period, worked_period
from optimizer.workbook.adopt.said.answers import NOTHING_SAID
from optimizer.workbook.into.file.refused import CannotWriteError
from tests.ui.confirm.own_roster import HEAD, NAMES, SCRIPT, TOP, own_roster, staff_list


@pytest.fixture(scope="module")
def taken():
    return TakenUp(dropped([GivenFile("march.xlsx", own_roster())]), NOTHING_SAID)


@pytest.fixture(scope="module")
def kept(taken):
    return [Attachment("march.xlsx", own_roster()), Attachment("answers.toml", taken.mapping.encode())]


def test_what_was_worked_comes_back_as_it_was(taken, kept):
    made = worked_period(taken.adopted)
    back = own_layout(kept, made.unit, made.plan)
    assert back.name == "march 2026-03-01 to 2026-03-31.xlsx"
    assert back.written.changes == ()


def test_the_next_month_moves_dates_and_title_and_keeps_the_rest(taken, kept):
    made = next_period(taken.adopted)
    first = made.unit.calendar.first
    role = made.unit.people[NAMES[0]].roles[0]
    back = own_layout(kept, made.unit, frozenset({Pair(NAMES[0], Duty(first, "N", role))}))
    sheet = load_workbook(BytesIO(back.written.content)).active
    assert sheet["A1"].value == "St Luke's, Ward 4: April 2026"
    assert sheet["A2"].value == SCRIPT
    assert [sheet.cell(HEAD - 1, 2).value, sheet.cell(HEAD, 2).value] == ["Wed", 1]
    assert (sheet.cell(TOP, 2).value, sheet.cell(TOP + 1, 2).value) == ("N", None)
    assert sheet.cell(TOP, 33).value == f'=COUNTIF(B{TOP}:AF{TOP},"N")'


def test_without_a_roster_there_is_a_sentence(taken):
    made = next_period(taken.adopted)
    with pytest.raises(CannotWriteError, match="holds a roster"):
        own_layout([Attachment("staff.csv", staff_list())], made.unit, frozenset())
