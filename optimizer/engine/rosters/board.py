"""Where searches that run side by side post what they find."""

import math
import threading
import time

from optimizer.engine.outcome import OnProgress, Progress
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score


class Board:
    """The best plan so far and the best bound; whoever is told hears only of what is better than before."""

    def __init__(self, formulation: Formulation, tell: OnProgress | None) -> None:
        self.plan: Plan | None = None
        self.score: Score | None = None
        self.bound = 0
        self._judge = Judge(formulation)
        self._began, self._tell = time.monotonic(), tell
        self._lock = threading.Lock()

    def post(self, plan: Plan | None, bound: float = 0) -> None:
        """Take note of a plan, if it keeps every must, and of a bound in cents."""
        score = self._judge.judge(plan).score if plan is not None and plan is not self.plan else None
        whole = max(0, math.ceil(bound - 1e-3))
        with self._lock:
            better = score is not None and not score.broken and (self.score is None or score < self.score)
            if better:
                self.plan, self.score = plan, score
            if better or whole > self.bound:
                self.bound = max(self.bound, whole)
                if self._tell:
                    cost = self.score.cost if self.score else None
                    self._tell(Progress(self.seconds, cost, self.bound, self.plan))

    @property
    def seconds(self) -> float:
        """Return for how long this has been going on."""
        return time.monotonic() - self._began

    @property
    def proved(self) -> bool:
        """Tell whether no plan can be better."""
        return self.score is not None and self.score.cost <= self.bound
