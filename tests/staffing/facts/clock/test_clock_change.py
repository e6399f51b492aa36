"""Clock changes, by the hours that anybody can count on a wall."""

from datetime import date

import pytest

from optimizer.staffing.facts.shift import Duty
from tests.draw import draw

FORWARD, BACK = date(2026, 3, 7), date(2026, 10, 31)
"""The Saturdays before clocks change in New York."""
HOWE = date(2026, 10, 3)
"""The one before they change by half an hour on Lord Howe Island."""


def unit_at(first, zone):
    return draw("ann  . . .", first=first, calendar={"time_zone": zone})[0]


@pytest.mark.parametrize(
    ("first", "zone", "code", "hours"),
    [
        (BACK, "America/New_York", "M", 13),
        (BACK, "America/New_York", "N", 9),
        (BACK, "America/New_York", "L", 12),
        (FORWARD, "America/New_York", "M", 11),
        (FORWARD, "America/New_York", "N", 7),
        (FORWARD, "America/New_York", "P", 8),
        (FORWARD, "America/New_York", "C", 0),
        (HOWE, "Australia/Lord_Howe", "M", 11.5),
        (BACK, "America/Phoenix", "M", 12),
        (BACK, "", "M", 12),
    ],
)
def test_a_duty_is_paid_the_hours_that_pass(first, zone, code, hours):
    unit = unit_at(first, zone)
    assert unit.paid(Duty(first, code, "")) == hours * 60
    assert unit.paid(Duty(unit.calendar.last, code, "")) == unit.shift_by_code[code].paid


def test_leave_has_the_hours_it_has_and_a_call_those_that_pass():
    unit = unit_at(BACK, "America/New_York")
    call = unit.as_it_lasts(Duty(BACK, "C"))
    assert (call.end - call.start, unit.as_it_lasts(Duty(BACK, "P")).paid) == (13 * 60, 8 * 60)


def test_without_a_change_every_day_has_the_shifts_as_they_are():
    assert unit_at(date(2026, 6, 1), "America/New_York").lasting == {}
    assert unit_at(BACK, "").lasting == {}


def test_in_spring_no_time_lies_before_the_days_beginning():
    shifts = [shift for lasting in unit_at(FORWARD, "America/New_York").lasting.values() for shift in lasting.values()]
    assert min(shift.start for shift in shifts) >= 7 * 60
