"""Reports about clocks and calendars: their files still read, and with the new settings give what is right in each."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.workbook.unit.read import read
from tests.paths import CASES, needs_cases
from tests.workbook.books import set_calendar

pytestmark = needs_cases


def told(command: str, path: Path, *more: object) -> str:
    result = CliRunner().invoke(main, [command, str(path), *map(str, more)])
    assert result.exit_code < 2, result.output
    return result.output


def with_settings(case: str, folder: Path, **settings: object) -> Path:
    """Return a copy of a case's workbook with some settings of its calendar."""
    book = load_workbook(CASES / case / "unit.xlsx")
    set_calendar(book, {name.replace("_", " "): value for name, value in settings.items()})
    book.save(folder / "unit.xlsx")
    return folder / "unit.xlsx"


@pytest.mark.parametrize(
    ("zone", "lines"),
    [
        (None, ["24 h paid, 8 h overtime", "Must-fix problems: 0"]),
        ("America/New_York", ["25 h paid, 9 h overtime", "Must-fix problems: 1", "works 5 h of overtime by the day",
                              "Hill, A works 13 h in the 24 h up to the end of the duty on Sat 31 Oct"]),
        ("America/Phoenix", ["24 h paid, 8 h overtime", "Must-fix problems: 0"]),
    ],
)  # fmt: skip
def test_the_night_in_which_clocks_go_back_has_13_hours_where_they_do(zone, lines, tmp_path):
    output = told("score", with_settings("clocks-go-back", tmp_path, Time_zone=zone))
    assert [line for line in lines if line not in output] == []


def test_check_tells_of_the_night_that_is_longer(tmp_path):
    path = with_settings("clocks-go-back", tmp_path, Time_zone="America/New_York")
    assert "Clock change:   N of Sat 31 Oct has 13 h" in told("check", path)


def test_premiums_by_the_clock_are_for_the_hours_that_earn_them(tmp_path):
    """N8 1 evening and 7 night; E8 7.5 and 0.5; M12 8 and 0.5; N12 3.5, 8 and 7.5 holiday; N12 4, 8 and 5 holiday."""
    nights, evenings, holidays = 7 + 0.5 + 0.5 + 8 + 8, 1 + 7.5 + 8 + 3.5 + 4, 7.5 + 5
    due = nights * 4 + evenings * 2 + holidays * 20
    path = with_settings("differential-by-the-clock", tmp_path, Premiums_go_by="the clock")
    assert f"premiums ${due:.0f}" in told("score", path)
    assert "premiums $384" in told("score", CASES / "differential-by-the-clock" / "unit.xlsx")


def test_a_month_owes_its_hours_and_is_followed_by_the_next_one(tmp_path):
    path = with_settings("calendar-months", tmp_path, Pay_periods="calendar month")
    assert "84 h or more" in told("score", path)
    told("next", path, "-o", tmp_path / "next.xlsx")
    calendar = read(tmp_path / "next.xlsx").unit.calendar
    assert (f"{calendar.first}", f"{calendar.last}") == ("2028-02-01", "2028-02-29")
    (period,) = calendar.pay_periods
    assert (period, calendar.full_time_of(period)) == ((calendar.first, calendar.last), 168 * 60)
    assert "from Tue 1 Feb to Tue 29 Feb; by contract it should be 84 h or more" in told(
        "score", tmp_path / "next.xlsx"
    )


def test_a_night_that_runs_into_leave_is_told():
    output = told("score", CASES / "night-into-leave" / "unit.xlsx")
    assert "Into leave:     Leaf, A on Fri 4 Dec" in output
    assert json.loads(told("score", CASES / "night-into-leave" / "unit.xlsx", "--json"))["broken"] == 0


def test_a_night_that_runs_into_leave_can_be_forbidden(tmp_path):
    book = load_workbook(CASES / "night-into-leave" / "unit.xlsx")
    book["Rules"].append(["night-into-leave", "must"])
    book.save(tmp_path / "unit.xlsx")
    said = "must fix  Leaf, A's duty on Fri 4 Dec runs into Sat 5 Dec, the first day of approved leave."
    assert said in told("score", tmp_path / "unit.xlsx")


def test_nights_from_midnight_make_a_weekend_of_sunday_and_monday(tmp_path):
    nights = "A_night_worker's_weekend"
    before = told("score", CASES / "nights-from-midnight" / "unit.xlsx")
    after = told("score", with_settings("nights-from-midnight", tmp_path, **{nights: "Sunday and Monday nights"}))
    assert all("P one has 0 h of rest" in output and "P two has 8 h of rest" in output for output in (before, after))
    assert before != after


@pytest.mark.parametrize(("name", "overtime"), [("weekly", 26), ("8-80", 76), ("california", 76)])
def test_overtime_of_twelves_is_as_it_was(name, overtime):
    assert f"{overtime} h overtime" in told("score", CASES / "overtime-12s" / f"{name}.xlsx")
