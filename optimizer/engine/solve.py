"""The door to the engines: chooses the one that suits a formulation."""

import threading
import time
from dataclasses import replace
from enum import StrEnum

from optimizer.engine import cpsat
from optimizer.engine.approach import approached
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins
from optimizer.engine.rosters import solve as rosters
from optimizer.engine.sums import solve as sums
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
    run = cpsat.solve if engine is Engine.CPSAT else rosters.solve
    if engine is Engine.AUTO and (effort.workers == 1 or effort.deterministic):
        run = cpsat.solve
    elif engine is Engine.AUTO and not _has_walks(formulation):
        run = sums.solve
    began = time.monotonic()
    if run is rosters.solve and deadline is not None:
        start = approached(run, formulation, pins, start, deadline, on_progress, stop, effort)
    found = run(formulation, pins, start=start, deadline=deadline, on_progress=on_progress, stop=stop, effort=effort)
    return replace(found, seconds=time.monotonic() - began)


def _has_walks(formulation: Formulation) -> bool:
    return any(isinstance(clause.law, Walk) for clause in formulation.clauses)
