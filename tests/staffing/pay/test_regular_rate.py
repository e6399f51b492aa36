"""Overtime at the regular rate, to the cent, and what a search reckons with instead."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.staffing.facts.rates import PayClass, Premium, RegularRate
from optimizer.staffing.facts.shift import Kind, Shift
from optimizer.staffing.pay.pay import FINE, Bucket
from optimizer.staffing.pay.regular_rate import overtime_pay
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.schedule.figures import Figures
from tests.draw import SHIFTS, day, draw

RN = {"pay_class": "RN"}
CREDITED, NOT = RegularRate.CREDITED, RegularRate.NOT
NIGHT, WEEKEND = Premium("night", 4_50), Premium("weekend", 3_00)
SATURDAY = {"week_start": 5}
"""A week from Saturday on, whose weekend is its first two days."""


def spent(picture, paid, premiums=(), people=None, shifts=SHIFTS, calendar=(), first=5):
    """Return what a week, its first day a Saturday, costs by bucket."""
    facts = {"week_start": 5, **dict(calendar)}
    unit, plan = draw(
        picture,
        {"ann": RN | dict(people or {})},
        pay={"RN": paid},
        premiums=premiums,
        shifts=shifts,
        calendar=facts,
        first=day(first),
    )
    return {str(bucket): cents for bucket, cents in Figures(unit, plan).spent.items() if cents}


def test_a_night_nurse_is_owed_half_of_her_regular_rate():
    found = spent("ann  M M M M . . .", PayClass(45_00), (NIGHT, WEEKEND))
    assert found == {"base": 48 * 45_00, "premiums": 48 * 4_50 + 24 * 3_00, "overtime premium": 204_00}


def test_what_is_not_in_the_regular_rate_adds_nothing_to_overtime():
    outside = tuple(replace(premium, regular=NOT) for premium in (NIGHT, WEEKEND))
    assert spent("ann  M M M M . . .", PayClass(45_00), outside)["overtime premium"] == 180_00


@pytest.mark.parametrize(
    ("holiday", "overtime"),
    [
        (Premium("holiday", part=500), 8 * (48 * 40_00 + 12 * 20_00) // 48 // 2),  # in: $45 an hour on average
        (Premium("holiday", part=500, regular=CREDITED), 0),  # $160 owed, $240 credited
        (Premium("holiday", part=400, regular=CREDITED), 8 * (48 * 40_00 + 12 * 16_00) // 48 // 2),  # too small a part
        (Premium("holiday", part=1000, regular=NOT), 8 * 20_00),
    ],
)
def test_a_holiday_is_credited_from_half_as_much_again_on(holiday, overtime):
    """29 CFR 778.203: a special day's premium of less than half the rate is in the regular rate, whatever is said."""
    calendar = {"holidays": {day(7): "Day"}}
    found = spent("ann  . . L L L L .", PayClass(40_00), (holiday,), calendar=calendar)
    assert found.get("overtime premium", 0) == overtime


@pytest.mark.parametrize(("regular", "overtime"), [(RegularRate.IN, 170_00), (NOT, 160_00), (CREDITED, 40_00)])
def test_the_incentive_for_extra_shifts_is_in_the_rate_or_credited(regular, overtime):
    """Eight extra hours at $15 are $120: $2.50 an hour of 48, half of which for 8 hours is $10 (29 CFR 778.202(b))."""
    paid = PayClass(40_00, extra=15_00, extra_regular=regular)
    calendar = {"pay_period_days": 7, "full_time": 40 * 60}
    found = spent("ann  L L L L . . .", paid, people={"fte": 1.0}, calendar=calendar)
    assert (found["extra shifts"], found["overtime premium"]) == (120_00, overtime)


