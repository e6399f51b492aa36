"""The prints beside the wall's: cards for pockets, and who is on by day."""

import shutil
import subprocess

import pytest

from optimizer.staffing.schedule.posting import posting_of
from optimizer.workbook.report.pdf.desk import who_is_on
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.pocket import weeks_of
from optimizer.workbook.report.pdf.prints import PRINTS, Print
from tests.draw import draw
from tests.read_samples import unit_sample
from tests.ui.apps import solved_small

UNIT = unit_sample("small").unit
POSTING = posting_of(UNIT)
ISSUE = "Version 3, published on Tue 24 Nov"


@pytest.mark.parametrize("paper", [*Paper])
@pytest.mark.parametrize("kind", [*Print])
def test_everything_is_printed_on_every_paper(kind, paper):
    assert PRINTS[kind](POSTING, solved_small(), ISSUE, paper).startswith(b"%PDF")


def test_who_is_on_is_told_by_shift_and_role_and_nobody_of_leave():
    plan = solved_small()
    for day in UNIT.days:
        there = who_is_on(POSTING, plan, day)
        told = {(code, role, name) for code, roles in there.items() for role, names in roles.items() for name in names}
        on = [pair for pair in plan if pair.what.day == day and not UNIT.shift_of(pair.what).away]
        assert told == {(pair.what.shift, pair.what.role, POSTING.names[pair.who]) for pair in on}


def test_weeks_are_whole_and_hold_every_day():
    weeks = weeks_of(UNIT.days)
    assert {len(week) for week in weeks} == {7}
    assert {day.weekday() for day, *_ in weeks} == {0}
    assert {*UNIT.days} <= {day for week in weeks for day in week}
    assert not {*UNIT.days}.isdisjoint(weeks[0]) and not {*UNIT.days}.isdisjoint(weeks[-1])


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("kind", [Print.POCKET, Print.DESK])
def test_names_and_codes_stand_on_paper_with_the_version_and_nothing_private(tmp_path, kind):
    unit, plan = draw("ann  D P .\nben  N . D")
    (tmp_path / "print.pdf").write_bytes(PRINTS[kind](posting_of(unit), plan, ISSUE, Paper.LETTER))
    command = ["pdftotext", "-layout", tmp_path / "print.pdf", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert all(word in told for word in ("Ann", "Ben", ISSUE))
    assert not any(word in told for word in ("PTO", "leave", "FTE", "$", " P "))
