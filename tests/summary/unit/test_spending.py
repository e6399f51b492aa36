from fractions import Fraction

from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.variance import Actual, BudgetStandard, variance
from optimizer.summary.unit.spending import Extra, explained, has_agency, overtime_by_person, set_apart
from tests.draw import draw

BUDGET = BudgetStandard(Fraction(5000), Fraction(1, 2), Fraction(40_00))
PEOPLE = {
    "ann": {"pay_class": "RN"},
    "ben": {"pay_class": "RN"},
    "cal": {"pay_class": "RN", "employment": Employment.AGENCY},
}
PICTURE = "ann  D D D D D D .\nben  C D . . . . .\ncal  L . . . . . ."


def figures():
    unit, plan = draw(PICTURE, PEOPLE, pay={"RN": PayClass(40_00)}, calendar={"week_start": 0})
    return Figures(unit, plan)


def test_the_worked_example_is_told_in_three_sentences():
    found = variance(BUDGET, Actual(Fraction(6000), Fraction(3200), Fraction(3200 * 37_50)))
    assert explained(found) == (
        "Volume: $20,000 more than budgeted, because there are more patients than budgeted (unfavourable).",
        "Efficiency: $8,000 more than budgeted, because more hours are worked for each patient than budgeted "
        "(unfavourable).",
        "Rate: $8,000 less than budgeted, because an hour costs less than budgeted (favourable).",
        "Time away: nothing, just as budgeted.",
    )


def test_what_is_as_budgeted_is_told_so():
    found = variance(BUDGET, Actual(Fraction(5000), Fraction(2500), Fraction(100_000_00)))
    assert explained(found)[0] == "Volume: nothing, just as budgeted."


def test_overtime_is_hours_and_what_they_cost_on_top():
    assert overtime_by_person(figures()) == (Extra("ann", 8 * 60, 8 * 20_00),)


def test_time_on_call_and_of_an_agency_stand_apart():
    apart = set_apart(figures())
    assert (apart.on_call, apart.people_on_call) == (12 * 60, 1)
    assert (apart.agency, apart.people_of_agency) == (12 * 60, 1)
    assert has_agency(figures().unit)
    assert not has_agency(draw("ann  D")[0])