def test_a_call_back_is_paid_as_the_regulation_s_example_has_it():
    """29 CFR 778.221(b): $5 an hour, 41 h and 2 h on a call with a minimum of three; 43 h count and $230 are paid."""
    nine = tuple(replace(each, end=each.start + 540, paid=540) if each.code == "E" else each for each in SHIFTS)
    paid = PayClass(5_00, called_in=120, call_back=180)
    found = spent("ann  E D D D D C .", paid, shifts=nine, calendar={"week_start": 0}, first=0)
    assert found == {"base": 205_00, "on call": 22_50, "overtime premium": 2_50}
    assert sum(found.values()) == 230_00


def test_standby_is_in_the_regular_rate():
    """29 CFR 778.223: 12 h on call at $4 are $1 of 48 h, half of which for 8 hours is $4."""
    found = spent("ann  L L L L C . .", PayClass(40_00), (Premium("on call", 4_00),))
    assert found == {"base": 48 * 40_00, "on call": 48_00, "overtime premium": 164_00}


def test_called_in_minutes_are_hours_worked():
    unit, plan = draw(
        "ann  L L L . C . .", {"ann": RN}, pay={"RN": PayClass(40_00, called_in=5 * 60)}, calendar=SATURDAY
    )
    assert Figures(unit, plan).overtime(unit.staff[0]) == 60


FIVE_HOURS = tuple(replace(each, end=each.start + 300, paid=300) if each.code == "E" else each for each in SHIFTS)
"""The shifts of a drawing, its evening five hours long."""


@pytest.mark.parametrize(
    ("picture", "owed"),
    [
        ("ann  E E E E E E E", 5 * 20_00),  # 35 h, of which the seventh day's five are overtime
        ("ann  E E E E E E .", 0),
        ("ann  D D D D D D D", (8 + 8) * 20_00),  # by the week 16 h, the seventh day among them
        ("ann  E E E E E E L", (8 + 4 + 4) * 20_00),  # eight at half as much again, four at twice
        ("ann  D D D D D D L", (8 + 8 + 4 + 4) * 20_00),
    ],
)
def test_california_s_seventh_day_is_overtime_from_its_first_hour_and_double_beyond_eight(picture, owed):
    """Labor Code 510(a)."""
    found = spent(picture, PayClass(40_00, "california"), shifts=FIVE_HOURS)
    assert found.get("overtime premium", 0) == owed


def test_a_missed_meal_pays_an_hour_at_the_regular_rate():
    found = spent("ann  M E", PayClass(40_00, missed_meals=250), (NIGHT,), shifts=FIVE_HOURS)
    assert found["premiums"] == 12 * 4_50 + 11_13  # a quarter of $44.50, half a cent up; none for five hours


def test_overtime_by_the_day_goes_by_the_regular_rate_too():
    found = spent("ann  M M . . . . .", PayClass(40_00, "8-80"), (NIGHT,), calendar={"pay_period_days": 14})
    assert found["overtime premium"] == 8 * 22_25


EVERYTHING = (
    NIGHT,
    WEEKEND,
    Premium("on call", 4_00),
    Premium("evening", part=70),
    Premium("Charge", 2_50),
    Premium("weekend", part=500, regular=CREDITED),
)


MORE = (
    *SHIFTS,
    Shift("H", "Short", 7 * 60, 8 * 60, 60),
    Shift("Q", "Four hours", 8 * 60, 12 * 60, 240),
    Shift("R", "Four more", 12 * 60, 16 * 60, 240),
    Shift("U", "Call by day", 7 * 60, 19 * 60, 0, kind=Kind.ON_CALL),
)
DAYS = st.sampled_from([*"DELMCHQ..", "D+E", "L+M", "D+C", "C+U", "H+C+U", "Q+R+E", "D+M"])
CALIFORNIA = st.sampled_from(["weekly", "8-80", "california", "california-3x12", "colorado"])


