"""The incumbent, the best plan so far, and the best bound: where searches post what they find."""

import math
import threading
import time

from optimizer.engine.outcome import Nearest, Progress
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Score, Verdict, judge_of


class Incumbent:
    """The best plan so far and the best bound; whoever listens hears only of what is better than before.

    Searches that run side by side share one.

    Until a plan keeps every must, the one that breaks the fewest, each as firm as its rule is, is kept as ``near``.
    """

    def __init__(self, formulation: Formulation, run: Run = UNLIMITED) -> None:
        self._best: Verdict | None = None
        self._near: Verdict | None = None
        self.bound = 0
        self.grain = formulation.grain
        self._judge = judge_of(formulation)
        self._began, self._run = time.monotonic(), run
        self._lock = threading.Lock()

    def post(self, plan: Plan | None, bound: float = 0) -> None:
        """Take note of a plan, if it is better than what is known, and of a bound in cents."""
        whole = max(0, self.grain * math.ceil((bound - 1e-3) / self.grain))
        with self._lock:
            better = plan is not None and self._take(self._verdict(plan))
            if better and (kept := self._best or self._near):
                self._judge.remember(kept)
            if better or whole > self.bound:
                self.bound = max(self.bound, whole)
                cost = self.score.cost if self.score else None
                plan = self.near if self.plan is None else self.plan
                self._run.tell(Progress(self.seconds, cost, self.bound, plan))

    def settle(self) -> None:
        """Take note that nothing is better than the best plan."""
        if self.score is not None:
            self.post(None, self.score.cost)

    def _take(self, verdict: Verdict) -> bool:
        """Keep a plan, and tell whether it is better."""
        if not verdict.score.broken:
            better = not self._best or verdict.score < self._best.score
            self._best = verdict if better else self._best
            return better
        better = not self._best and (not self._near or self._firmly(verdict) < self._firmly(self._near))
        self._near = verdict if better else self._near
        return better

    def _firmly(self, verdict: Verdict) -> Score:
        """Return a score in which each must counts as much as its rule is firm."""
        broken = 0
        for index, score in verdict.breaches.items():
            clause = self._judge.clause(index)
            broken += score.broken * clause.rule.firmness if clause else 0
        return Score(broken, verdict.score.cost)

    def _verdict(self, plan: Plan) -> Verdict:
        """Judge a plan, as an edit of the best so far where it differs little from one."""
        known = self._best or self._near
        if known is None or len(known.plan ^ plan) > len(plan):
            return self._judge.judge(plan)
        return self._judge.edit(known, known.plan - plan, plan - known.plan)

    @property
    def nearest(self) -> Nearest | None:
        """Return the same with by how much it breaks them."""
        near = self._near
        return Nearest(near.plan, near.score.broken) if near and not self._best else None

    @property
    def near(self) -> Plan | None:
        """Return the plan that breaks the fewest musts, None when there is none, or one that breaks none."""
        near = self._near
        return near.plan if near and not self._best else None

    @property
    def best(self) -> Verdict | None:
        """Return the verdict on the best plan so far."""
        return self._best

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
