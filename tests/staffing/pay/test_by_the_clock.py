"""Premiums, holidays and weeks by the clock, against hours counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.rates import PayClass, Premium
from optimizer.staffing.facts.shift import Duty, Kind, Part, Shift, Window
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.rules.hours.hours import Overtime, WeeklyHours
from optimizer.staffing.schedule.figures import Figures
from tests.draw import amounts, day, draw

H = 60
SHIFTS = (
    Shift("D", "Day", 7 * H, 15 * H + 30, 8 * H, 30),
    Shift("E", "Evening", 15 * H, 23 * H + 30, 8 * H, 30, part=Part.EVENING),
    Shift("N", "Night", 22 * H, 30 * H, 8 * H, part=Part.NIGHT),
    Shift("M", "Long night", 19 * H, 31 * H + 30, 12 * H, 30, part=Part.NIGHT),
    Shift("L", "Mid", 11 * H, 23 * H + 30, 12 * H, 30),
    Shift("T", "Split", 6 * H, 20 * H, 8 * H, 6 * H),
    Shift("C", "On call", 19 * H, 31 * H, 0, kind=Kind.ON_CALL, part=Part.NIGHT),
    Shift("P", "Leave", 7 * H, 15 * H, 8 * H, kind=Kind.LEAVE),
)
PREMIUMS = (Premium("night", 4_00), Premium("evening", 2_00), Premium("holiday", part=500))
CHRISTMAS = date(2026, 12, 25)
RN = {"ann": {"pay_class": "RN"}}
BY_THE_CLOCK = {"premiums_by_clock": True, "holidays": {CHRISTMAS: "Christmas"}}


def earned(code, on, premiums=PREMIUMS, **calendar):
    """Return the dollars that come on top of $40 an hour with a duty."""
    unit, _ = draw(
        "ann  . . . . . .", RN, first=on, calendar={**BY_THE_CLOCK, **calendar}, shifts=SHIFTS,
        pay={"RN": PayClass(40_00)}, premiums=premiums,
    )  # fmt: skip
    plan = frozenset({Pair("ann", Duty(on, code, "RN" if code != "P" else ""))})
    spent = Figures(unit, plan).spent
    return (spent[Bucket.PREMIUMS] + spent[Bucket.ON_CALL]) / 100


@pytest.mark.parametrize(
    ("code", "on", "nights", "evenings", "holidays"),
    [
        ("D", 22, 0, 0.5, 0),
        ("N", 22, 7, 1, 0),
        ("E", 22, 0.5, 7.5, 0),
        ("L", 22, 0.5, 8, 0),
        ("M", 22, 8, 4, 0),
        ("M", 24, 8, 3.5, 7.5),
        ("M", 25, 8, 4, 5),
        ("D", 25, 0, 0.5, 8),
        ("T", 22, 1, 4, 0),
        ("P", 25, 0, 0, 0),
        ("C", 25, 0, 0, 0),
    ],
)
def test_hours_earn_what_the_clock_says_and_the_break_lies_where_it_costs_least(code, on, nights, evenings, holidays):
    assert earned(code, date(2026, 12, on)) == nights * 4 + evenings * 2 + holidays * 20


def test_by_the_day_a_duty_earns_what_its_shift_and_its_first_day_say():
    by_the_day = {"premiums_by_clock": False}
    assert earned("M", CHRISTMAS, **by_the_day) == 12 * 4 + 12 * 20
    assert earned("M", date(2026, 12, 24), **by_the_day) == 12 * 4
    assert earned("L", date(2026, 12, 24), **by_the_day) == 0


def test_weekends_are_from_midnight_to_midnight_and_windows_are_the_units_own():
    weekend = (Premium("weekend", 1_00),)
    assert earned("M", date(2026, 12, 25), weekend) == 7.5
    assert earned("M", date(2026, 12, 27), weekend) == 5
    late = {"evening": Window(18 * H, 24 * H), "night": Window(24 * H, 30 * H)}
    assert earned("M", date(2026, 12, 22), **late) == 6 * 4 + 5 * 2


def test_what_is_for_the_shift_or_the_role_is_for_all_of_its_hours():
    assert earned("M", date(2026, 12, 22), (Premium("M", 1_00), Premium("RN", 1_00), Premium("long", 1_00))) == 36
    assert earned("C", date(2026, 12, 22), (Premium("on call", 1_00), Premium("night", 9_00))) == 12


def test_a_night_of_a_clock_change_earns_the_hours_that_pass():
    new_york = {"time_zone": "America/New_York"}
    assert earned("M", date(2026, 10, 31), **new_york) == 9 * 4 + 4 * 2
    assert earned("M", date(2026, 3, 7), **new_york) == 7 * 4 + 4 * 2


SATURDAY = day(5)
SEVEN_ON_SUNDAY = {"week_start": 6, "week_minute": 7 * H}


@pytest.mark.parametrize(
    ("picture", "minute", "most"),
    [
        ("ann  M . . . . . . .", None, [12]),
        ("ann  M . . . . . . .", 7 * H, [11.5, 0.5]),
        ("ann  M . . . . . . .", 0, [5, 7]),
        ("ann  . N . . . . . .", 7 * H, [8]),
        ("ann  . M M . . . . M", 7 * H, [24 + 11.5]),
        ("ann  . M M . . . . M", 0, [24 + 5]),
    ],
)
def test_a_duty_counts_to_the_weeks_in_which_its_hours_are(picture, minute, most):
    calendar = {"week_start": 6, "week_minute": minute}
    found = amounts(WeeklyHours(limit=0), picture, first=SATURDAY, calendar=calendar, shifts=SHIFTS)
    assert found == [hours * H for hours in most]


def test_overtime_goes_by_the_clock_too():
    paid = {"people": RN, "pay": {"RN": PayClass(40_00)}, "shifts": SHIFTS}
    picture = "ann  M M M M . . M"
    assert amounts(Overtime(), picture, **paid, first=day(6), calendar={"week_start": 6}) == [20 * H]
    assert amounts(Overtime(), picture, **paid, first=day(6), calendar=SEVEN_ON_SUNDAY) == [19 * H + 30]


def test_the_small_hours_before_the_first_week_belong_to_the_week_that_history_began():
    early = tuple(replace(shift, start=1 * H, end=9 * H) if shift.code == "N" else shift for shift in SHIFTS)
    week = "ann  M M M . . . . | N"
    paid = {"people": RN, "pay": {"RN": PayClass(40_00)}, "shifts": early, "first": day(6)}
    assert amounts(Overtime(), week, **paid, calendar=SEVEN_ON_SUNDAY) == [2 * H]
    assert amounts(Overtime(), week, **paid, calendar={"week_start": 6}) == []


def test_a_daily_limit_counts_the_first_hours_of_a_duty_to_the_first_week():
    unit, plan = draw(
        "ann  M . . . . . . .", RN, first=SATURDAY, calendar=SEVEN_ON_SUNDAY, shifts=SHIFTS,
        pay={"RN": PayClass(40_00, "california")},
    )  # fmt: skip
    assert Figures(unit, plan).overtime(unit.staff[0]) == 4 * H
