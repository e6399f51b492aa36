"""Solves one scenario, in whatever process it finds itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Outcome, Status, Worth
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import broken_musts
from optimizer.planning.score import Score
from optimizer.scenarios.account import Account, account
from optimizer.scenarios.plan_unit import PlannedUnit, UnitToPlan, plan_unit
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
class ScenarioTask:
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

    They are of the nearest plan where none keeps every must. ``musts`` is how many are broken, one for each finding;
    ``score`` counts their units.
    """

    name: str
    outcome: Outcome
    score: Score | None = None
    account: Account | None = None
    musts: int | None = None

    @property
    def status(self) -> Status:
        """Return how the search ended for a plan that keeps every must."""
        return self.outcome.status

    @property
    def plan(self) -> Plan | None:
        """Return the plan or, where there is none, the nearest one."""
        return self.outcome.found

    @property
    def bound(self) -> int:
        """Return the cents that no plan that keeps every must costs less than."""
        return self.outcome.bound

    @property
    def gap(self) -> float | None:
        """Return which part of the cost could at most still be saved; None without a plan that keeps every must."""
        return self.outcome.gap

    @property
    def seconds(self) -> float:
        """Return for how long the search went on."""
        return self.outcome.seconds

    @property
    def worth(self) -> tuple[Worth, ...]:
        """Return what is scarce, the scarcest first."""
        return self.outcome.worth


SolveAll = Callable[[Sequence[ScenarioTask]], Sequence[Result | None]]
"""Solves some tasks side by side, wherever that is."""


def run(task: ScenarioTask) -> Result:
    """Return the best plan of a task with all that it comes to.

    One thread searches, since others run beside this process. Only work that is counted is alike everywhere.
    """
    limits, unit = task.limits, task.unit
    exact = limits.deterministic is not None
    engine = Engine.CPSAT if exact else Engine.ROSTERS
    asked = UnitToPlan(unit, task.policy, unit.given, begin=task.start, nearest=task.nearest, engine=engine)
    deadline = None if exact else in_seconds(limits.seconds)
    found = plan_unit(asked, Run(deadline, effort=Effort(1, limits.seed, limits.deterministic)))
    return _result(task, found)


def _result(task: ScenarioTask, found: PlannedUnit) -> Result:
    if found.verdict is None:
        return Result(task.name, found.outcome)
    plan, musts = found.verdict.plan, broken_musts(found.findings)
    return Result(task.name, found.outcome, found.verdict.score, account(task.unit, plan), musts)
