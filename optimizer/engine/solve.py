"""The door to the engines: chooses the one that suits a formulation, and keeps to the time whatever goes on inside.

An engine is imported when it is chosen, for that takes a second, and whoever only looks at plans need not wait for it.
"""

import time
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from optimizer.engine.approach import Solver, approached
from optimizer.engine.beside import beside
from optimizer.engine.clock import TimeUpError
from optimizer.engine.latest import Latest
from optimizer.engine.outcome import NO_PINS, Outcome, Pins, Progress
from optimizer.engine.run import UNLIMITED, Effort, Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Walk
from optimizer.planning.pair import Plan

if TYPE_CHECKING:
    from optimizer.engine.quick.improve import Quick

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SMALL = 1_000
"""Up to how many pairs a formulation needs no plan to begin with, since every search has one soon."""
SHARE, MOST = 0.1, 5.0
"""Which part of its time such a plan may be bettered for before the exact search begins, and how many seconds."""


class Engine(StrEnum):
    """Which engine solves: ``auto`` leaves it to the formulation, and ``sums`` knows no walks."""

    AUTO = "auto"
    CPSAT = "cpsat"
    ROSTERS = "rosters"
    SUMS = "sums"


class EngineError(ValueError):
    """Raised with a sentence when an engine cannot solve a formulation."""


def solve(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    run: Run = UNLIMITED,
    engine: Engine = Engine.AUTO,
) -> Outcome:
    """Return the best plan found, by column generation where people walk through days, else by sums alone.

    An engine that does not end soon after its deadline, or after a wish to stop, is left to end by itself, and what it
    had told of is returned. Work that is counted takes CP-SAT: it then gives the same plan every time, where no
    deadline cuts it short. Raises EngineError when a formulation has what the engine that is asked for does not know.
    """
    chosen, began = _chosen(engine, formulation, run.effort), time.monotonic()
    latest = Latest(start if start is not None and pins.allow(start, formulation) else pins.keep, run)
    told = run.telling(latest.see)
    found = beside(lambda: _solved(chosen, formulation, pins, start, told), run.clock)
    outcome = latest.outcome() if found is None else latest.with_nearest(found)
    return replace(outcome, seconds=time.monotonic() - began)


def _solved(engine: Engine, formulation: Formulation, pins: Pins, start: Plan | None, run: Run) -> Outcome:
    """Solve with one engine, from the start or else from the quickest plan."""
    made = _begun(formulation, pins, run)
    if engine is Engine.ROSTERS:
        start = approached(_solver(engine), formulation, pins, start, run)
    elif start is None and made is not None:
        start = _bettered(made, run)
    return _solver(engine, made)(formulation, pins, start=start, run=run)


def _begun(formulation: Formulation, pins: Pins, run: Run) -> "Quick | None":
    """Tell of the quickest plan of a large formulation, even before an engine is loaded, and return what betters it."""
    if len(formulation.offered) <= SMALL or not _has_walks(formulation) or run.deadline is None:
        return None
    from optimizer.engine.quick.improve import quick

    with suppress(TimeUpError):
        made = quick(formulation, pins, run.effort.seed, run.clock.check)
        if made is not None:
            run.tell(Progress(0.0, None, 0, made.plan))
        return made
    return None


def _bettered(made: "Quick", run: Run) -> Plan:
    """Return what a plan becomes in a part of the time: the exact search may find none for long."""
    from optimizer.engine.quick.improve import better

    plans, clock = [made.plan], run.within(SHARE * run.clock.left(MOST / SHARE)).clock
    better(made, clock, plans.append)
    return plans[-1]


def _chosen(engine: Engine, formulation: Formulation, effort: Effort) -> Engine:
    if engine is Engine.SUMS and _has_walks(formulation):
        raise EngineError("The engine for sums reads nobody's days, and these rules do; choose another engine.")
    if engine is not Engine.AUTO:
        return engine
    if effort.deterministic is not None:
        return Engine.CPSAT
    return Engine.ROSTERS if _has_walks(formulation) else Engine.SUMS


def _solver(engine: Engine, made: "Quick | None" = None) -> Solver:
    """Import an engine and return what solves with it."""
    if engine is Engine.CPSAT:
        from optimizer.engine import cpsat

        return cpsat.solve
    if engine is Engine.SUMS:
        from optimizer.engine.sums import solve as sums

        return sums.solve
    from optimizer.engine.rosters import solve as rosters

    return partial(rosters.solve, made=made)


def _has_walks(formulation: Formulation) -> bool:
    """Tell whether anybody's days matter: to a law, or to what may stand together on one."""
    return bool(formulation.together) or any(isinstance(clause.law, Walk) for clause in formulation.clauses)
