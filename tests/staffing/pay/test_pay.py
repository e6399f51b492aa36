"""Worked examples of pay, to the cent."""

from dataclasses import replace

from optimizer.staffing.facts.rates import PayClass, Premium
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.rules.hours.hours import Overtime
from optimizer.staffing.schedule.figures import Figures
from tests.draw import SHIFTS, amounts, day, draw, says

RN = {"pay_class": "RN"}
THIRTEEN = tuple(replace(shift, end=20 * 60, paid=13 * 60) if shift.code == "L" else shift for shift in SHIFTS)
"""The shifts of a drawing, its long day thirteen hours long."""


def spent(picture, paid, premiums=(), people=None, **facts):
    unit, plan = draw(picture, people or {"ann": RN}, pay={"RN": paid}, premiums=premiums, **facts)
    return {bucket: cents for bucket, cents in Figures(unit, plan).spent.items() if cents}


def overtime(picture, scheme, **facts):
    """Return hours of overtime and what they cost on top at $10 an hour."""
    unit, plan = draw(picture, {"ann": RN}, pay={"RN": PayClass(10_00, scheme)}, **facts)
    figures = Figures(unit, plan)
    return figures.overtime(unit.staff[0]) / 60, figures.spent[Bucket.OVERTIME] / 100


def test_the_federal_week_pays_half_as_much_again_beyond_forty_hours():
    assert overtime("ann  L L L . . . .", "weekly", calendar={"week_start": 0}) == (0, 0)
    assert overtime("ann  L L L L . . .", "weekly", calendar={"week_start": 0}) == (8, 40)


def test_eight_and_eighty_counts_by_the_day_or_by_the_fortnight_whichever_is_more():
    assert overtime("ann  L L L . . . . L L L . . . .", "8-80") == (24, 120)
    assert overtime("ann  D D D D D D . D D D D D . .", "8-80") == (8, 40)
    assert overtime("ann  D D D D D . . D D D D D . .", "8-80") == (0, 0)
    assert overtime("ann  L L L L . . . D D D D D D .", "8-80") == (4 * 4, 80)  # 96 h: 16 by the day, 80 remain


def test_california_pays_by_the_day_double_beyond_twelve_hours_and_by_the_week_what_is_left():
    assert overtime("ann  L", "california", shifts=THIRTEEN) == (5, 4 * 5 + 1 * 10)
    assert overtime("ann  D D D D D D .", "california", calendar={"week_start": 0}) == (8, 40)
    assert overtime("ann  L L L . . . .", "california", calendar={"week_start": 0}) == (12, 60)


def test_three_twelves_are_plain_in_california_by_agreement():
    assert overtime("ann  L L L . . . .", "california-3x12", calendar={"week_start": 0}) == (0, 0)
    assert overtime("ann  L L L L . . .", "california-3x12", calendar={"week_start": 0}) == (8, 40)
    assert overtime("ann  L", "california-3x12", shifts=THIRTEEN) == (1, 10)


def test_colorado_pays_beyond_twelve_hours_a_day_and_forty_a_week():
    """7 CCR 1103-1 rule 4, as cdle.colorado.gov quotes it."""
    assert overtime("ann  L L L . . . .", "colorado", calendar={"week_start": 0}) == (0, 0)
    assert overtime("ann  L", "colorado", shifts=THIRTEEN) == (1, 5)
    assert overtime("ann  L L L L . . .", "colorado", calendar={"week_start": 0}) == (8, 40)


def test_two_duties_of_one_day_are_overtime_by_the_sum_of_both():
    assert overtime("ann  D+E", "8-80") == (8, 40)
    assert overtime("ann  D+E", "california") == (8, 8 * 5 + 4 * 5)
    assert overtime("ann  D+E", "california-3x12") == (4, 4 * 5 + 4 * 5)
    assert overtime("ann  L+E", "8-80") == (12, 60)
    assert overtime("ann  D+C", "8-80")[0] == 0
    assert overtime("ann  D E", "8-80") == (0, 0)
    assert overtime("ann  D+E", "weekly") == (0, 0)


