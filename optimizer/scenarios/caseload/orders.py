"""What can be ordered about a panel: each order tells how far it is, and keeps what it has when it is stopped."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from optimizer.caseload.panel import Panel
from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Progress
from optimizer.engine.run import Effort, OnProgress, Run
from optimizer.planning.goal import Goals
from optimizer.planning.policy import Policy
from optimizer.scenarios.caseload.assign import Assignment, assign
from optimizer.scenarios.caseload.cover import ManagerCover, cover
from optimizer.scenarios.caseload.rebalance import Rebalanced, curve
from optimizer.scenarios.caseload.softened import softened
from optimizer.scenarios.caseload.standard import Staffing, StaffingStandard, staffing

LEAST = 1.0
"""Seconds that a second try with other musts gets at least."""
POINTS = 6
"""How many limits of transfers a curve has beside none."""


@dataclass(frozen=True)
class PlaceOrder:
    """An order to give a case manager to those who have none, all others staying where the panel has them."""

    panel: Panel
    policy: Policy
    goals: Goals
    seconds: float
    workers: int | None = None

    def __call__(self, tell: Callable[[str], None], stop: threading.Event) -> Assignment:
        """Return the assignment; where who stays breaks a must, the musts bend as little as they have to."""
        fixed = replace(self.panel, locked=self.panel.given)
        run = Run(in_seconds(self.seconds), stop, _of_goals(tell), Effort(self.workers))
        found = assign(fixed, self.policy, run, goals=self.goals)
        if found.plan is not None or stop.is_set():
            return found
        return assign(fixed, softened(self.policy), run.at_least(LEAST), goals=self.goals)


@dataclass(frozen=True)
class RebalanceOrder:
    """An order to even out caseloads with no more than so many transfers from where the panel has the patients."""

    panel: Panel
    policy: Policy
    goals: Goals
    most: int
    seconds: float
    workers: int | None = None

    def __call__(self, tell: Callable[[Rebalanced], None], stop: threading.Event) -> tuple[Rebalanced, ...]:
        """Return the best plan for none, some and all of the transfers."""
        limits = sorted({self.most * step // POINTS for step in range(POINTS + 1)})
        run = Run(in_seconds(self.seconds), stop, effort=Effort(self.workers))
        return curve(self.panel, self.policy, limits, run, goals=self.goals, on_point=tell)


@dataclass(frozen=True)
class CoverOrder:
    """An order to find who takes a case manager's patients from a day on, to a day or for good."""

    panel: Panel
    policy: Policy
    goals: Goals
    manager: str
    first: date
    last: date | None
    seconds: float

    def __call__(self, tell: Callable[[str], None], stop: threading.Event) -> ManagerCover:
        """Return who takes whom."""
        panel = replace(self.panel, locked=frozenset(p for p in self.panel.locked if p.who != self.manager))
        run = Run(in_seconds(self.seconds), stop, _of_goals(tell))
        return cover(panel, self.policy, panel.given, self.manager, self.first, self.last, run, goals=self.goals)


@dataclass(frozen=True)
class StaffingOrder:
    """An order to find the fewest case managers to hire so that a standard is met, and the least budget with them."""

    panel: Panel
    policy: Policy
    standard: StaffingStandard
    seconds: float

    def __call__(self, tell: Callable[[str], None], stop: threading.Event) -> Staffing:
        """Return what the standard takes."""
        return staffing(self.panel, self.policy, self.standard, Run(in_seconds(self.seconds), stop), tell=tell)


def _of_goals(tell: Callable[[str], None]) -> OnProgress:
    """Return what tells which goal is being reached, by its title."""

    def told(now: Progress) -> None:
        if now.goal is not None:
            tell(now.goal.title)

    return told