@given(st.lists(DAYS, min_size=14, max_size=14), CALIFORNIA, st.sampled_from([*RegularRate]), st.integers(0, 9))
def test_a_search_never_reckons_with_less_than_is_owed(duties, scheme, regular, before):
    paid = PayClass(41_37, scheme, burden=83, extra=15_00, called_in=45, call_back=120, extra_regular=regular)
    cells = [*duties[:before], *("|" for _ in range(min(1, before))), *duties[before:]]
    unit, plan = draw(
        f"ann  {' '.join(cells)}", {"ann": RN | {"fte": 0.5}}, pay={"RN": paid}, premiums=EVERYTHING, shifts=MORE
    )
    (budget,) = Budget().laws(unit)
    rounding = 2 * len(unit.days) + 2 * len(plan)
    assert budget.total(plan | unit.past) / FINE + rounding >= sum(Figures(unit, plan).spent.values())


def test_standby_of_seven_short_days_is_reckoned_by_the_hours_that_they_have():
    """Seven days of an hour and two calls a day: no week of 40 hours, by which the calls would count for less."""
    paid, premiums = PayClass(40_00, "california"), (Premium("on call", 40_00),)
    shifts = [each for each in MORE if each.code in "HCU"]
    unit, plan = draw("ann  " + "H+C+U " * 7, {"ann": RN}, pay={"RN": paid}, premiums=premiums, shifts=shifts)
    (budget,) = Budget().laws(unit)
    assert budget.total(plan) / FINE + len(plan) >= sum(Figures(unit, plan).spent.values())


def owed_in_california(hours):
    """Return the hours of overtime of seven days of so many, and of double time among them, day by day and by hand."""
    seven, last = all(hours), hours[-1]
    first_six = hours[:-1] if seven else hours
    by_day = sum(max(0, each - 8) for each in first_six)
    by_week = max(0, sum(min(each, 8) for each in first_six) - 40)
    double = sum(max(0, each - 12) for each in first_six)
    return by_day + by_week + (last if seven else 0), double + (max(0, last - 8) if seven else 0)


HOURS = {".": 0, "H": 1, "D": 8, "L": 12, "D+E": 16, "L+M": 24, "Q+R": 8, "Q+R+E": 16, "Q+E": 12, "H+Q": 5}


@given(st.lists(st.sampled_from([*HOURS]), min_size=7, max_size=7))
def test_several_duties_of_a_day_are_one_for_the_day_the_week_and_the_seventh_day(days):
    """Labor Code 510(a) of days, by hand: no hour counts twice, all of a seventh day is overtime."""
    facts = {"pay": {"RN": PayClass(40_00, "california")}, "calendar": {"week_start": 0}}
    unit, plan = draw(f"ann  {' '.join(days)}", {"ann": RN}, shifts=MORE, **facts)
    overtime, double = owed_in_california([HOURS[each] for each in days])
    figures = Figures(unit, plan)
    assert figures.spent[Bucket.OVERTIME] == (overtime + double) * 20_00
    assert figures.overtimes == {"ann": overtime * 60}


def test_a_double_before_the_plan_counts_to_the_week_as_a_day_does():
    """Five doubles are five times eight hours of the week; the sixth day's eight are beyond 40."""
    found = spent("ann  D+E D+E D+E D+E D+E | D .", PayClass(40_00, "california"), first=10)
    assert found["overtime premium"] == 8 * 20_00
    found = spent("ann  D+E D+E D+E D+E | D .", PayClass(40_00, "california"), first=9)
    assert "overtime premium" not in found


def test_without_premiums_a_search_reckons_with_what_is_owed():
    unit, plan = draw("ann  L L L L . . L L L L L . . .", {"ann": RN}, pay={"RN": PayClass(40_00)})
    (budget,) = Budget().laws(unit)
    assert budget.total(plan) == sum(Figures(unit, plan).spent.values()) * FINE


def test_the_regular_rate_is_told_by_the_week():
    unit, plan = draw("ann  M M M M . . .", {"ann": RN}, pay={"RN": PayClass(45_00)}, premiums=(NIGHT,))
    owed = [each for each in overtime_pay(unit, unit.humans[0], plan) if each.cents]
    assert [(each.regular, each.cents) for each in owed] == [(49_50, 8 * 24_75)]
    assert Figures(unit, plan).spent[Bucket.OVERTIME] == 8 * 24_75
