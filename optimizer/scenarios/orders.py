"""What can be ordered about scenarios: each order tells of every result as it comes, and keeps them when stopped."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer.planning.policy import Policy
from optimizer.scenarios.compare import compared
from optimizer.scenarios.frontier import Point, frontier_tasks, points_of
from optimizer.scenarios.hire import Hiring, hire
from optimizer.scenarios.pool import run_all
from optimizer.scenarios.run import Limits, Result, ScenarioTask, SolveAll, run
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.scenario import Scenario

OnResult = Callable[[Result], None]


@dataclass(frozen=True)
class Compare:
    """An order to solve the unit as it is, from its given schedule on, and then every scenario."""

    unit: Unit
    policy: Policy
    scenarios: tuple[Scenario, ...]
    limits: Limits
    workers: int = 1

    @property
    def total(self) -> int:
        """Return how many solves it takes."""
        return 1 + len(self.scenarios)

    def __call__(self, tell: OnResult, stop: threading.Event) -> list[Result | None]:
        """Return a result for each, None for those that were not finished."""
        return compared(self.unit, self.policy, self.scenarios, self.limits, side_by_side(self.workers, tell, stop))


@dataclass(frozen=True)
class Frontier:
    """An order to find the least uncovered time at each budget in cents."""

    unit: Unit
    policy: Policy
    budgets: tuple[int, ...]
    limits: Limits
    workers: int = 1

    @property
    def total(self) -> int:
        """Return how many solves it takes."""
        return len(self.budgets)

    def __call__(self, tell: OnResult, stop: threading.Event) -> list[Point]:
        """Return the points that were finished."""
        tasks = frontier_tasks(self.unit, self.policy, self.budgets, self.limits)
        return points_of(self.budgets, side_by_side(self.workers, tell, stop)(tasks))


@dataclass(frozen=True)
class Hire:
    """An order to try which positions would help the most; how many solves it takes shows only on the way."""

    unit: Unit
    policy: Policy
    limits: Limits
    pairs: bool = False
    workers: int = 1

    @property
    def total(self) -> None:
        """Return nothing: the schedule as it is decides which positions are tried."""

    def __call__(self, tell: OnResult, stop: threading.Event) -> Hiring | None:
        """Return the offers that were finished, None when not even the schedule as it is was."""
        solve_all = side_by_side(self.workers, tell, stop)
        return hire(self.unit, self.policy, self.limits, solve_all, pairs=self.pairs)


def side_by_side(workers: int, tell: OnResult, stop: threading.Event) -> SolveAll:
    """Return what solves tasks in so many processes, tells of each as it is done, and heeds a stop."""

    def solve_all(tasks: Sequence[ScenarioTask]) -> Sequence[Result | None]:
        return run_all(tasks, run, workers=workers, on_done=lambda _, result: tell(result), stop=stop)

    return solve_all
