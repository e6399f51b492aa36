"""Solves one scenario, in whatever process it finds itself."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from optimizer.engine.nearest import told_apart
from optimizer.engine.outcome import Effort, OnProgress, Outcome, Pins, Progress, Status, Worth
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.score import Judge, Score
from optimizer.scenarios.account import Account, account
from optimizer.staffing.rules.budget import Budget
from optimizer.staffing.unit import Unit

HALF, MOST = 0.5, 0.85
"""For which part of the time a schedule within the musts is looked for: at least, and at most."""
EASED, MARGIN = 10_00, 1_000
"""What a dollar beyond a budget costs on the way to it, in cents, and which part of the budget is left over then."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each solve may take, in seconds from its own start, and where chance begins.

    With ``deterministic`` the exact search is given that much work instead, and finds the same plan on every machine.
    """

    seconds: float = 20.0
    seed: int = 0
    deterministic: float | None = None


@dataclass(frozen=True)
class Task:
    """A named unit and policy to solve, from ``start`` on, or else from the unit's given schedule.

    With ``nearest``, when no plan that keeps every must is found, as long again goes into the one that comes nearest.
    """

    name: str
    unit: Unit
    policy: Policy
    limits: Limits = Limits()
    nearest: bool = True
    start: Plan | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task: ``score``, by its own policy, and ``account`` are None without a plan."""

    name: str
    status: Status
    plan: Plan | None
    score: Score | None
    account: Account | None
    bound: int
    gap: float | None
    seconds: float
    worth: tuple[Worth, ...]


SolveAll = Callable[[Sequence[Task]], Sequence[Result | None]]
"""Solves some tasks side by side, wherever that is."""


def run(task: Task) -> Result:
    """Return the best plan of a task with all that it comes to."""
    formulation, began = formulate(task.unit, task.policy), time.monotonic()
    outcome = _solve(_begun(task), formulation)
    outcome = replace(outcome, seconds=time.monotonic() - began)
    if outcome.plan is None and task.nearest:
        close = _solve(task, formulation.relaxed())
        outcome = told_apart(formulation, outcome, replace(close, seconds=outcome.seconds + close.seconds))
    return _result(task, formulation, outcome)


def _begun(task: Task) -> Task:
    """Return a task with half its time, or more, spent on a schedule to start from, where a must is a budget.

    Dollars are so fine that few schedules on the way are within them: a price leads there, a little less is aimed at.
    """
    eased = Policy(tuple(_eased(ruling) for ruling in task.policy.rulings))
    if eased == task.policy or task.limits.deterministic is not None:
        return task
    kept = _Kept(task)
    found = _solve(_for(task, MOST * task.limits.seconds), formulate(task.unit, eased), kept.watch, kept.event)
    return replace(_for(task, task.limits.seconds - found.seconds), start=found.plan or task.start)


class _Kept:
    """Watches a search and ends it when, after some time, its schedule keeps every must of a task."""

    def __init__(self, task: Task) -> None:
        self.event = threading.Event()
        self._judge, self._patience = Judge(formulate(task.unit, task.policy)), HALF * task.limits.seconds
        self._seen: Plan | None = None

    def watch(self, progress: Progress) -> None:
        """Look at how far the search is."""
        plan = progress.plan
        if plan is not None and plan != self._seen and progress.seconds > self._patience:
            self._seen = plan
            if not self._judge.judge(plan).score.broken:
                self.event.set()


def _for(task: Task, seconds: float) -> Task:
    return replace(task, limits=replace(task.limits, seconds=max(1.0, seconds)))


def _eased(ruling: Ruling) -> Ruling:
    rule = ruling.rule
    if not isinstance(rule, Budget) or ruling.mode is not Mode.MUST:
        return ruling
    return Ruling(replace(rule, limit=rule.limit - rule.limit // MARGIN), Mode.PRICED, EASED)


def _solve(
    task: Task, formulation: Formulation, on_progress: OnProgress | None = None, stop: threading.Event | None = None
) -> Outcome:
    """Search with one thread: others run beside this process. Only work that is counted is alike everywhere."""
    limits, unit = task.limits, task.unit
    exact = limits.deterministic is not None
    return solve(
        formulation,
        Pins(unit.settled(unit.given)),
        engine=Engine.CPSAT if exact else Engine.ROSTERS,
        start=task.start or unit.given or None,
        deadline=None if exact else time.monotonic() + limits.seconds,
        on_progress=on_progress,
        stop=stop,
        effort=Effort(1, limits.seed, limits.deterministic),
    )


def _result(task: Task, formulation: Formulation, outcome: Outcome) -> Result:
    plan, score, numbers = outcome.plan, None, None
    if plan is not None:
        score, numbers = Judge(formulation).judge(plan).score, account(task.unit, plan)
    return Result(
        task.name, outcome.status, plan, score, numbers, outcome.bound, outcome.gap, outcome.seconds, outcome.worth
    )