def test_without_a_scheme_nothing_is_overtime():
    assert overtime("ann  L L L L L L L", "none", calendar={"week_start": 0}) == (0, 0)


def test_premiums_add_up_and_are_paid_for_the_duties_they_are_for():
    evening, weekend = Premium("evening", 2_50), Premium("weekend", 3_00)
    assert spent("ann  E", PayClass(45_00), (evening, weekend)) == {"base": 360_00, "premiums": 20_00}
    saturday = {"first": day(5)}
    both = spent("ann  E", PayClass(45_00), (evening, weekend), **saturday)
    assert both == {"base": 360_00, "premiums": 20_00 + 24_00}


def test_a_holiday_may_pay_a_part_of_the_rate_and_a_charge_nurse_something_more():
    premiums = (Premium("holiday", part=500), Premium("Charge", 2_50))
    calendar = {"holidays": {day(0): "Whit Monday"}}
    assert spent("ann  D D/Charge", PayClass(40_01), premiums, calendar=calendar) == {
        "base": 2 * 320_08,
        "premiums": 160_04 + 20_00,
    }


def test_premiums_are_only_for_those_they_are_for_and_never_for_leave():
    premiums = (Premium("day", 1_00, to=("Float",)),)
    assert spent("ann  D", PayClass(10_00), premiums) == {"base": 80_00}
    floats = {"ann": RN | {"groups": ("Float",)}}
    assert spent("ann  D P", PayClass(10_00), premiums, floats) == {"base": 160_00, "premiums": 8_00}


def test_precepting_is_paid_with_the_hours_of_the_orientee():
    people = {"ann": RN | {"preceptors": ("ben",)}, "ben": RN}
    premiums = (Premium("precepting", 1_50),)
    assert spent("ann  D D \n ben  D .", PayClass(0), premiums, people) == {"premiums": 2 * 12_00}


def test_on_call_pays_standby_for_all_its_hours_and_what_is_expected_to_be_called_in():
    premiums = (Premium("on call", 4_50), Premium("night", 9_00))
    assert spent("ann  C", PayClass(40_00), premiums) == {"on call": 54_00}
    assert spent("ann  C", PayClass(40_00, called_in=120), premiums) == {"on call": 54_00 + 120_00}


def test_hours_above_the_contract_earn_the_incentive():
    people = {"ann": RN | {"fte": 0.1}}  # 8 of 80 hours
    assert spent("ann  D D" + " ." * 12, PayClass(0, extra=15_00), (), people) == {"extra shifts": 8 * 15_00}
    assert spent("ann  D P" + " ." * 12, PayClass(0, extra=15_00), (), people) == {}


def test_the_employers_burden_is_on_every_cent_also_of_overtime():
    found = spent("ann  L L L L . . .", PayClass(10_00, burden=290), calendar={"week_start": 0})
    assert found == {"base": 480_00, "overtime premium": 40_00, "burden": 4 * 34_80 + 8 * 1_45}


def test_an_agency_bills_what_it_bills():
    people = {"ann": RN | {"employment": Employment.AGENCY}}
    found = spent("ann  L L L L . . .", PayClass(98_00, burden=290), (), people, calendar={"week_start": 0})
    assert found == {"agency": 48 * 98_00 + 8 * 49_00}


def test_overtime_by_the_day_is_charged_and_told_apart():
    facts = {"pay": {"RN": PayClass(10_00, "8-80")}}
    assert amounts(Overtime(), "ann  L D", {"ann": RN}, **facts) == [4 * 60]
    assert says(Overtime(), "ann  L D" + " ." * 12, {"ann": RN}, **facts) == [
        "Ann works 4 h of overtime by the day from Mon 1 Jun to Sun 14 Jun."
    ]
