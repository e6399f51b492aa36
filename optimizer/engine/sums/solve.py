"""Solves a formulation of sums: all at once when it is small, else by a linear program and exact search on parts."""

import random
import sys
import time
from typing import TYPE_CHECKING

from optimizer.engine import cpsat
from optimizer.engine.incumbent import Incumbent
from optimizer.engine.outcome import NO_PINS, Outcome, Pins, Progress, Status
from optimizer.engine.run import UNLIMITED, OnProgress, Run
from optimizer.engine.sums.decide import AT_A_TIME, Decider
from optimizer.engine.sums.improve import SumsImprover
from optimizer.engine.sums.least import trivial_bound
from optimizer.engine.sums.loads import loads
from optimizer.engine.sums.open import opened
from optimizer.engine.sums.relaxation import Relaxed, relax, rounded_up
from optimizer.engine.sums.rounding import round_off, search_whole
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Score

if TYPE_CHECKING:
    from optimizer.engine.sums.columns import LoadColumns

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
SMALL = 400
"""Up to so many free pairs, all are decided at once."""
QUICK = 1.0
"""Seconds of the first try to round the linear program off."""
MOST_WHOLE, BRIEF = 20.0, 4.0
"""How many seconds the search of all at once may take; the last where loads can do more."""
GROWING_SHARE, MOST_GROWING = 0.4, 120.0
"""Which part of the time the program of loads may take to grow, and how many seconds."""


def solve(
    formulation: Formulation, pins: Pins = NO_PINS, *, start: Plan | None = None, run: Run = UNLIMITED
) -> Outcome:
    """Return the best plan found, and a proven bound on any plan's cost.

    Without a deadline a large formulation is searched until nothing better was found for a while.
    """
    free = (formulation.offered | pins.keep) - pins.keep - pins.ban
    if len(free) <= SMALL or pins.keep & pins.ban:
        return cpsat.solve(formulation, pins, start=start, run=run)
    began = time.monotonic()
    inside = opened(formulation, pins.keep | formulation.past, free)
    if inside.broken:
        return Outcome(Status.INFEASIBLE, None, None, 0, time.monotonic() - began)
    paid = sum(inside.paid.values())
    begun = start - pins.keep if start is not None and pins.allow(start, formulation) else None
    found = _Search(inside.formulation, begun, run.telling(_adding(run, paid, pins.keep))).solve()
    whole = None if found.plan is None else found.plan | pins.keep
    score = None if found.score is None else Score(0, found.score.cost + paid)
    bound = 0 if found.status is Status.INFEASIBLE else found.bound + paid
    return Outcome(found.status, whole, score, bound, time.monotonic() - began)


def _adding(run: Run, paid: int, keep: Plan) -> OnProgress:
    """Tell of what is open as of the whole: with what is paid in any case, and what is kept."""

    def told(now: Progress) -> None:
        cost, plan = None if now.cost is None else now.cost + paid, None if now.plan is None else now.plan | keep
        run.tell(Progress(now.seconds, cost, now.bound + paid, plan))

    return told


class _Search:
    """One search: from the linear program to a plan, and from one plan to a better one."""

    def __init__(self, formulation: Formulation, start: Plan | None, run: Run) -> None:
        self._incumbent = Incumbent(formulation, run)
        self._incumbent.post(start, trivial_bound(formulation))  # before anything that takes longer
        self._decider = Decider(formulation, self._incumbent, run)
        self._chance = random.Random(run.effort.seed)  # noqa: S311

    def solve(self) -> Outcome:
        """Return what comes of the search."""
        decider = self._decider
        if decider.done():
            return self._outcome()
        relaxed, columns = relax(decider.choices, decider.clock), None
        if relaxed is not None and not relaxed.feasible:
            return Outcome(Status.INFEASIBLE, None, None, 0, self._incumbent.seconds)
        if relaxed is not None:
            self._incumbent.post(None, relaxed.bound)
            columns = self._columns_of(relaxed)
            self._reach(relaxed, columns)
        if self._incumbent.plan is None:
            return decider.whole()
        SumsImprover(decider, relaxed, columns, self._chance).run()
        return self._outcome()

    def _reach(self, relaxed: Relaxed, columns: "LoadColumns | None") -> None:
        """Come from the linear program to a plan and a better bound."""
        decider = self._decider
        if not decider.done():
            round_off(decider, relaxed, self._chance, QUICK)
        if not decider.done():
            search_whole(decider, relaxed, MOST_WHOLE if columns is None else BRIEF)
        if columns is not None and not decider.done():
            self._grow(columns)
            SumsImprover(decider, relaxed, columns, self._chance).dive()
        if self._incumbent.plan is None and not decider.done():
            round_off(decider, relaxed, self._chance, 6 * AT_A_TIME)

    def _columns_of(self, relaxed: Relaxed) -> "LoadColumns | None":
        """Return the program of loads, where there is one that says more than the linear program of options."""
        if (found := loads(self._decider.choices)) is None:
            return None
        from optimizer.engine.sums.columns import columns  # compiled code takes half a second to import

        return columns(found, relaxed.prices)

    def _grow(self, columns: "LoadColumns") -> None:
        """Grow the program of loads, for its bound and for plans near it."""
        seconds = GROWING_SHARE * self._decider.clock.left(MOST_GROWING / GROWING_SHARE)
        columns.grow(sys.maxsize, self._decider.run.within(seconds).clock.over)
        self._incumbent.post(None, rounded_up(self._decider.choices.fixed + columns.bound))

    def _outcome(self) -> Outcome:
        incumbent, best, stopped = self._incumbent, self._incumbent.best, self._decider.run.stopped
        bound, seconds = incumbent.bound, incumbent.seconds
        if best is None:
            return Outcome(Status.STOPPED if stopped else Status.OUT_OF_TIME, None, None, bound, seconds)
        ended = Status.STOPPED if stopped else Status.FEASIBLE
        return Outcome(Status.OPTIMAL if incumbent.proved else ended, best.plan, best.score, bound, seconds)
