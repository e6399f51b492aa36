"""Solves a hospital: each unit at prices of what they share, the pool by what they lack, then all beside each other."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from optimizer.engine.parts.price import Prices
from optimizer.engine.run import Effort, Run
from optimizer.planning.pair import Plan
from optimizer.planning.score import Score
from optimizer.scenarios.hospital.search import HospitalProgress, HospitalSearch
from optimizer.scenarios.hospital.step import SolveSteps
from optimizer.scenarios.hospital.times import Times
from optimizer.staffing.hospital.hospital import Hospital, Member

# Chosen, no measurement is kept: `python -m tests.benchmarks hospital` shows what other numbers come to.
PASSES, SEARCHES = 3, 3
"""In how many passes that make plans, and searches for the pool, the first round is; what time is left has more."""
SMALL, SHARE = 100, 0.6
"""Up to how many people a hospital is solved as one after a single round, and for which part of the time."""


@dataclass(frozen=True)
class HospitalLimits:
    """How long a hospital is searched for, in seconds, in how many steps at a time, and where chance begins."""

    seconds: float = 300.0
    workers: int = 2
    seed: int = 0


@dataclass(frozen=True)
class HospitalOutcome:
    """The plan of a hospital, its score, and the cents that no plan costs less than.

    ``members`` are the units with their guests, last the pool; ``prices`` what one more of the pool is worth, none
    where the search was stopped before it had any.
    """

    members: tuple[Member, ...]
    plan: Plan
    score: Score | None
    bound: int
    prices: Prices
    seconds: float

    @property
    def gap(self) -> float | None:
        """Return which part of the cost could at most still be saved; None without a plan that keeps every must."""
        if self.score is None or self.score.broken:
            return None
        return max(0, self.score.cost - self.bound) / self.score.cost if self.score.cost else 0.0


def solve_hospital(
    hospital: Hospital,
    limits: HospitalLimits,
    solve_steps: SolveSteps,
    tell: Callable[[HospitalProgress], None],
    stop: threading.Event | None = None,
) -> HospitalOutcome:
    """Return the best plan of a hospital that is found in time, or until somebody says stop, with a proven bound."""
    began, small = time.monotonic(), hospital.size <= SMALL
    search = HospitalSearch(hospital, solve_steps, tell, limits.seed)
    effort = Effort(limits.workers, limits.seed)
    apart = began + limits.seconds * (1 - SHARE if small else 1)
    times = Times(apart, len(search.members), limits.workers, passes=PASSES, searches=SEARCHES)
    _by_prices(search, times, Run(stop=stop, effort=effort))
    if small and not search.proved:
        search.as_one(Run(began + limits.seconds, stop, effort=effort))
    score = search.best.score if search.best else None
    return HospitalOutcome(
        search.members, search.plan, score, search.bound, search.prices.worth, time.monotonic() - began
    )


def _by_prices(search: HospitalSearch, times: Times, asked: Run) -> None:
    """Solve the units without the pool while prices are found, then at these, moved each time, and made whole."""

    def run() -> Run:
        return asked.within(times.for_pool())

    prices = asked.within(times.for_prices())
    staff = search.apart(times.for_step(), prices)
    if staff is None:
        return
    search.with_pool(staff, run())
    while not times.over:
        search.bound_at_prices(times.for_bounds())
        staff = None if search.proved else search.at_prices(times.for_step())
        if staff is None:
            return
        plan = search.with_units(search.with_pool(staff, run()), times.for_step())
        search.with_pool(search.staff(plan), run())
