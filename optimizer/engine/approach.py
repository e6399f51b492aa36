"""Comes near musts that are counted finely, such as dollars: by a price, since few plans on the way keep them."""

import threading
import time
from dataclasses import replace
from typing import Protocol

from optimizer.engine.outcome import Outcome, Pins, Progress
from optimizer.engine.run import Run
from optimizer.engine.stopper import Either
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Score, judge_of

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
LEAST, MOST = 0.5, 0.85
"""For which part of the time a plan within the musts is looked for: at least, so that it is good, and at most."""


class Solver(Protocol):
    """Solves a formulation, as ``rosters.solve`` does."""

    def __call__(self, formulation: Formulation, pins: Pins, *, start: Plan | None, run: Run) -> Outcome:
        """Return what was found."""


def approached(solver: Solver, formulation: Formulation, pins: Pins, start: Plan | None, run: Run) -> Plan | None:
    """Return the best plan to start from, by the musts themselves.

    It is the one that was given where no must is counted finely, or no deadline says what a part of the time is.
    """
    eased = formulation.eased()
    if run.deadline is None or eased == formulation:
        return start
    began, seconds = time.monotonic(), run.deadline - time.monotonic()
    watch = _Within(formulation, LEAST * seconds, run)
    if start is not None and pins.allow(start, formulation):
        watch.take(start)
    timer = threading.Timer(LEAST * seconds, watch.end_if_kept)  # a search that finds nothing more is silent
    timer.start()
    try:
        found = solver(eased, pins, start=start, run=watch.run.by(began + MOST * seconds))
    finally:
        timer.cancel()
    if found.plan is not None:
        watch.take(found.plan)
    return watch.plan


class _Within:
    """Judges the plans on the way by the musts themselves, keeps the best, tells of it, and ends it in time.

    ``run`` is how the search on the way is to go.
    """

    def __init__(self, formulation: Formulation, patience: float, run: Run) -> None:
        self._done, self._asked = Either(run.stop), run
        self.run = replace(run, stop=self._done, on_progress=self.see)
        self._judge, self._patience = judge_of(formulation), patience
        self.plan: Plan | None = None
        self._score: Score | None = None
        self._seen: Plan | None = None

    def see(self, progress: Progress) -> None:
        """Look at how far the search is; its bound is of the eased formulation and says nothing."""
        if progress.plan is not None and progress.plan != self._seen:
            self._seen = progress.plan
            score = self.take(progress.plan)
            if score:
                self._asked.tell(Progress(progress.seconds, None if score.broken else score.cost, 0, progress.plan))
        if progress.seconds > self._patience:
            self.end_if_kept()

    def end_if_kept(self) -> None:
        """End the search when the best plan keeps every must."""
        if self._score is not None and not self._score.broken:
            self._done.set()

    def take(self, plan: Plan) -> Score | None:
        """Keep a plan if it is the best so far, and return its score then."""
        verdict = self._judge.judge(plan)
        score = verdict.score
        if self._score is not None and score >= self._score:
            return None
        self._judge.remember(verdict)
        self.plan, self._score = plan, score
        return score
