"""Solves the schedule at hand again, around what is to stay as it is."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Effort, Outcome, Pins, Progress
from optimizer.engine.solve import Engine
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge, Score
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell, cell_of


@dataclass(frozen=True, slots=True)
class Step:
    """How far a search is after some seconds: ``score`` of the best plan by the rules themselves, None without one.

    ``bound`` is what no plan that keeps the musts can cost less than, in cents, None while nothing is known; ``plan``
    comes only with a step that found a better one. ``nearest``: no plan keeps every must, or none was found in time.
    """

    seconds: float
    score: Score | None
    bound: int | None
    plan: Plan | None = None
    nearest: bool = False


@dataclass(frozen=True)
class Resolve:
    """An order to solve a schedule again in some seconds, ``kept`` cells as they are in ``plan``, others from there.

    The seconds count from the call on, unless a ``deadline`` is given to it. When there is no plan that keeps every
    must after a part of them, the rest goes into the nearest one.
    """

    unit: Unit
    policy: Policy
    plan: Plan
    kept: frozenset[Cell] = frozenset()
    seconds: float = 60.0
    seed: int = 0
    workers: int | None = None

    def __call__(self, tell: Callable[[Step], None], stop: threading.Event, deadline: float | None = None) -> Outcome:
        """Return what was found by a deadline on the monotonic clock, and tell of every step on the way."""
        deadline = time.monotonic() + self.seconds if deadline is None else deadline
        formulation, pins = formulate(self.unit, self.policy), pins_of(self.unit, self.plan, self.kept)
        watch, start = _Watch(formulation, tell), start_of(self.unit, self.plan, pins)

        return solve_or_nearest(
            formulation,
            pins,
            engine=Engine.ROSTERS,
            start=start or None,
            deadline=deadline,
            on_progress=watch.see,
            on_nearest=watch.bend,
            stop=stop,
            effort=Effort(self.workers, self.seed),
        )


def pins_of(unit: Unit, plan: Plan, kept: frozenset[Cell]) -> Pins:
    """Return what a solver must leave: kept cells just as they are, empty ones empty, and elsewhere what is settled."""
    stay = frozenset(pair for pair in plan if cell_of(pair) in kept)
    settled = frozenset(pair for pair in unit.settled(plan) if cell_of(pair) not in kept)
    ban = frozenset(pair for cell in kept for pair in unit.cells.get(cell, ()))
    return Pins(stay | settled, ban - stay)


def start_of(unit: Unit, plan: Plan, pins: Pins) -> Plan:
    """Return a plan as one that a solver can start from: without duties that nobody needs, with all that is kept."""
    decided = {cell_of(pair) for pair in pins.keep}
    free = frozenset(pair for pair in plan if cell_of(pair) not in decided)
    return (free & unit.offered) - pins.ban | pins.keep


class _Watch:
    """Tells of steps; every new plan is judged by the rules themselves, also when musts bend on the way to it."""

    def __init__(self, formulation: Formulation, tell: Callable[[Step], None]) -> None:
        self.nearest = False
        self._judge, self._tell, self._began = Judge(formulation), tell, time.monotonic()
        self._plan: Plan | None = None
        self._score: Score | None = None

    def bend(self, _: Outcome) -> None:
        """Take note that musts bend from now on."""
        self.nearest = True

    def see(self, progress: Progress) -> None:
        """Tell how far the search is; a bound is of the musts, so that there is none where they bend."""
        bound = None if self.nearest or not progress.bound else progress.bound
        better = progress.plan is not None and progress.plan != self._plan and self._take(progress.plan)
        self._tell(
            Step(time.monotonic() - self._began, self._score, bound, self._plan if better else None, self.nearest)
        )

    def _take(self, plan: Plan) -> bool:
        """Keep a plan and tell whether it is the best so far."""
        score = self._judge.judge(plan).score
        if self._score is not None and score >= self._score:
            return False
        self._plan, self._score = plan, score
        return True
