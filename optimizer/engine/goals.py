"""Solves for one goal after another, each as well as those before it allow."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import lcm
from typing import Any

from optimizer.engine.outcome import NO_PINS, USUAL, Effort, Outcome, Pins, Progress, Status
from optimizer.engine.solve import solve
from optimizer.engine.sums.fold import sides
from optimizer.engine.sums.least import least_cost, least_of
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.goal import Goal, Goals
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding, Rule
from optimizer.planning.score import Judge, Score

OnGoal = Callable[[Goal, Progress], None]


@dataclass(frozen=True, slots=True)
class Reached:
    """How far one goal was reached: what the plan costs by it, and what any plan costs that keeps the goals before."""

    goal: Goal
    status: Status
    cost: int
    bound: int
    seconds: float

    @property
    def gap(self) -> float:
        """Return which part of the cost could at most still be saved, from 0 to 1."""
        return max(0, self.cost - self.bound) / self.cost if self.cost else 0.0


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a solve in order of goals found.

    OPTIMAL says that every goal was proved, each with those before it as they were reached. Without a plan, ``status``
    says why, and ``reached`` is empty. ``score`` is by the whole formulation.
    """

    status: Status
    plan: Plan | None
    score: Score | None
    reached: tuple[Reached, ...]
    seconds: float


@dataclass(frozen=True)
class AsGood(Rule[Any]):
    """Keeps a goal as good as it was reached."""

    key, title, unit = "as-good", "As good as an earlier goal was reached", "cent worse"

    def laws(self, problem: Any) -> Iterable[Sum]:
        """Yield nothing: its law is made of others."""
        del problem
        return ()

    def say(self, problem: Any, finding: Finding) -> str:
        """Say that an earlier goal would be worse."""
        del problem, finding
        return "A goal that comes before would be missed by more."


def solve_in_order(
    formulation: Formulation,
    goals: Goals,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    before: Ordered | None = None,
    deadline: float | None = None,
    on_progress: OnGoal | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
) -> Ordered:
    """Return the best plan found by the deadline (on the monotonic clock) in the order of goals.

    Priced rules that belong to no goal are weighed last, together. Every goal gets an even share of the time that is
    left, but no less than a third, since what comes before matters more; it starts from the plan of the goal before.
    An earlier solve ``before`` of the same goals is gone on with: what it knows stands until its plan is improved.
    """
    began, reached = time.monotonic(), list[Reached]()
    plan = start if before is None else before.plan
    fixed = [clause for clause in formulation.clauses if clause.must]
    groups = _groups(formulation, goals)
    for number, (goal, clauses) in enumerate(groups):
        step = replace(formulation, clauses=(*fixed, *clauses))
        known = before.reached[number] if before is not None and before.plan and plan == before.plan else None
        if known is not None and known.status is Status.OPTIMAL:
            reached.append(known)
        else:
            until = None if deadline is None else _share(deadline, len(groups) - number)
            tell = None if on_progress is None else _telling(on_progress, goal)
            found = solve(step, pins, start=plan, deadline=until, on_progress=tell, stop=stop, effort=effort)
            if found.plan is None or found.score is None:
                return Ordered(found.status, None, None, (), time.monotonic() - began)
            plan = found.plan
            reached.append(_reached(goal, found, known))
        assert plan is not None
        fixed += _kept(step, clauses, plan, reached[-1].cost, pins)
    return _ordered(formulation, plan, reached, time.monotonic() - began)


def _reached(goal: Goal, found: Outcome, known: Reached | None) -> Reached:
    """Return how far a goal was reached, with what an earlier solve from the same plan knew of it."""
    assert found.score is not None
    cost, bound, seconds = found.score.cost, found.bound, found.seconds
    if known is not None:
        bound, seconds = max(bound, known.bound), seconds + known.seconds
    return Reached(goal, Status.OPTIMAL if cost <= bound else found.status, cost, bound, seconds)


def _ordered(formulation: Formulation, plan: Plan | None, reached: list[Reached], seconds: float) -> Ordered:
    score = None if plan is None else Judge(formulation).judge(plan).score
    ends = [each.status for each in reached]
    worst = next((end for end in (Status.STOPPED, Status.FEASIBLE) if end in ends), Status.OPTIMAL)
    return Ordered(worst, plan, score, tuple(reached), seconds)


def _groups(formulation: Formulation, goals: Goals) -> list[tuple[Goal, list[Clause]]]:
    groups = [(goal, [clause for clause in formulation.clauses if goal.has(clause)]) for goal in goals]
    named = frozenset(key for goal in goals for key in goal.keys)
    others = [clause for clause in formulation.clauses if not clause.must and clause.rule.key not in named]
    rest = Goal("Everything else", frozenset(clause.rule.key for clause in others))
    found = [(goal, clauses) for goal, clauses in [*groups, (rest, others)] if clauses]
    return found or [(rest, [])]


def _share(deadline: float, goals: int) -> float:
    now = time.monotonic()
    return now + max(0.0, deadline - now) / min(goals, 3)


def _telling(on_progress: OnGoal, goal: Goal) -> Callable[[Progress], None]:
    return lambda progress: on_progress(goal, progress)


def _kept(step: Formulation, clauses: list[Clause], plan: Plan, cost: int, pins: Pins) -> Iterator[Clause]:
    """Yield musts that keep a goal as good as it was reached by a plan.

    Where every law costs the least that it can by itself, each is kept so; else all together, their amounts weighed by
    their prices.
    """
    fixed = pins.keep | step.past
    free = step.offered - pins.keep - pins.ban
    if cost == sum(least_cost(clause, fixed, free) for clause in clauses):
        for clause in clauses:
            assert isinstance(clause.law, Sum)
            yield _loosened(clause, clause.law, clause.rule.units(least_of(clause.law, fixed, free)))
        return
    simple = [clause for clause in clauses if isinstance(clause.law, Sum) and not clause.law.overs]
    yield from (_as_it_is(clause, plan | step.past) for clause in clauses if clause not in simple)
    yield Clause(_together(simple, plan | step.past), AsGood(), must=True, price=0)


def _loosened(clause: Clause, law: Sum, units: int) -> Clause:
    """Return a must that is allowed so many units of breach."""
    amount = units * clause.rule.per
    low = None if law.low is None else law.low - amount
    high = None if law.high is None else law.high + amount
    return replace(clause, law=Sum(law.place, law.terms, low, high, law.overs), must=True, price=0)


def _as_it_is(clause: Clause, plan: Plan) -> Clause:
    """Return a must that is allowed what a plan breaks it by; for laws that count an excess already."""
    assert isinstance(clause.law, Sum)
    return _loosened(clause, clause.law, clause.rule.units(_amount(clause.law, plan)))


def _together(clauses: list[Clause], plan: Plan) -> Sum:
    scale = lcm(*(clause.rule.per for clause in clauses)) if clauses else 1
    overs, most = list[tuple[int, Sum]](), 0
    for clause in clauses:
        assert isinstance(clause.law, Sum)
        factor = clause.price * scale // clause.rule.per
        overs += [(factor, side) for side in sides(clause.law)]
        most += factor * _amount(clause.law, plan)
    return Sum(Place(), (), high=most, overs=tuple(overs))


def _amount(law: Sum, plan: Plan) -> int:
    total = sum(factor for factor, pair in law.terms if pair in plan)
    return law.excess(total + sum(factor * _amount(other, plan) for factor, other in law.overs))
