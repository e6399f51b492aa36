"""Less money never covers more, each point is proved, and the shadow price is the slope."""

from dataclasses import replace

import pytest

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.policy import Policy
from optimizer.planning.score import Score
from optimizer.scenarios.account import account
from optimizer.scenarios.frontier import budgets_between, coverage_within, frontier_tasks, points_of
from optimizer.scenarios.run import Limits, Result, run
from optimizer.scenarios.uncovered import UncoveredTime
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.policy import must
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import amounts, draw, says
from tests.scenarios.units import EXACT, POLICY, tiny

NEEDS = (Need(When(), "D", "RN", 1, 2), Need(When(), "19:00-07:00", "RN", 0, 1))


def curve(unit, policy, budgets, limits=EXACT):
    return points_of(budgets, [run(task) for task in frontier_tasks(unit, policy, budgets, limits)])


def test_missing_time_is_counted_by_shift_and_window_in_grains():
    assert amounts(UncoveredTime(grain=240), "ann  D \n ben  .", needs=NEEDS) == [3, 2]
    assert amounts(UncoveredTime(grain=240), "ann  D \n ben  D \n cal  M", needs=NEEDS) == []
    assert says(UncoveredTime(grain=240), "ann  D \n ben  D", needs=NEEDS) == [
        "19:00-07:00 RN on Mon 1 Jun has 12 h uncovered."
    ]


def test_budgets_are_evenly_apart_with_both_ends():
    assert budgets_between(0, 1000, 5) == (0, 250, 500, 750, 1000)
    assert budgets_between(100, 1000, 4) == (100, 400, 700, 1000)


def test_only_musts_coverage_and_budget_are_left():
    kept = coverage_within(tiny(), POLICY, 1_000_00).rulings
    assert [ruling.rule.key for ruling in kept] == ["one-duty-a-day", "rest", "uncovered-time", "budget"]
    assert kept[-1] == must(Budget(limit=1_000_00))


def test_less_budget_never_gives_less_uncovered_need_at_proven_optimality():
    unit, budgets = tiny(days=4), budgets_between(0, 5_000_00, 9)
    points = curve(unit, POLICY, budgets)
    assert all(point.status is Status.OPTIMAL for point in points)
    assert all(point.found == point.least for point in points)
    uncovered = [point.found for point in points]
    assert uncovered == sorted(uncovered, reverse=True)
    assert (uncovered[0], uncovered[-1]) == (4 * 3 * 8 * 60, 0)
    assert all(point.cost <= point.budget for point in points)


def test_what_is_found_is_what_the_account_counts():
    unit, budgets = tiny(), (3_000_00,)
    (result,) = [run(task) for task in frontier_tasks(unit, POLICY, budgets, EXACT)]
    (point,) = points_of(budgets, [result])
    assert point.found == sum(account(unit, result.plan).uncovered.values())


def test_a_budget_that_the_musts_alone_exceed_has_no_schedule():
    unit = tiny()
    locked = replace(unit, locked=frozenset(unit.cells["ann", unit.days[0]][:1]))
    point, enough = curve(locked, POLICY, (0, 1_000_00))
    assert (point.status, point.found, point.cost) == (Status.INFEASIBLE, None, None)
    assert enough.found is not None


def test_points_that_were_not_finished_are_left_out():
    assert points_of((1, 2), [None, None]) == []


def test_the_shadow_price_of_the_budget_is_the_slope_of_the_curve_within_its_gap():
    people = {"ann": {"pay_class": "Own"}, "ben": {"pay_class": "Agency", "employment": Employment.AGENCY}}
    unit, _ = draw(
        f"ann  {'. ' * 28}\nben  {'. ' * 28}", people, needs=(Need(When(), "D", "RN", 0, 2),),
        pay={"Own": PayClass(20_00), "Agency": PayClass(60_00)}, calendar={"overtime_after": 100 * 60},
    )  # fmt: skip
    policy = Policy((must(OneDutyADay()),))
    budgets = tuple(160_00 * n for n in (10, 14, 18, 34, 46, 58))  # ann's days first, at $160, then ben's at $480
    points = curve(unit, policy, budgets, Limits(seconds=60))
    for low, point, high in (points[0:3], points[3:6]):
        slope = 100 * (low.found - high.found) / (high.budget - low.budget)
        error = 100 * max(p.found - p.least for p in (low, point, high)) / (point.budget - low.budget)
        assert point.slope == pytest.approx(slope, abs=error + 0.01)
    assert (points[1].slope, points[4].slope) == (pytest.approx(3, abs=0.01), pytest.approx(1, abs=0.01))


def test_a_point_takes_over_the_schedule_of_a_lower_budget_and_the_bound_of_a_higher_one():
    def result(status, minutes, least):
        score = None if minutes is None else Score(0, minutes * 100)
        return Result("", Outcome(status, None, None, least * 100, 1.0), score)

    timed_out = result(Status.OUT_OF_TIME, None, 0)
    rows = [result(Status.FEASIBLE, 60, 10), timed_out, result(Status.FEASIBLE, 80, 20), result(Status.OPTIMAL, 30, 30)]
    points = points_of((1, 2, 3, 4), [timed_out, *rows[:3]])
    assert [point.found for point in points] == [None, 60, 60, 60]
    assert [point.least for point in points] == [20, 20, 20, 20]
    (proved,) = points_of((4,), rows[3:])
    assert (proved.status, proved.found, proved.least) == (Status.OPTIMAL, 30, 30)
