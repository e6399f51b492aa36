"""The door to the engines: chooses the one that suits a formulation, and keeps to the time whatever goes on inside.

An engine is imported when it is chosen, for that takes a second, and whoever only looks at plans need not wait for it.
"""

import threading
import time
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from optimizer.engine.approach import Solver, approached
from optimizer.engine.beside import beside
from optimizer.engine.clock import Clock, TimeUpError
from optimizer.engine.latest import Latest
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Progress
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Walk
from optimizer.planning.pair import Plan

if TYPE_CHECKING:
    from optimizer.engine.quick.improve import Quick


class Engine(StrEnum):
    """Which engine solves: ``auto`` leaves it to the formulation."""

    AUTO = "auto"
    CPSAT = "cpsat"
    ROSTERS = "rosters"


def solve(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    engine: Engine = Engine.AUTO,
    start: Plan | None = None,
    deadline: float | None = None,
    on_progress: OnProgress | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
) -> Outcome:
    """Return the best plan found, by column generation where people walk through days, else by sums alone.

    ``deadline`` is on the monotonic clock. An engine that does not end soon after it, or after a wish to stop, is left
    to end by itself, and what it had told of is returned. One worker, and a deterministic limit, take CP-SAT alone: it
    then gives the same plan every time, where no deadline cuts it short.
    """
    chosen, began = _chosen(engine, formulation, effort), time.monotonic()
    begun = start if start is not None and pins.allow(start, formulation) else pins.keep
    latest = Latest(begun, on_progress)

    def work() -> Outcome:
        made = _begun(formulation, pins, Clock(deadline, stop), effort, latest)
        run, first = _run_of(chosen), start
        if chosen == "cpsat" and first is None and made is not None:
            first = _bettered(made, Clock(deadline, stop))
        if chosen == "rosters" and deadline is not None:
            first = approached(run, formulation, pins, first, deadline, latest.see, stop, effort)
            run = _run_of(chosen, made)
        return run(formulation, pins, start=first, deadline=deadline, on_progress=latest.see, stop=stop, effort=effort)

    found = beside(work, Clock(deadline, stop))
    outcome = latest.outcome(stop) if found is None else _with_near(found, latest)
    return replace(outcome, seconds=time.monotonic() - began)


def _with_near(found: Outcome, latest: Latest) -> Outcome:
    return replace(found, near=latest.near_to(found)) if found.near is None else found


def _begun(formulation: Formulation, pins: Pins, clock: Clock, effort: Effort, latest: Latest) -> "Quick | None":
    """Tell of the quickest plan of a large formulation, even before an engine is loaded, and return what betters it."""
    if len(formulation.offered) <= SMALL or not _has_walks(formulation) or clock.deadline is None:
        return None
    from optimizer.engine.quick.improve import quick

    with suppress(TimeUpError):
        made = quick(formulation, pins, effort.seed, clock.check)
        if made is not None:
            latest.see(Progress(0.0, None, 0, made.plan))
        return made
    return None


def _bettered(made: "Quick", clock: Clock) -> Plan:
    """Return what a plan becomes in a tenth of the time: the exact search may find none for long."""
    from optimizer.engine.quick.improve import better

    plans, until = [made.plan], Clock(time.monotonic() + SHARE * clock.left(MOST / SHARE), clock.stop)
    better(made, until.over, until.left, plans.append)
    return plans[-1]


SMALL = 1_000
"""Up to how many pairs a formulation needs no plan to begin with, since every search has one soon."""
SHARE, MOST = 0.1, 5.0
"""Which part of its time such a plan may take, and how many seconds."""


def _chosen(engine: Engine, formulation: Formulation, effort: Effort) -> str:
    if engine is not Engine.AUTO:
        return engine.value
    if effort.workers == 1 or effort.deterministic:
        return "cpsat"
    return "rosters" if _has_walks(formulation) else "sums"


def _run_of(chosen: str, made: "Quick | None" = None) -> Solver:
    if chosen == "cpsat":
        from optimizer.engine import cpsat

        return cpsat.solve
    if chosen == "sums":
        from optimizer.engine.sums import solve as sums

        return sums.solve
    from optimizer.engine.rosters import solve as rosters

    return partial(rosters.solve, made=made)


def _has_walks(formulation: Formulation) -> bool:
    return any(isinstance(clause.law, Walk) for clause in formulation.clauses)
