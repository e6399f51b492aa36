"""Solves for one goal after another, each as well as those before it allow."""

import time
from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from optimizer.engine.kept import kept
from optimizer.engine.outcome import NO_PINS, Outcome, Pins, Progress, Status
from optimizer.engine.run import UNLIMITED, Run
from optimizer.engine.solve import solve
from optimizer.engine.sums.open import Open, opened
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.goal import Goal, Goals
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score


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


def solve_in_order(
    formulation: Formulation,
    goals: Goals,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    run: Run = UNLIMITED,
    before: Ordered | None = None,
) -> Ordered:
    """Return the best plan of sums found in the order of goals; who hears of progress is told of which goal.

    Priced rules that belong to no goal are weighed last, together. Every goal gets an even share of the time that is
    left, but no less than a third, since what comes before matters more; it starts from the plan of the goal before.
    An earlier solve ``before`` of the same goals is gone on with: what it knows stands until its plan is improved.
    """
    began = time.monotonic()
    free = formulation.offered - pins.keep - pins.ban
    inside = opened(formulation, pins.keep | formulation.past, free)
    if inside.broken or pins.keep & pins.ban:
        return Ordered(Status.INFEASIBLE, None, None, (), time.monotonic() - began)
    order = _InOrder(inside, _open_goals(formulation, inside, goals), run)
    first = start if before is None else before.plan
    ended = order.go(None if first is None or not pins.allow(first, formulation) else first - pins.keep, before)
    seconds = time.monotonic() - began
    if order.plan is None:
        return Ordered(ended, None, None, (), seconds)
    score = Score(0, order.judge.judge(order.plan).score.cost + sum(inside.paid.values()))
    return Ordered(ended, order.plan | pins.keep, score, order.reached_in_the_end(), seconds)


class _OpenGoal(NamedTuple):
    """A goal, its clauses that are open, and the cents that it costs whatever is chosen."""

    goal: Goal
    clauses: list[Clause]
    paid: int


class _InOrder:
    """Goes from goal to goal over what is open."""

    def __init__(self, inside: Open, goals: list[_OpenGoal], run: Run) -> None:
        self._formulation, self._goals, self._run = inside.formulation, goals, run
        self.judge = Judge(inside.formulation)
        self.plan: Plan | None = None
        self._reached: list[Reached] = []

    def go(self, start: Plan | None, before: Ordered | None) -> Status:
        """Reach one goal after another, and return how it ended."""
        self.plan = start
        fixed = [clause for clause in self._formulation.clauses if clause.must]
        for number, goal in enumerate(self._goals):
            known = before.reached[number] if before and self.plan is not None and self.plan == start else None
            if known is not None and (known.status is Status.OPTIMAL or self._run.clock.over()):
                self._reached.append(known)
            elif self._reached and self._run.clock.over():
                self._reached.append(self._as_it_stands(number))
            else:
                step = replace(self._formulation, clauses=(*fixed, *goal.clauses))
                found = self._solve(goal, step, self._open(number, before if known else None))
                self.plan = found.plan
                if found.plan is None or found.score is None:
                    return found.status
                self._reached.append(_reached(goal, found, known))
            if not self._run.clock.over():
                assert self.plan is not None
                fixed += kept(goal.clauses, self.plan, self._reached[-1].cost - goal.paid)
        ends = [each.status for each in self._reached]
        return next((end for end in (Status.STOPPED, Status.FEASIBLE) if end in ends), Status.OPTIMAL)

    def _solve(self, goal: _OpenGoal, step: Formulation, open_: int) -> Outcome:
        """Solve for one goal, in its share of the time that is left for so many."""

        def tell(now: Progress) -> None:
            cost = None if now.cost is None else now.cost + goal.paid
            self._run.tell(replace(now, cost=cost, bound=now.bound + goal.paid, goal=goal.goal))

        return solve(step, start=self.plan, run=self._run.part(1 / min(open_, 3)).telling(tell))

    def _open(self, number: int, before: Ordered | None) -> int:
        """Return how many goals take time from one on; those that were proved, which may have to be again, as one."""
        waiting = () if before is None else (e for e in before.reached[number:] if e.status is not Status.OPTIMAL)
        left = len(self._goals) - number
        return left if before is None else min(left, 1 + sum(1 for _ in waiting))

    def reached_in_the_end(self) -> tuple[Reached, ...]:
        """Return how far every goal was reached by the plan in the end, which a later goal may have made better."""
        both = zip(self._reached, self._costs(), strict=True)
        return tuple(replace(each, cost=cost, status=_proved(cost, each.bound, each.status)) for each, cost in both)

    def _as_it_stands(self, number: int) -> Reached:
        """Return a goal for which there is no time left, with what the plan costs by it."""
        status = Status.STOPPED if self._run.stopped else Status.FEASIBLE
        goal, _, paid = self._goals[number]
        return Reached(goal, status, self._costs()[number], paid, 0.0)

    def _costs(self) -> list[int]:
        """Return what the plan costs by each goal."""
        assert self.plan is not None
        costs = Counter[str]()
        for index, score in self.judge.judge(self.plan).breaches.items():
            clause = self.judge.clause(index)
            costs[clause.rule.key if clause else ""] += score.cost
        return [sum(costs[key] for key in goal.goal.keys) + goal.paid for goal in self._goals]


def _reached(goal: _OpenGoal, found: Outcome, known: Reached | None) -> Reached:
    """Return how far a goal was reached, with what an earlier solve from the same plan knew of it."""
    assert found.score is not None
    cost, bound, seconds = found.score.cost + goal.paid, found.bound + goal.paid, found.seconds
    if known is not None:
        bound, seconds = max(bound, known.bound), seconds + known.seconds
    return Reached(goal.goal, _proved(cost, bound, found.status), cost, bound, seconds)


def _proved(cost: int, bound: int, status: Status) -> Status:
    return Status.OPTIMAL if cost <= bound else status


def _open_goals(formulation: Formulation, inside: Open, goals: Goals) -> list[_OpenGoal]:
    """Return the goals that have clauses, with those that are open; one without any when there is none."""
    named = frozenset(key for goal in goals for key in goal.keys)
    priced = {clause.rule.key for clause in formulation.clauses if not clause.must}
    order = (*goals, Goal("Everything else", frozenset(priced - named)))
    found = [
        _OpenGoal(
            goal, [clause for clause in inside.formulation.clauses if goal.has(clause)],
            sum(cents for key, cents in inside.paid.items() if key in goal.keys),
        )
        for goal in order if goal.keys & priced
    ]  # fmt: skip
    return found or [_OpenGoal(order[-1], [], 0)]
