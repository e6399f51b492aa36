"""What a search has told of so far, so that it is not lost when nobody waits for its end."""

import threading
import time

from optimizer.engine.outcome import OnProgress, Outcome, Progress, Status
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge


class Latest:
    """Passes on what a search tells, and keeps the newest plan that keeps every must, and the newest that does not.

    Searches tell of a plan only when it is better than those before. ``start`` is what they began with, or what is
    kept in any case: a plan at least that there is before anybody has found one.
    """

    def __init__(self, formulation: Formulation, start: Plan, tell: OnProgress | None) -> None:
        self._formulation, self._tell, self._began = formulation, tell, time.monotonic()
        self._plan: Plan | None = None
        self._near, self._bound = start, 0
        self._lock, self._silent = threading.Lock(), False

    def see(self, progress: Progress) -> None:
        """Hear how far a search is."""
        with self._lock:
            if self._silent:
                return
            self._bound = max(self._bound, progress.bound)
            if progress.plan is not None and progress.cost is not None:
                self._plan = progress.plan
            elif progress.plan is not None:
                self._near = progress.plan
            if self._tell:
                self._tell(progress)

    def note(self, plan: Plan) -> None:
        """Keep a plan, and tell of it."""
        score = Judge(self._formulation).judge(plan).score
        self.see(Progress(time.monotonic() - self._began, None if score.broken else score.cost, 0, plan))

    def near_to(self, found: Outcome) -> Plan | None:
        """Return the newest plan that breaks musts where no other was found, nor is proved to be impossible."""
        return self._near if found.plan is None and found.status is not Status.INFEASIBLE else None

    def outcome(self, stop: threading.Event | None) -> Outcome:
        """Return what is known, and pass on nothing more."""
        with self._lock:
            self._silent = True
        stopped = stop is not None and stop.is_set()
        plan = self._near if self._plan is None else self._plan
        score = Judge(self._formulation).judge(plan).score
        if score.broken:
            status = Status.STOPPED if stopped else Status.OUT_OF_TIME
            return Outcome(status, None, None, self._bound, 0.0, near=plan)
        return Outcome(Status.STOPPED if stopped else Status.FEASIBLE, plan, score, self._bound, 0.0)
