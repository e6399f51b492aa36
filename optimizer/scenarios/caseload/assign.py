"""Assigns the patients of a panel, in the order of goals."""

import time
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_goals
from optimizer.caseload.region import Region, regions
from optimizer.caseload.rules.budget import PanelBudget
from optimizer.caseload.rules.transfers import MostTransfers
from optimizer.engine.goals import Reached
from optimizer.engine.outcome import Status
from optimizer.engine.run import Run
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Mode, Policy
from optimizer.planning.score import Score
from optimizer.scenarios.caseload.by_region import PanelSearch, part_of

LARGE = 5_000
"""From so many pairs on, regions are solved each by itself; below, all at once."""


@dataclass(frozen=True)
class Assignment:
    """Who gets whom, and how far every goal was reached; with several regions, costs and bounds are of all together."""

    panel: Panel
    status: Status
    plan: Plan | None
    score: Score | None
    reached: tuple[Reached, ...]
    seconds: float


def assign(
    panel: Panel,
    policy: Policy,
    run: Run,
    *,
    goals: Goals | None = None,
) -> Assignment:
    """Return the best assignment that is found; who hears of progress is told of which goal.

    Panels of many pairs are cut into regions that share nobody: then the bounds of all add up to a bound of the whole.
    """
    began, order = time.monotonic(), default_goals() if goals is None else goals
    search, parts = PanelSearch(policy, order, run), _parts(panel, policy)
    found = search.solve_regions([part_of(panel, part) for part in parts] if len(parts) > 1 else [panel])
    return Assignment(panel, found.status, found.plan, found.score, found.reached, time.monotonic() - began)


def _parts(panel: Panel, policy: Policy) -> tuple[Region, ...]:
    """Return the regions to solve each by itself; none where a budget or a limit of transfers binds them together."""
    in_force = {ruling.rule.key for ruling in policy.rulings if ruling.mode is not Mode.OFF}
    bound = MostTransfers.key in in_force or (PanelBudget.key in in_force and panel.budget is not None)
    return () if bound or len(panel.managers) * len(panel.patients) <= LARGE else regions(panel)
