"""An order to explain why there is no schedule, and to look for ways out, each of which can be taken as it is told."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.explain.subject import without_roster_of
from optimizer.scenarios.explain.ways_out import WayOut, ways_out
from optimizer.scenarios.explain.ways_said import ways_said
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell
from optimizer.summary.explain.alone import alone_facts
from optimizer.summary.explain.explanation import explanation_lines

HALF = 0.5
"""Which part of the time the causes may take; the rest is for ways out."""
ALONE = 0.1
"""Which part of the time those may take who can have no roster at all, whom what is decided about them tells."""


@dataclass(frozen=True, slots=True)
class WayTold:
    """A way out in sentences, the changes that it takes, and a plan with them that keeps every must."""

    said: str
    changes: tuple[Remedy, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class WhyNotTold:
    """Why there is no schedule, at most eight lines, and what would make one possible, the cheapest first.

    ``no_roster`` tells who can have none whatever the others have, and because of what.
    """

    lines: tuple[str, ...]
    no_roster: tuple[str, ...]
    ways: tuple[WayTold, ...]


@dataclass(frozen=True)
class WhyNot:
    """An order to explain a unit with the schedule that stands and the cells that are kept, in some seconds."""

    unit: Unit
    policy: Policy
    plan: Plan
    kept: frozenset[Cell] = frozenset()
    costs: bool = True
    seconds: float = 40.0

    @property
    def asked(self) -> UnitToPlan:
        """Return what is to be planned."""
        return UnitToPlan(self.unit, self.policy, self.plan, self.kept)

    def __call__(self, tell: Callable[[str], None], stop: threading.Event) -> WhyNotTold:
        """Return the sentences; the causes are told as soon as they are found."""
        asked, run = self.asked, Run(in_seconds(self.seconds), stop)
        found = explain_unit(asked, run.part(HALF))
        lines = explanation_lines(self.unit, found)
        tell(lines[0].rstrip(".:"))
        alone = alone_facts(self.unit, without_roster_of(asked, run.part(ALONE)))
        ways = () if found.possible else ways_out(asked, found, run)
        return WhyNotTold(lines, tuple(said for _, said in alone), self._told(ways))

    def _told(self, ways: Sequence[WayOut]) -> tuple[WayTold, ...]:
        said = ways_said(self.unit, ways, costs=self.costs)
        return tuple(WayTold(words, way.changes, way.plan) for words, way in zip(said, ways, strict=True))
