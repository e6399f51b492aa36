"""The door to the engines: chooses the one that suits a formulation.

An engine is imported when it is chosen, for that takes a second, and whoever only looks at plans need not wait for it.
"""

import threading
import time
from dataclasses import replace
from enum import StrEnum

from optimizer.engine.approach import Solver, approached
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Walk
from optimizer.planning.pair import Plan


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

    One worker, and a deterministic limit, take CP-SAT alone: it then gives the same plan every time.
    """
    chosen = _chosen(engine, formulation, effort)
    run = _run_of(chosen)
    began = time.monotonic()
    if chosen == "rosters" and deadline is not None:
        start = approached(run, formulation, pins, start, deadline, on_progress, stop, effort)
    found = run(formulation, pins, start=start, deadline=deadline, on_progress=on_progress, stop=stop, effort=effort)
    return replace(found, seconds=time.monotonic() - began)


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
