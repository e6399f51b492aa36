"""An order to explain why there is no schedule, and to look for ways out; what comes of it are sentences."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.explain.ways_out import ways_out
from optimizer.scenarios.explain.ways_said import ways_said
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell
from optimizer.summary.explain.explanation import explanation_lines

HALF = 0.5
"""Which part of the time the causes may take; the rest is for ways out."""


@dataclass(frozen=True, slots=True)
class WhyNotTold:
    """Why there is no schedule, at most eight lines, and what would make one possible, the cheapest first."""

    lines: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True)
class WhyNot:
    """An order to explain a unit with the schedule that stands and the cells that are kept, in some seconds."""

    unit: Unit
    policy: Policy
    plan: Plan
    kept: frozenset[Cell] = frozenset()
    costs: bool = True
    seconds: float = 40.0

    def __call__(self, tell: Callable[[str], None], stop: threading.Event) -> WhyNotTold:
        """Return the sentences; the causes are told as soon as they are found."""
        asked = UnitToPlan(self.unit, self.policy, self.plan, self.kept)
        run = Run(in_seconds(self.seconds), stop)
        found = explain_unit(asked, run.part(HALF))
        lines = explanation_lines(self.unit, found)
        tell(lines[0].rstrip(".:"))
        ways = () if found.possible else ways_out(asked, found, run)
        return WhyNotTold(lines, ways_said(self.unit, ways, costs=self.costs))
