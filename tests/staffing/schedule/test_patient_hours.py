"""Direct, worked and paid HPPD, worked by hand."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.staffing.facts.care import Care, Census, Filler
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass, PeriodBudget
from optimizer.staffing.need.computed_need import with_computed_needs
from optimizer.staffing.need.hppd import DIRECT, PAID, WORKED, PatientHours
from optimizer.staffing.need.ratio import no_law
from optimizer.staffing.schedule.budget_report import budget_report
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.patient_hours import patient_hours, target_hours
from optimizer.summary.schedule.coverage import days_of_care
from tests.draw import draw
from tests.made.random_units import plans, units

CARE = Care((Census(When(), "D", {1: 3}),), (Filler("Charge", least=1), Filler("RN", 100, counts=True, least=1)))
NEEDS = (Need(When(), "D", "RN", 1, 1), Need(When(), "D", "Charge", 1, 1))


def test_a_free_charge_nurse_is_worked_not_direct_and_leave_and_classes_are_paid_alone():
    people = {"dot": {"roles": ("Orientee",)}}
    unit, plan = draw("ann  D\nben  D/Charge\ncal  P\ndot  D\neve  S\nfay  C", people, needs=NEEDS, care=CARE)
    found = patient_hours(Figures(unit, plan))
    assert found == PatientHours(3, 8 * 60, 16 * 60, 40 * 60)
    assert dict(found.named) == {DIRECT: Fraction(8, 3), WORKED: Fraction(16, 3), PAID: Fraction(40, 3)}


def test_a_schedule_that_is_the_target_has_the_hppd_of_the_target():
    unit, plan = draw("ann  D D\nben  D/Charge D/Charge", needs=())
    care = replace(CARE, mix=(Filler("Charge", least=1), Filler("RN", least=1, counts=True)))
    unit = with_computed_needs(replace(unit, care=care), no_law)
    target, found = target_hours(unit), patient_hours(Figures(unit, plan))
    assert (found.direct_each, found.worked_each) == (target.direct_each, target.worked_each) == (
        Fraction(8, 3), Fraction(16, 3)
    )  # fmt: skip


@settings(max_examples=60, suppress_health_check=[*HealthCheck], deadline=None)
@given(st.data())
def test_hours_are_the_same_wherever_they_are_told_and_variances_add_up_to_the_cent(data):
    unit = data.draw(units())
    budget = PeriodBudget(
        None, data.draw(st.integers(0, 99)), data.draw(st.integers(0, 900)), data.draw(st.integers(0, 9_999)),
        data.draw(st.integers(0, 999_99)),
    )  # fmt: skip
    unit = replace(unit, care=CARE, budget=(budget,), pay=unit.pay or {"low": PayClass(21_37)})
    figures = Figures(unit, data.draw(plans(unit)))
    reports, whole = budget_report(figures), patient_hours(figures)
    for measure in ("patient_days", "direct", "worked", "paid"):
        assert sum(getattr(report.hours, measure) for report in reports) == getattr(whole, measure)
    for measure in ("patient_days", "direct", "worked"):
        assert sum(getattr(day.hours, measure) for day in days_of_care(figures)) == getattr(whole, measure)
    for report in reports:
        found = report.variance
        assert found.total == report.actual.cost - report.budget.cost
        assert found.volume + found.efficiency + found.rate + found.aside == found.total
        assert found.aside == report.actual.aside - report.budget.aside
        assert report.actual.hours == Fraction(report.hours.worked, 60)
