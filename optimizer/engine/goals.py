"""Solves for one goal after another, each as well as those before it allow."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from optimizer.engine.kept import kept
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, Outcome, Pins, Progress, Status
from optimizer.engine.solve import solve
from optimizer.engine.sums.open import Open, opened
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.goal import Goal, Goals
from optimizer.planning.pair import Plan
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
    """Return the best plan of sums found by the deadline (on the monotonic clock) in the order of goals.

    Priced rules that belong to no goal are weighed last, together. Every goal gets an even share of the time that is
    left, but no less than a third, since what comes before matters more; it starts from the plan of the goal before.
    An earlier solve ``before`` of the same goals is gone on with: what it knows stands until its plan is improved.
    """
    began = time.monotonic()
    free = formulation.offered - pins.keep - pins.ban
    inside = opened(formulation, pins.keep | formulation.past, free)
    if inside.broken or pins.keep & pins.ban:
        return Ordered(Status.INFEASIBLE, None, None, (), time.monotonic() - began)
    run = _Run(inside, _groups(formulation, inside, goals), deadline, on_progress, stop, effort)
    first = start if before is None else before.plan
    ended = run.go(None if first is None or not pins.allow(first, formulation) else first - pins.keep, before)
    seconds = time.monotonic() - began
    if run.plan is None:
        return Ordered(ended, None, None, (), seconds)
    score = Score(0, run.judge.judge(run.plan).score.cost + sum(inside.paid.values()))
    return Ordered(ended, run.plan | pins.keep, score, run.reached_in_the_end(), seconds)


class _Group(NamedTuple):
    """A goal, its clauses that are open, and the cents that it costs whatever is chosen."""

    goal: Goal
    clauses: list[Clause]
    paid: int


class _Run:
    """Goes from goal to goal over what is open."""

    def __init__(
        self, inside: Open, groups: list[_Group], deadline: float | None, on_progress: OnGoal | None,
        stop: threading.Event | None, effort: Effort,
    ) -> None:  # fmt: skip
        self._formulation, self._groups, self._tell = inside.formulation, groups, on_progress
        self._deadline, self._stop, self._effort = deadline, stop, effort
        self.judge = Judge(inside.formulation)
        self.plan: Plan | None = None
        self._reached: list[Reached] = []

    def go(self, start: Plan | None, before: Ordered | None) -> Status:
        """Reach one goal after another, and return how it ended."""
        self.plan = start
        fixed = [clause for clause in self._formulation.clauses if clause.must]
        for number, group in enumerate(self._groups):
            known = before.reached[number] if before and self.plan is not None and self.plan == start else None
            if known is not None and (known.status is Status.OPTIMAL or self._over()):
                self._reached.append(known)
            elif self._reached and self._over():
                self._reached.append(self._as_it_stands(number))
            else:
                step = replace(self._formulation, clauses=(*fixed, *group.clauses))
                found = self._solve(group, step, self._open(number, before if known else None))
                self.plan = found.plan
                if found.plan is None or found.score is None:
                    return found.status
                self._reached.append(_reached(group, found, known))
            if not self._over():
                assert self.plan is not None
                fixed += kept(group.clauses, self.plan, self._reached[-1].cost - group.paid)
        ends = [each.status for each in self._reached]
        return next((end for end in (Status.STOPPED, Status.FEASIBLE) if end in ends), Status.OPTIMAL)

    def _solve(self, group: _Group, step: Formulation, open_: int) -> Outcome:
        tell, until = self._tell, None if self._deadline is None else _share(self._deadline, open_)

        def add_paid(now: Progress) -> None:
            assert tell is not None
            cost = None if now.cost is None else now.cost + group.paid
            tell(group.goal, Progress(now.seconds, cost, now.bound + group.paid, now.plan))

        return solve(
            step, start=self.plan, deadline=until, on_progress=tell and add_paid, stop=self._stop, effort=self._effort
        )

    def _open(self, number: int, before: Ordered | None) -> int:
        """Return how many goals take time from one on; those that were proved, which may have to be again, as one."""
        waiting = () if before is None else (e for e in before.reached[number:] if e.status is not Status.OPTIMAL)
        left = len(self._groups) - number
        return left if before is None else min(left, 1 + sum(1 for _ in waiting))

    def reached_in_the_end(self) -> tuple[Reached, ...]:
        """Return how far every goal was reached by the plan in the end, which a later goal may have made better."""
        both = zip(self._reached, self._costs(), strict=True)
        return tuple(replace(each, cost=cost, status=_proved(cost, each.bound, each.status)) for each, cost in both)

    def _as_it_stands(self, number: int) -> Reached:
        """Return a goal for which there is no time left, with what the plan costs by it."""
        status = Status.STOPPED if self._stop is not None and self._stop.is_set() else Status.FEASIBLE
        goal, _, paid = self._groups[number]
        return Reached(goal, status, self._costs()[number], paid, 0.0)

    def _costs(self) -> list[int]:
        """Return what the plan costs by each goal."""
        assert self.plan is not None
        costs = Counter[str]()
        for index, score in self.judge.judge(self.plan).breaches.items():
            clause = self.judge.clause(index)
            costs[clause.rule.key if clause else ""] += score.cost
        return [sum(costs[key] for key in group.goal.keys) + group.paid for group in self._groups]

    def _over(self) -> bool:
        late = self._deadline is not None and time.monotonic() >= self._deadline
        return late or (self._stop is not None and self._stop.is_set())


def _reached(group: _Group, found: Outcome, known: Reached | None) -> Reached:
    """Return how far a goal was reached, with what an earlier solve from the same plan knew of it."""
    assert found.score is not None
    cost, bound, seconds = found.score.cost + group.paid, found.bound + group.paid, found.seconds
    if known is not None:
        bound, seconds = max(bound, known.bound), seconds + known.seconds
    return Reached(group.goal, _proved(cost, bound, found.status), cost, bound, seconds)


def _proved(cost: int, bound: int, status: Status) -> Status:
    return Status.OPTIMAL if cost <= bound else status


def _groups(formulation: Formulation, inside: Open, goals: Goals) -> list[_Group]:
    """Return the goals that have clauses, with those that are open; one without any when there is none."""
    named = frozenset(key for goal in goals for key in goal.keys)
    priced = {clause.rule.key for clause in formulation.clauses if not clause.must}
    order = (*goals, Goal("Everything else", frozenset(priced - named)))
    found = [
        _Group(
            goal, [clause for clause in inside.formulation.clauses if goal.has(clause)],
            sum(cents for key, cents in inside.paid.items() if key in goal.keys),
        )
        for goal in order if goal.keys & priced
    ]  # fmt: skip
    return found or [_Group(order[-1], [], 0)]


def _share(deadline: float, goals: int) -> float:
    now = time.monotonic()
    return now + max(0.0, deadline - now) / min(goals, 3)
