"""Solves the schedule at hand again, around what is to stay as it is, and tells of every step."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Outcome, Progress
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge, Score
from optimizer.scenarios.plan_unit import PlannedUnit, UnitToPlan, plan_unit
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell


@dataclass(frozen=True, slots=True)
class SolveStep:
    """How far a search is after some seconds: ``score`` of the best plan by the rules themselves, None without one.

    ``bound`` is what no plan that keeps the musts can cost less than, in cents, None while nothing is known; ``plan``
    comes only with a step that found a better one. ``nearest``: no plan keeps every must, or none was found in time.
    """

    seconds: float
    score: Score | None
    bound: int | None
    plan: Plan | None = None
    nearest: bool = False


OnStep = Callable[[SolveStep], None]


@dataclass(frozen=True)
class Resolve:
    """An order to solve a schedule again in some seconds, ``kept`` cells as they are in ``plan``, others from there.

    The seconds count from the call on. When there is no plan that keeps every must after a part of them, the rest goes
    into the nearest one.
    """

    unit: Unit
    policy: Policy
    plan: Plan
    kept: frozenset[Cell] = frozenset()
    seconds: float = 60.0
    seed: int = 0
    workers: int | None = None

    def __call__(self, tell: OnStep, stop: threading.Event) -> Outcome:
        """Return what was found, and tell of every step on the way."""
        return self.planned(tell, stop).outcome

    def planned(self, tell: OnStep, stop: threading.Event) -> PlannedUnit:
        """Return what was found with what it comes to, and tell of every step on the way."""
        deadline = in_seconds(self.seconds)
        asked = UnitToPlan(self.unit, self.policy, self.plan, self.kept)
        steps = _Steps(asked.formulation, tell)
        return plan_unit(asked, Run(deadline, stop, steps.see, Effort(self.workers, self.seed)), steps.bend)


@dataclass
class _Steps:
    """Tells of steps; every new plan is judged by the rules themselves, also when musts bend on the way to it."""

    formulation: Formulation
    tell: OnStep
    nearest: bool = False
    plan: Plan | None = None
    score: Score | None = None
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        """Make the judge now, since there is no time for it later."""
        self._judge = Judge(self.formulation)

    def bend(self, _: Outcome) -> None:
        """Take note that musts bend from now on."""
        self.nearest = True

    def see(self, progress: Progress) -> None:
        """Tell how far the search is; a bound is of the musts, so that there is none where they bend."""
        bound = None if self.nearest or not progress.bound else progress.bound
        better = progress.plan is not None and progress.plan != self.plan and self._take(progress.plan)
        found = self.plan if better else None
        self.tell(SolveStep(time.monotonic() - self.began, self.score, bound, found, self.nearest))

    def _take(self, plan: Plan) -> bool:
        """Keep a plan and tell whether it is the best so far."""
        score = self._judge.judge(plan).score
        if self.score is not None and score >= self.score:
            return False
        self.plan, self.score = plan, score
        return True
