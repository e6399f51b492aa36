"""Goals are reached in their order, each with a bound of its own, and no later one costs an earlier one anything."""

from dataclasses import replace

import pytest

from optimizer.caseload.policy import FAIRNESS, OVERLOAD, TRANSFERS, UNASSIGNED, default_goals, default_policy
from optimizer.engine import cpsat
from optimizer.engine.goals import solve_in_order
from optimizer.engine.outcome import Status
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from tests.caseload.generate import generate

ONE = Effort(workers=1)


def by_goal(panel, goals, plan):
    judge = Judge(formulate(panel, default_policy()))
    findings = judge.findings(judge.judge(plan))
    return tuple(sum(f.cost for f in findings if f.rule.key in goal.keys) for goal in goals)


@pytest.mark.parametrize("seed", range(5))
def test_each_goal_costs_what_it_was_reached_at_and_the_first_is_the_best_there_is(seed):
    panel = generate(4, 30, 1, seed=seed, full=1.1)
    formulation, goals = formulate(panel, default_policy()), default_goals()
    found = solve_in_order(formulation, goals, run=Run(effort=ONE))
    assert found.status is Status.OPTIMAL
    assert found.score.broken == 0
    costs = by_goal(panel, goals, found.plan)
    reached = {each.goal: each for each in found.reached}
    assert [reached[goal].cost for goal in goals if goal in reached] == [
        cost for goal, cost in zip(goals, costs, strict=True) if goal in reached
    ]
    assert all(each.gap == 0 for each in found.reached)
    alone = formulate(panel, Policy(tuple(
        r for r in default_policy().rulings if r.mode == "must" or r.rule.key in UNASSIGNED.keys
    )))  # fmt: skip
    assert cpsat.solve(alone, run=Run(effort=ONE)).score.cost == reached[UNASSIGNED].cost


def test_the_order_is_the_supervisors_to_change():
    panel = generate(4, 30, 1, seed=3, full=0.8, given=1.0)
    formulation = formulate(panel, default_policy())
    known = (UNASSIGNED, OVERLOAD, TRANSFERS, FAIRNESS)
    other = (UNASSIGNED, OVERLOAD, FAIRNESS, TRANSFERS)
    first, second = (solve_in_order(formulation, order, run=Run(effort=ONE)) for order in (known, other))
    transfers, evenness = (
        {goal: by_goal(panel, (goal,), each.plan)[0] for each, goal in ((first, TRANSFERS), (second, FAIRNESS))}[goal]
        for goal in (TRANSFERS, FAIRNESS)
    )
    assert transfers <= by_goal(panel, (TRANSFERS,), second.plan)[0]
    assert evenness < by_goal(panel, (FAIRNESS,), first.plan)[0]


def test_a_solve_that_is_gone_on_with_keeps_what_was_proved_and_comes_out_no_worse():
    panel = generate(4, 30, 1, seed=3, full=1.1)
    formulation, goals = formulate(panel, default_policy()), default_goals()
    proved = solve_in_order(formulation, goals, run=Run(effort=ONE))
    last = replace(proved.reached[-1], status=Status.FEASIBLE, bound=0, seconds=5.0)
    again = solve_in_order(
        formulation, goals, before=replace(proved, reached=(*proved.reached[:-1], last)), run=Run(effort=ONE)
    )
    assert again.reached[:-1] == proved.reached[:-1]
    assert (again.reached[-1].cost, again.reached[-1].bound) == (proved.reached[-1].cost, proved.reached[-1].bound)
    assert again.reached[-1].seconds > 5


def test_what_was_known_of_a_better_goal_is_not_said_of_another_plan():
    panel = generate(4, 30, 1, seed=3, full=1.1)
    formulation, goals = formulate(panel, default_policy()), default_goals()
    proved = solve_in_order(formulation, goals, run=Run(effort=ONE))
    wrong = tuple(replace(each, status=Status.FEASIBLE, bound=0) for each in proved.reached[:1])
    later = tuple(replace(each, cost=10**9, bound=10**9) for each in proved.reached[1:])
    before = replace(proved, plan=frozenset({min(panel.offered)}), reached=(*wrong, *later))
    found = solve_in_order(formulation, goals, before=before, run=Run(effort=ONE))
    assert [each.cost for each in found.reached] == [each.cost for each in proved.reached]


def test_what_cannot_be_says_so():
    panel = generate(3, 12, 1)
    pair = min(panel.offered)
    formulation = formulate(panel, default_policy())
    from optimizer.engine.outcome import Pins

    found = solve_in_order(
        formulation, default_goals(), Pins(frozenset({pair}), frozenset({pair})), run=Run(effort=ONE)
    )
    assert (found.status, found.plan, found.reached) == (Status.INFEASIBLE, None, ())
