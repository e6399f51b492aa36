"""The least uncovered time at each budget, with proof: found so much, and no schedule has less than so much."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from optimizer.engine.outcome import Status
from optimizer.planning.currency import money
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.scenarios.run import Limits, Result, ScenarioTask
from optimizer.scenarios.uncovered import MINUTE, priced_by_time
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.budget import Budget


@dataclass(frozen=True, slots=True)
class Point:
    """One budget in cents, and the uncovered minutes below the target: ``found``, and the ``least`` that is possible.

    ``found`` and ``cost`` are None without a schedule; with the status INFEASIBLE none can keep the musts.
    ``slope`` is the minutes that one more dollar would save by the shadow price of the budget, None if unknown.
    """

    budget: int
    status: Status
    found: int | None
    least: int
    cost: int | None
    slope: float | None


def budgets_between(low: int, high: int, points: int) -> tuple[int, ...]:
    """Return some budgets in cents, evenly apart, both ends included."""
    return tuple(low + (high - low) * number // (points - 1) for number in range(points))


def frontier_tasks(unit: Unit, policy: Policy, budgets: Sequence[int], limits: Limits) -> list[ScenarioTask]:
    """Return one task a budget."""
    return [
        ScenarioTask(money(budget), unit, coverage_within(unit, policy, budget), limits, False) for budget in budgets
    ]


def coverage_within(unit: Unit, policy: Policy, budget: int) -> Policy:
    """Return a policy that keeps the musts within a budget and else wants coverage alone.

    The minimum is no must here: it lies within the target, and where money is short we ask how much is missing.
    """
    replaced = (CoverMinimum.key, Budget.key)
    musts = (r for r in policy.rulings if r.mode is Mode.MUST and r.rule.key not in replaced)
    return Policy((*musts, priced_by_time(unit), Ruling(Budget(limit=budget))))


def points_of(budgets: Sequence[int], results: Sequence[Result | None]) -> list[Point]:
    """Return the points of the curve, budgets ascending; those that were not finished are left out.

    A schedule within one budget is within every higher one, and what is least at one is no more at any lower one.
    """
    points = [_point(budget, result) for budget, result in zip(budgets, results, strict=True) if result]
    for number in range(1, len(points)):
        points[number] = _no_worse(points[number], points[number - 1])
    for number in range(len(points) - 1, 0, -1):
        points[number - 1] = replace(points[number - 1], least=max(points[number - 1].least, points[number].least))
    return [replace(point, status=Status.OPTIMAL) if point.found == point.least else point for point in points]


def _no_worse(point: Point, cheaper: Point) -> Point:
    """Return a point with the schedule of a lower budget, where that covers more."""
    if cheaper.found is None or (point.found is not None and point.found <= cheaper.found):
        return point
    return replace(point, status=Status.FEASIBLE, found=cheaper.found, cost=cheaper.cost)


def _point(budget: int, result: Result) -> Point:
    found = None if result.score is None else result.score.cost // MINUTE
    worth = [worth.cents for worth in result.worth if worth.rule.key == Budget.key]
    slope = sum(worth) / MINUTE if result.worth else None
    cost = result.account.cost if result.account else None
    return Point(budget, result.status, found, -(-result.bound // MINUTE), cost, slope)
