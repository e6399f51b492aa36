"""Finds the nearest plan, with musts that bend, where none keeps every must, and tells it as what it is."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from optimizer.engine.outcome import NO_PINS, Nearest, Outcome, Pins, Progress, Status
from optimizer.engine.run import UNLIMITED, Run
from optimizer.engine.solve import Engine, solve
from optimizer.engine.stopper import Either
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, judge_of

# Chosen, no measurement is kept: tests/engine/test_deadlines.py holds what they promise.
SHARE = 0.7
"""For which part of the time a plan that keeps every must is looked for; without one, the rest is the nearest's."""
LEAST = 0.2
"""Seconds below which there is no use in looking for the nearest plan."""


def solve_or_nearest(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    run: Run = UNLIMITED,
    engine: Engine = Engine.AUTO,
    on_nearest: Callable[[Outcome], None] | None = None,
) -> Outcome:
    """Return the best plan; when none that keeps every must is found, the nearest one; both by one deadline.

    ``on_nearest`` hears how the search for a plan ended when the one for the nearest begins.
    """
    judge, began = judge_of(formulation), time.monotonic()  # made now, since there is no time for it in the end
    outcome = _searched(formulation, pins, start, run, engine)
    if outcome.plan is not None:
        return outcome
    near = start if outcome.nearest is None else outcome.nearest.plan  # one without duties is a plan, too
    if run.stopped or (run.deadline is not None and time.monotonic() > run.deadline - LEAST):
        return _seconds(told_apart(judge, outcome, near), began)
    if on_nearest:
        on_nearest(outcome)
    close = solve(formulation.relaxed(), pins, start=near, run=replace(run, stop=Either(run.stop)), engine=engine)
    impossible = close.status is Status.INFEASIBLE  # what is kept contradicts what can never bend
    plan = close.plan if close.plan is not None or impossible else near
    told = told_apart(judge, outcome, plan, sought=close.plan is not None)
    return _seconds(replace(told, worth=close.worth), began)  # where most is missing one more is worth the most


def _searched(formulation: Formulation, pins: Pins, start: Plan | None, run: Run, engine: Engine) -> Outcome:
    """Return the best plan that keeps every must, in time for another search where there is none by then."""
    with _Enough(run) as enough:
        outcome = solve(formulation, pins, start=start, run=enough.run, engine=engine)
    if enough.ended and not run.stopped:
        outcome = replace(outcome, status=_unhurried(outcome))
    return outcome


def told_apart(judge: Judge, outcome: Outcome, near: Plan | None, *, sought: bool = False) -> Outcome:
    """Return a search without a plan with the nearest as what it is: when it keeps every must, an ordinary plan."""
    if near is None:
        return replace(outcome, bound=0, nearest=None)
    score = judge.judge(near).score
    if not score.broken:
        return replace(outcome, status=Status.FEASIBLE, plan=near, score=score, nearest=None)
    return replace(outcome, bound=0, nearest=Nearest(near, score.broken, sought))


def _seconds(outcome: Outcome, began: float) -> Outcome:
    return replace(outcome, seconds=time.monotonic() - began)


def _unhurried(outcome: Outcome) -> Status:
    """Return how a search ended that nobody but us has stopped."""
    if outcome.status is not Status.STOPPED:
        return outcome.status
    return Status.OUT_OF_TIME if outcome.plan is None else Status.FEASIBLE


class _Enough:
    """Ends a search in time for another when it has no plan by then that keeps every must.

    Where it has none at all, another would be no further either, and it goes on.
    """

    def __init__(self, run: Run) -> None:
        self._event, self._asked = Either(run.stop), run
        self.run = replace(run, stop=self._event, on_progress=self.see)
        self._kept = self._any = False
        left = None if run.deadline is None else max(0.0, SHARE * (run.deadline - time.monotonic()))
        self._timer = None if left is None else threading.Timer(left, self._end)

    def __enter__(self) -> "_Enough":
        """Start the clock."""
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the clock."""
        if self._timer:
            self._timer.cancel()

    @property
    def ended(self) -> bool:
        """Tell whether the search was ended, by this or by whoever asked for it."""
        return self._event.is_set()

    def see(self, progress: Progress) -> None:
        """Hear how far the search is."""
        self._kept |= progress.cost is not None
        self._any |= progress.plan is not None
        self._asked.tell(progress)

    def _end(self) -> None:
        if self._any and not self._kept:
            self._event.set()
