"""What the sheet Calendar says of clocks, weeks, pay periods and premiums is read, written, and read back."""

from dataclasses import replace
from datetime import time

import pytest
from openpyxl import load_workbook

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import EVENING, NIGHT
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Window
from optimizer.workbook.unit.read import look, read
from optimizer.workbook.unit.write import write_unit
from tests.draw import draw
from tests.paths import SAMPLES
from tests.workbook.books import saved, set_calendar


def looked(**settings):
    """Return what is read of the small sample with some settings, written with blanks for underscores."""
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    set_calendar(book, {name.replace("_", " "): value for name, value in settings.items()})
    return look(saved(book))


def calendar_with(**settings):
    found = looked(**settings)
    assert found.faults == ()
    return found.contents.unit.calendar


def faults_with(**settings):
    return [(fault.problem, fault.remedy) for fault in looked(**settings).faults]


@pytest.mark.parametrize(
    "facts",
    [
        {"time_zone": "America/New_York", "week_minute": 7 * 60},
        {"week_minute": 0, "week_start": 0, "night_weekend_shift": 1},
        {"pay_cycle": PayCycle.MONTH, "full_time": 168 * 60},
        {"pay_cycle": PayCycle.TWICE, "full_time_weekday": 8 * 60},
        {"premiums_by_clock": True, "evening": Window(14 * 60, 22 * 60), "night": Window(22 * 60, 30 * 60)},
    ],
)
def test_a_calendar_reads_back_to_the_same(facts, tmp_path):
    unit, _ = draw("ann  D D", needs=(Need(When(), "D", "RN", 0, 0),))
    unit = replace(unit, calendar=replace(unit.calendar, **facts))
    write_unit(tmp_path / "unit.xlsx", unit, Policy(()))
    assert read(tmp_path / "unit.xlsx").unit.calendar == unit.calendar


def test_without_the_settings_a_calendar_is_as_it_was():
    calendar = calendar_with()
    assert (calendar.time_zone, calendar.week_minute, calendar.pay_cycle) == ("", None, PayCycle.DAYS)
    assert (calendar.premiums_by_clock, calendar.evening, calendar.night) == (False, EVENING, NIGHT)


def test_settings_are_read_as_people_write_them():
    calendar = calendar_with(Time_zone="europe/berlin", Week_starts_at=time(7), Pay_periods="Calendar month",
                             Premiums_go_by="the clock", Night_premium_hours="10p-6a")  # fmt: skip
    assert (calendar.time_zone, calendar.week_minute, calendar.pay_cycle) == ("Europe/Berlin", 420, PayCycle.MONTH)
    assert (calendar.premiums_by_clock, calendar.night) == (True, Window(22 * 60, 30 * 60))


def test_what_cannot_be_meant_is_told_with_what_may_be():
    ((problem, remedy),) = faults_with(Time_zone="America/New York")
    assert (problem, "America/New_York" in remedy) == ("'America/New York' is not a time zone", True)
    ((problem, remedy),) = faults_with(Night_premium_hours="late")
    assert (problem, remedy) == ("'late' does not say from when to when", "write it as 23:00-07:00")
    ((problem, remedy),) = faults_with(Pay_periods="monthly")
    assert problem == "'monthly' is not a kind of pay period"
    ((problem, _),) = faults_with(Week_starts_at="Sunday")
    assert problem == "'Sunday' is not a time of day"


def test_eight_and_eighty_takes_pay_periods_of_14_days_not_months():
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    scheme = next(cell for cell in book["Pay"][2] if book["Pay"].cell(1, cell.column).value == "Overtime")
    scheme.value = "8-80"
    set_calendar(book, {"Pay periods": "calendar month"})
    assert "'8-80' takes pay periods of 14 days" in [fault.problem for fault in look(saved(book)).faults]
