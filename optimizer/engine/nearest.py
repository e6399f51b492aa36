"""Finds the nearest plan, with musts that bend, where none keeps every must, and tells it as what it is."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from optimizer.engine.either import Either
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Progress, Status
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge

SHARE = 0.7
"""For which part of the time a plan that keeps every must is looked for; without one, the rest is the nearest's."""
LEAST = 0.2
"""Seconds below which there is no use in looking for the nearest plan."""


def solve_or_nearest(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    engine: Engine = Engine.AUTO,
    start: Plan | None = None,
    deadline: float | None = None,
    on_progress: OnProgress | None = None,
    on_nearest: Callable[[Outcome], None] | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
) -> Outcome:
    """Return the best plan; when none that keeps every must is found, the nearest one; both by one deadline.

    ``on_nearest`` hears how the search for a plan ended when the one for the nearest begins.
    """
    judge, began = Judge(formulation), time.monotonic()  # made now, since there is no time for it in the end
    enough = _Enough(deadline, on_progress, stop)

    def run(problem: Formulation, start: Plan | None, tell: OnProgress | None, ended: threading.Event) -> Outcome:
        return solve(
            problem, pins, engine=engine, start=start, deadline=deadline, on_progress=tell, stop=ended, effort=effort
        )

    with enough:
        outcome = run(formulation, start, enough.see, enough.event)
    if enough.event.is_set() and not enough.wished():
        outcome = replace(outcome, status=_unhurried(outcome))
    if outcome.plan is not None:
        return outcome
    near = start if outcome.near is None else outcome.near  # one without duties is a plan, too
    if enough.wished() or (deadline is not None and time.monotonic() > deadline - LEAST):
        return _seconds(told_apart(judge, outcome, replace(outcome, plan=near)), began)
    if on_nearest:
        on_nearest(outcome)
    close = run(formulation.relaxed(), near, on_progress, Either(stop))
    impossible = close.status is Status.INFEASIBLE  # what is kept contradicts what can never bend
    plan = close.plan if close.plan is not None or impossible else near
    told = told_apart(judge, outcome, replace(close, plan=plan))
    return _seconds(replace(told, searched=close.plan is not None), began)


def told_apart(judge: Judge, outcome: Outcome, close: Outcome) -> Outcome:
    """Return the nearest plan as what it is: when it keeps every must after all, an ordinary plan."""
    score = judge.judge(close.plan).score if close.plan is not None else None
    if score is not None and not score.broken:
        return replace(close, status=Status.FEASIBLE, score=score, bound=outcome.bound, near=None)
    broken = score.broken if score else 0
    return replace(close, status=outcome.status, score=None, bound=0, near=None, broken=broken)


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

    def __init__(self, deadline: float | None, tell: OnProgress | None, stop: threading.Event | None) -> None:
        self.event, self._stop, self._tell = Either(stop), stop, tell
        self._kept = self._any = False
        left = None if deadline is None else max(0.0, SHARE * (deadline - time.monotonic()))
        self._timer = None if left is None else threading.Timer(left, self._end)

    def __enter__(self) -> None:
        """Start the clock."""
        if self._timer:
            self._timer.daemon = True
            self._timer.start()

    def __exit__(self, *_: object) -> None:
        """Stop the clock."""
        if self._timer:
            self._timer.cancel()

    def see(self, progress: Progress) -> None:
        """Hear how far the search is."""
        self._kept |= progress.cost is not None
        self._any |= progress.plan is not None
        if self._tell:
            self._tell(progress)

    def wished(self) -> bool:
        """Tell whether somebody wishes to stop altogether."""
        return self._stop is not None and self._stop.is_set()

    def _end(self) -> None:
        if self._any and not self._kept:
            self.event.set()
