"""The door to the engines: chooses the one that suits a formulation, and keeps to the time whatever goes on inside.

An engine is imported when it is chosen, for that takes a second, and whoever only looks at plans need not wait for it.
"""

import threading
import time
from dataclasses import replace
from enum import StrEnum

from optimizer.engine.approach import Solver, approached
from optimizer.engine.beside import beside
from optimizer.engine.clock import Clock
from optimizer.engine.latest import Latest
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Progress
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Walk
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge


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
        run, first = _run_of(chosen), start
        if chosen == "cpsat" and first is None and deadline is not None and not effort.deterministic:
            first = _quickest(formulation, pins, Clock(deadline, stop), effort, latest)
        if chosen == "rosters" and deadline is not None:
            first = approached(run, formulation, pins, first, deadline, latest.see, stop, effort)
        return run(formulation, pins, start=first, deadline=deadline, on_progress=latest.see, stop=stop, effort=effort)

    found = beside(work, Clock(deadline, stop))
    outcome = latest.outcome(stop) if found is None else replace(found, near=found.near or latest.near_to(found))
    return replace(outcome, seconds=time.monotonic() - began)


def _quickest(formulation: Formulation, pins: Pins, clock: Clock, effort: Effort, latest: Latest) -> Plan | None:
    """Return a plan to begin with for the exact search, which may find none for long; in a tenth of the time."""
    if len(formulation.offered) <= SMALL or not _has_walks(formulation):
        return None
    from optimizer.engine.quick.improve import quickest

    plan = quickest(formulation, pins, effort.seed, clock, clock.left(MOST / SHARE) * SHARE)
    if plan is not None:
        score = Judge(formulation).judge(plan).score
        latest.see(Progress(0.0, None if score.broken else score.cost, 0, plan))
    return plan


SMALL = 1_000
"""Up to how many pairs the exact search needs no plan to begin with."""
SHARE, MOST = 0.1, 5.0
"""Which part of its time such a plan may take, and how many seconds."""


def _chosen(engine: Engine, formulation: Formulation, effort: Effort) -> str:
    if engine is not Engine.AUTO:
        return engine.value
    if effort.workers == 1 or effort.deterministic:
        return "cpsat"
    return "rosters" if _has_walks(formulation) else "sums"


def _run_of(chosen: str) -> Solver:
    if chosen == "cpsat":
        from optimizer.engine import cpsat

        return cpsat.solve
    if chosen == "sums":
        from optimizer.engine.sums import solve as sums

        return sums.solve
    from optimizer.engine.rosters import solve as rosters

    return rosters.solve


def _has_walks(formulation: Formulation) -> bool:
    return any(isinstance(clause.law, Walk) for clause in formulation.clauses)
