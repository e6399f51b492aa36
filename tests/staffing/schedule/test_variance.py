"""The textbook's numbers, to the cent."""

from fractions import Fraction

import pytest

from optimizer.staffing.need.fte import base_fte, paid_fte, replacement
from optimizer.staffing.pay.pay import rounded
from optimizer.staffing.schedule.variance import Actual, BudgetStandard, productivity, variance


def test_a_budget_is_overspent_by_volume_efficiency_and_rate():
    budget = BudgetStandard(Fraction(5000), Fraction(1, 2), Fraction(40_00))
    actual = Actual(Fraction(6000), Fraction(3200), Fraction(3200 * 37_50))
    found = variance(budget, actual)
    assert budget.cost == 100_000_00
    assert (found.flexible, found.volume, found.efficiency, found.rate) == (120_000_00, 20_000_00, 8_000_00, -8_000_00)
    assert found.total == actual.cost - budget.cost == 20_000_00
    assert (found.part, found.asks) == (0, False)


@pytest.mark.parametrize(("hours", "asks"), [(1050, False), (1051, True), (950, False), (949, True)])
def test_more_than_five_percent_either_way_asks_for_an_explanation(hours, asks):
    budget = BudgetStandard(Fraction(100), Fraction(10), Fraction(40_00))
    assert variance(budget, Actual(Fraction(100), Fraction(hours), Fraction(hours * 40_00))).asks is asks


def test_productivity_is_earned_over_worked_hours():
    budget = BudgetStandard(Fraction(420), Fraction(19, 2), Fraction(1))
    actual = Actual(Fraction(420), Fraction(4370), Fraction(0))
    assert budget.volume * budget.hours_each == 3990
    assert round(float(productivity(budget, actual)), 3) == 0.913
    assert round(actual.hours / actual.volume, 2) == Fraction("10.40")
    adjusted = BudgetStandard(Fraction(1100), Fraction(5), Fraction(1))  # 1,000 patient days at an acuity index of 1.1
    assert adjusted.volume * adjusted.hours_each == 5500
    worked = Actual(Fraction(1100), Fraction(6000), Fraction(0))
    assert round(float(1 / productivity(adjusted, worked)), 3) == 1.091
    assert productivity(adjusted, Actual(Fraction(0), Fraction(0), Fraction(0))) is None


@pytest.mark.parametrize(("hours_a_day", "base", "replaced"), [(192, 33.69, None), (24, 4.21, 4.72), (12, 2.11, 2.36)])
def test_positions_that_hours_take(hours_a_day, base, replaced):
    assert round(float(base_fte(Fraction(hours_a_day))), 2) == base
    assert replaced is None or round(float(base_fte(Fraction(hours_a_day)) * replacement(224 * 60)), 2) == replaced


def test_replacement_divides_by_the_hours_worked():
    assert round(float(replacement(224 * 60)), 4) == 1.1207
    assert paid_fte(Fraction(880), Fraction(80)) == 11


def test_benefits_as_a_burden_on_wages():
    assert rounded(1000 * (80 + 40 + 80), 695) == 288  # 8.0, 4.0 and 8.0 of every 69.5 cents of wages
