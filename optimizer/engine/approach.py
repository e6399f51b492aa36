"""Comes near musts that are counted finely, such as dollars: by a price, since few plans on the way keep them."""

import threading
import time
from typing import Protocol

from optimizer.engine.either import Either
from optimizer.engine.outcome import Effort, OnProgress, Outcome, Pins, Progress
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score

LEAST, MOST = 0.5, 0.85
"""For which part of the time a plan within the musts is looked for: at least, so that it is good, and at most."""


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
    watch = _Watch(formulation, LEAST * (deadline - began), on_progress, stop)
    if start is not None and pins.allow(start, formulation):
        watch.take(start)
    until = began + MOST * (deadline - began)
    clock = threading.Timer(LEAST * (deadline - began), watch.end_if_kept)  # a search that finds nothing more is silent
    clock.start()
    try:
        found = run(eased, pins, start=start, deadline=until, on_progress=watch.see, stop=watch.done, effort=effort)
    finally:
        clock.cancel()
    if found.plan is not None:
        watch.take(found.plan)
    return watch.plan


class _Watch:
    """Judges the plans on the way by the musts themselves, keeps the best, tells of it, and ends it in time."""

    def __init__(
        self, formulation: Formulation, patience: float, on_progress: OnProgress | None, stop: threading.Event | None
    ) -> None:
        self.done = Either(stop)
        self._judge, self._patience, self._tell = Judge(formulation), patience, on_progress
        self.plan: Plan | None = None
        self._score: Score | None = None
        self._seen: Plan | None = None

    def see(self, progress: Progress) -> None:
        """Look at how far the search is; its bound is of the eased formulation and says nothing."""
        if progress.plan is not None and progress.plan != self._seen:
            self._seen = progress.plan
            score = self.take(progress.plan)
            if score and self._tell:
                self._tell(Progress(progress.seconds, None if score.broken else score.cost, 0, progress.plan))
        if progress.seconds > self._patience:
            self.end_if_kept()

    def end_if_kept(self) -> None:
        """End the search when the best plan keeps every must."""
        if self._score is not None and not self._score.broken:
            self.done.set()

    def take(self, plan: Plan) -> Score | None:
        """Keep a plan if it is the best so far, and return its score then."""
        score = self._judge.judge(plan).score
        if self._score is not None and score >= self._score:
            return None
        self.plan, self._score = plan, score
        return score
