"""Comes near musts that are counted finely, such as dollars: by a price, since few plans on the way keep them."""

import threading
import time
from typing import Protocol

from optimizer.engine.outcome import Effort, OnProgress, Outcome, Pins, Progress, Status
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score

PARTS = (0.5, 0.85)
"""Until which part of the time plans are looked for in this way; the second only while none keeps the musts."""


class Solver(Protocol):
    """Solves a formulation, as ``rosters.solve`` does."""

    def __call__(
        self, formulation: Formulation, pins: Pins, *, start: Plan | None, deadline: float | None,
        on_progress: OnProgress | None, stop: threading.Event | None, effort: Effort,
    ) -> Outcome:  # fmt: skip
        """Return what was found by the deadline."""


def approached(
    run: Solver, formulation: Formulation, pins: Pins, start: Plan | None, deadline: float,
    on_progress: OnProgress | None, stop: threading.Event | None, effort: Effort,
) -> Plan | None:  # fmt: skip
    """Return the best plan to start from, by the musts themselves; what was given where none is counted finely."""
    eased = formulation.eased()
    if eased == formulation:
        return start
    began = time.monotonic()
    watch = _Watch(formulation, on_progress)
    if start is not None and pins.allow(start, formulation):
        watch.take(start)
    for part in PARTS:
        until = began + part * (deadline - began)
        found = run(eased, pins, start=start, deadline=until, on_progress=watch.see, stop=stop, effort=effort)
        start = start if found.plan is None else found.plan
        if start is not None:
            watch.take(start)
        if watch.kept or found.status is Status.STOPPED:
            break
    return watch.plan


class _Watch:
    """Judges the plans on the way by the musts themselves, keeps the best, and tells of it."""

    def __init__(self, formulation: Formulation, on_progress: OnProgress | None) -> None:
        self._judge, self._tell = Judge(formulation), on_progress
        self.plan: Plan | None = None
        self._score: Score | None = None
        self._seen: Plan | None = None

    @property
    def kept(self) -> bool:
        """Tell whether the best plan keeps every must."""
        return self._score is not None and not self._score.broken

    def see(self, progress: Progress) -> None:
        """Look at how far the search is; its bound is of the eased formulation and says nothing."""
        if progress.plan is not None and progress.plan != self._seen:
            self._seen = progress.plan
            score = self.take(progress.plan)
            if score and not score.broken and self._tell:
                self._tell(Progress(progress.seconds, score.cost, 0, progress.plan))

    def take(self, plan: Plan) -> Score | None:
        """Keep a plan if it is the best so far, and return its score then."""
        score = self._judge.judge(plan).score
        if self._score is not None and score >= self._score:
            return None
        self.plan, self._score = plan, score
        return score
