"""Solves one scenario, in whatever process it finds itself."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Effort, Outcome, Status, Worth
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import broken_musts
from optimizer.planning.score import Judge, Score
from optimizer.scenarios.account import Account, account
from optimizer.scenarios.resolve import pins_of, start_of
from optimizer.staffing.facts.unit import Unit


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each solve may take, in seconds from its own start, and where chance begins.

    A solve that has no plan that keeps every must after a part of its time looks for the nearest one in the rest.

    With ``deterministic`` the exact search is given that much work instead, and finds the same plan on every machine.
    """

    seconds: float = 20.0
    seed: int = 0
    deterministic: float | None = None


@dataclass(frozen=True)
class Task:
    """A named unit and policy to solve, from ``start`` on, or else from the unit's given schedule.

    With ``nearest``, when no plan that keeps every must is found, the rest of the time goes into the nearest one.
    """

    name: str
    unit: Unit
    policy: Policy
    limits: Limits = Limits()
    nearest: bool = True
    start: Plan | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task: ``score`` and ``musts``, by its own policy, and ``account`` are None without a plan.

    ``musts`` is how many musts are broken, one for each finding; ``score`` counts their units.
    """

    name: str
    status: Status
    plan: Plan | None
    score: Score | None
    account: Account | None
    bound: int
    gap: float | None
    seconds: float
    worth: tuple[Worth, ...]
    musts: int | None = None


SolveAll = Callable[[Sequence[Task]], Sequence[Result | None]]
"""Solves some tasks side by side, wherever that is."""


def run(task: Task) -> Result:
    """Return the best plan of a task with all that it comes to."""
    formulation = formulate(task.unit, task.policy)
    outcome = _solve(task, formulation)
    return _result(task, formulation, outcome)


def _solve(task: Task, formulation: Formulation) -> Outcome:
    """Search with one thread: others run beside this process. Only work that is counted is alike everywhere."""
    limits, unit = task.limits, task.unit
    pins, begun = pins_of(unit, unit.given, frozenset()), task.start or unit.given
    exact, search = limits.deterministic is not None, solve_or_nearest if task.nearest else solve
    return search(
        formulation,
        pins,
        engine=Engine.CPSAT if exact else Engine.ROSTERS,
        start=start_of(unit, begun, pins) if begun else None,
        deadline=None if exact else time.monotonic() + limits.seconds,
        effort=Effort(1, limits.seed, limits.deterministic),
    )


def _result(task: Task, formulation: Formulation, outcome: Outcome) -> Result:
    plan, score, musts, numbers = outcome.plan, None, None, None
    if plan is not None:
        judge = Judge(formulation)
        verdict, numbers = judge.judge(plan), account(task.unit, plan)
        score, musts = verdict.score, broken_musts(judge.findings(verdict))
    return Result(
        task.name, outcome.status, plan, score, numbers, outcome.bound, outcome.gap, outcome.seconds, outcome.worth,
        musts,
    )  # fmt: skip
