from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.staffing.facts.care import Care, Census, Filler
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.need.cover import NeedCover, Standing, have_of_target
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.coverage import days_of_care, standings
from optimizer.summary.schedule.grid_figures import coverage_rows
from tests.draw import draw
from tests.made.random_units import plans, units

CARE = Care((Census(When(), "D", {1: 5}), Census(When(), "N", {1: 4})), (Filler("RN", 100),))


def test_a_sign_tells_what_is_short_and_what_is_too_much():
    shown = [have_of_target(NeedCover(have, 1, 2, 3)) for have in range(5)]
    assert shown == ["▼0/2", "▽1/2", "2/2", "3/2", "▲4/2"]


def test_places_are_counted_by_how_they_stand():
    rows = coverage_rows(Figures(*draw("ann  D . D\nben  D . .", needs=(Need(When(), "D", "RN", 1, 2),))))
    assert standings(rows) == {Standing.MET: 1, Standing.BELOW_MINIMUM: 1, Standing.BELOW_TARGET: 1}


def test_hours_for_each_patient_are_those_at_the_bedside_over_the_patients_at_midnight():
    unit, plan = draw(
        "ann  D S\nben  D .\ncal  D .",
        {"cal": {"roles": ("Orientee",)}},
        needs=(Need(When(), "D", "RN", 1, 2),),
        care=CARE,
    )
    first, second = days_of_care(Figures(unit, plan))
    assert (first.hours.patient_days, first.hours.worked, first.hours.worked_each) == (4, 2 * 8 * 60, Fraction(4))
    assert (second.hours.patient_days, second.hours.worked) == (4, 0)  # a study day is no time at the bedside


def test_without_a_census_there_is_nothing_to_tell():
    assert days_of_care(Figures(*draw("ann  D"))) == ()


@settings(max_examples=40, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_the_days_add_up_to_what_everyone_works_at_the_bedside(data):
    unit = data.draw(units())
    figures = Figures(unit, data.draw(plans(unit)))
    vars(unit)["care"] = CARE
    found = [day.hours for day in days_of_care(figures)]
    assert sum(hours.worked for hours in found) == sum(map(figures.bedside, unit.staff))
    assert sum(hours.direct for hours in found) == sum(map(figures.direct, unit.staff))
