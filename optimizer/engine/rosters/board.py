"""Where searches that run side by side post what they find."""

import math
import threading
import time

from optimizer.engine.outcome import OnProgress, Progress
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score, Verdict


class Board:
    """The best plan so far and the best bound; whoever is told hears only of what is better than before."""

    def __init__(self, formulation: Formulation, tell: OnProgress | None) -> None:
        self._best: Verdict | None = None
        self.bound = 0
        self.grain = formulation.grain
        self._judge = Judge(formulation)
        self._began, self._tell = time.monotonic(), tell
        self._lock = threading.Lock()

    def post(self, plan: Plan | None, bound: float = 0) -> None:
        """Take note of a plan, if it keeps every must, and of a bound in cents."""
        whole = max(0, self.grain * math.ceil((bound - 1e-3) / self.grain))
        with self._lock:
            verdict = self._verdict(plan) if plan is not None else None
            better = verdict is not None and not verdict.score.broken and (not self.score or verdict.score < self.score)
            if better:
                self._best = verdict
            if better or whole > self.bound:
                self.bound = max(self.bound, whole)
                if self._tell:
                    cost = self.score.cost if self.score else None
                    self._tell(Progress(self.seconds, cost, self.bound, self.plan))

    def _verdict(self, plan: Plan) -> Verdict:
        """Judge a plan, as an edit of the best so far when there is one: most plans differ little from it."""
        if self._best is None:
            return self._judge.judge(plan)
        return self._judge.edit(self._best, self._best.plan - plan, plan - self._best.plan)

    @property
    def plan(self) -> Plan | None:
        """Return the best plan so far."""
        best = self._best
        return best.plan if best else None

    @property
    def score(self) -> Score | None:
        """Return its score."""
        best = self._best
        return best.score if best else None

    @property
    def seconds(self) -> float:
        """Return for how long this has been going on."""
        return time.monotonic() - self._began

    @property
    def proved(self) -> bool:
        """Tell whether no plan can be better."""
        score = self.score
        return score is not None and score.cost <= self.bound
