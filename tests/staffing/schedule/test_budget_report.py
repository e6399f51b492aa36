from fractions import Fraction

from optimizer.staffing.facts.care import Care, Census, Filler
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass, PeriodBudget
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.schedule.budget_report import budget_report, summed
from optimizer.staffing.schedule.figures import Figures
from tests.draw import day, draw

PEOPLE = {
    "ann": {"pay_class": "RN"},
    "ben": {"pay_class": "RN", "roles": ("Orientee",)},
    "cal": {"pay_class": "Agency", "employment": Employment.AGENCY},
}
FACTS = {
    "needs": (Need(When(), "D", "RN", 0, 1),),
    "pay": {"RN": PayClass(40_00), "Agency": PayClass(90_00)},
    "care": Care((Census(When(), "D", {1: 3}), Census(When(), "N", {1: 2})), (Filler("RN", 100),)),
}
TWO_WEEKS = "ann  D D D D . . . D D D D D . . \n ben  D . . . . . . . . . . . . . \n cal  D . . . . . . . . . . . . D "


def reports(*budget, picture=TWO_WEEKS, **facts):
    return budget_report(Figures(*draw(picture, PEOPLE, budget=budget, **FACTS, **facts)))


def test_hours_at_the_bedside_and_money_are_held_against_a_budget_flexed_by_the_patients():
    (found,) = reports(PeriodBudget(None, 20, 3 * 60, 45_00))
    assert (found.budget.volume, found.actual.volume) == (20, 28)  # the patients at midnight are those of the night
    assert found.actual.hours == 9 * 8 + 2 * 8  # the orientee's hours are paid, not counted
    assert (found.hours.paid, found.agency) == (12 * 8 * 60, 16 * 60)
    assert found.actual.cost == 10 * 320_00 + 2 * 720_00
    assert found.spent[Bucket.AGENCY] == 2 * 720_00
    assert found.variance.flexible == 28 * 3 * 45_00
    assert found.variance.total == found.actual.cost - 20 * 3 * 45_00
    assert (found.hours.worked_each, found.hours.paid_each) == (Fraction(88, 28), Fraction(96, 28))
    assert found.productivity == Fraction(84, 88)
    assert found.fte == Fraction(96, 80)


def test_every_pay_period_has_its_own_line_or_the_one_for_all():
    calendar = {"pay_period_days": 7}
    first, second = reports(PeriodBudget(None, 20, 180, 45_00), PeriodBudget(day(7), 10, 120, 50_00), calendar=calendar)
    assert (first.budget.volume, second.budget.volume, second.budget.hours_each) == (20, 10, 2)
    assert summed((first, second), lambda report: report.actual.cost) == 10 * 320_00 + 2 * 720_00
    assert [r.span.first for r in reports(PeriodBudget(day(7), 10, 120, 50_00), calendar=calendar)] == [day(7)]


def test_a_pay_period_that_the_plan_cuts_has_its_part_of_the_budget():
    (found,) = reports(PeriodBudget(None, 20, 180, 45_00), picture="ann  D D D D . . . \n ben  . \n cal  . ")
    assert (found.budget.volume, found.actual.volume, found.fte) == (10, 14, Fraction(32, 40))


def test_overtime_belongs_to_the_pay_period_in_which_its_week_ends():
    calendar = {"pay_period_days": 7, "week_start": 0}
    picture = "ann  D D D D D D . D D D D D D D \n ben  . \n cal  . "
    first, second = reports(PeriodBudget(None, 20, 180, 45_00), picture=picture, calendar=calendar)
    assert (first.overtime, second.overtime) == (8 * 60, 16 * 60)
    assert (first.spent[Bucket.OVERTIME], second.spent[Bucket.OVERTIME]) == (160_00, 320_00)
    assert first.spent[Bucket.BASE] + second.spent[Bucket.BASE] == 13 * 320_00


def test_without_a_census_nothing_is_earned_and_without_a_budget_nothing_is_told():
    (found,) = budget_report(
        Figures(*draw(TWO_WEEKS, PEOPLE, budget=(PeriodBudget(None, 20, 180, 45_00),), **FACTS | {"care": None}))
    )
    assert (found.actual.volume, found.hours.worked_each, found.productivity) == (0, None, 0)
    assert reports() == ()


def test_leave_orientation_and_education_are_a_line_of_their_own_and_change_no_rate():
    line = PeriodBudget(None, 28, 2 * 60, 40_00, 100_00)
    (plain,) = reports(line, picture="ann  D D D D D . . . . . . . . . \n ben  . \n cal  . ")
    (away,) = reports(line, picture="ann  D D D D D . . P S . . . . . \n ben  D \n cal  . ")
    assert (plain.actual.aside, away.actual.aside) == (0, 3 * 320_00)
    assert (away.variance.rate, away.variance.efficiency) == (0, plain.variance.efficiency)
    assert away.variance.aside == 3 * 320_00 - 100_00
    assert away.variance.total == away.actual.cost - (28 * 2 * 40_00 + 100_00)
