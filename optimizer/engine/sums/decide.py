"""Decides parts of a plan exactly, all else as it is, and keeps what is better."""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from optimizer.engine import cpsat
from optimizer.engine.arrays import Flags
from optimizer.engine.clock import Clock
from optimizer.engine.incumbent import Incumbent
from optimizer.engine.outcome import Outcome, Status
from optimizer.engine.run import Run
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.part import Parts
from optimizer.engine.sums.program import FOUND, Program
from optimizer.engine.sums.relaxation import rounded_up
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair, Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
AT_A_TIME = 3.0
"""Seconds that exact search on one part may take."""
MOMENT = 0.001
"""Seconds that a program gets at least, since 0 would be no limit at all."""


class Decided(NamedTuple):
    """Whether a part was decided for good, and what it costs at least; no bound where no plan of it was found."""

    final: bool
    bound: int | None


class Decider:
    """One formulation, the incumbent, and the two exact solvers that decide parts of it."""

    def __init__(self, formulation: Formulation, incumbent: Incumbent, run: Run) -> None:
        self.formulation, self.incumbent, self.run, self.clock = formulation, incumbent, run, run.clock
        self.choices = choices(formulation)
        self._parts = Parts(formulation)

    def done(self) -> bool:
        """Tell whether nothing is left to search for, or it is over."""
        return self.incumbent.proved or self.clock.over()

    def part(self, fixed: Plan, free: Collection[Pair], start: Plan | None, seconds: float) -> Status | None:
        """Decide some pairs by CP-SAT with all else fixed, and tell how that ended; None without a plan."""
        part = self._parts.part(fixed, free)
        found = cpsat.solve(part, start=start, run=self.run.within(seconds).telling(None))
        if found.plan is None:
            return Status.INFEASIBLE if found.status is Status.INFEASIBLE else None
        self.incumbent.post(fixed | found.plan)
        return found.status

    def kept(self, kept: Flags, seconds: float) -> Decided:
        """Decide by SCIP among the options that are kept."""
        chosen = None if self.incumbent.plan is None else self.choices.chosen(self.incumbent.plan)
        program = Program(self.choices, kept, whole=True)
        until = Clock(self.clock.after(max(MOMENT, seconds)), self.clock.stop)
        status = program.solve(until, chosen)
        if status in FOUND:
            self.incumbent.post(self.choices.plan(np.flatnonzero(program.taken > 0.5)))
            return Decided(status == FOUND[0], rounded_up(program.bound))
        return Decided(status == Program.IMPOSSIBLE, None)

    def whole(self) -> Outcome:
        """Decide everything at once by CP-SAT."""
        found = cpsat.solve(self.formulation, run=self.run)
        bound = 0 if found.status is Status.INFEASIBLE else max(found.bound, self.incumbent.bound)
        return replace(found, bound=bound, seconds=self.incumbent.seconds)
