"""What a search has told of so far, so that it is not lost when nobody waits for its end."""

import threading
from dataclasses import replace

from optimizer.engine.outcome import Nearest, Outcome, Progress, Status
from optimizer.engine.run import Run
from optimizer.planning.pair import Plan
from optimizer.planning.score import Score


class Latest:
    """Passes on what a search tells, and keeps the newest plan that keeps every must, and the newest that does not.

    Searches tell of a plan only when it is better than those before. ``start`` is what they began with, or what is
    kept in any case: a plan at least that there is before anybody has found one. Nothing is judged here, since there is
    no time left when it is asked.
    """

    def __init__(self, start: Plan, run: Run) -> None:
        self._run, self._near, self._bound = run, start, 0
        self._plan: Plan | None = None
        self._score: Score | None = None
        self._lock, self._silent, self._heard = threading.Lock(), False, False

    def see(self, progress: Progress) -> None:
        """Hear how far a search is."""
        with self._lock:
            if self._silent:
                return
            self._bound = max(self._bound, progress.bound)
            if progress.plan is not None and progress.cost is not None:
                self._plan, self._score = progress.plan, Score(0, progress.cost)
            elif progress.plan is not None:
                self._near, self._heard = progress.plan, True
            self._run.tell(progress)

    def with_nearest(self, found: Outcome) -> Outcome:
        """Return an outcome with the newest plan that breaks musts where it has no other.

        What it began with is none where no plan is possible: what is kept may itself contradict what never bends.
        """
        begun = found.status is Status.INFEASIBLE and not self._heard
        return found if found.found is not None or begun else replace(found, nearest=Nearest(self._near))

    def outcome(self) -> Outcome:
        """Return what is known, and pass on nothing more."""
        with self._lock:
            self._silent = True
        stopped = self._run.stopped
        if self._plan is None:
            status = Status.STOPPED if stopped else Status.OUT_OF_TIME
            return Outcome(status, None, None, self._bound, 0.0, nearest=Nearest(self._near))
        return Outcome(Status.STOPPED if stopped else Status.FEASIBLE, self._plan, self._score, self._bound, 0.0)
