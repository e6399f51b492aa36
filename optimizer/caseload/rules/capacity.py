"""No more work than a manager has time for."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule
from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import percent_of
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.planning.words import hours


@dataclass(frozen=True)
class Capacity(PanelRule):
    """Gives nobody more work than a part of the capacity. It may stand twice: a must, and a target below."""

    key, title, unit = "capacity", "Capacity", "minute too much"
    sentence, measure = "nobody has more work than {limit}", percent_of("the capacity", "% of the capacity")

    limit: int = 100

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager, in minutes a month."""
        for manager, pairs in panel.caseloads.items():
            yield load_within(panel, manager, pairs, panel.capacity[manager] * self.limit // 100)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how much work there is and how much there may be."""
        has = f"{panel.name_of(finding.place.who)} has {hours(finding.total)} of work a month"
        return f"{has}; {self.limit} % of the capacity is {hours(finding.bound)}."


@dataclass(frozen=True)
class CapacityWithOvertime(PanelRule):
    """Gives nobody more work than the capacity and the overtime that may be worked beyond it."""

    key, title, unit = "overtime", "Overtime that may be worked", "minute too much"
    sentence = "nobody has more work than the capacity and the overtime that they may work beyond it"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager, in minutes a month."""
        for manager, pairs in panel.caseloads.items():
            most = panel.capacity[manager] + panel.manager_by_id[manager].overtime
            yield load_within(panel, manager, pairs, most)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how much work there is and how much there may be."""
        has = f"{panel.name_of(finding.place.who)} has {hours(finding.total)} of work a month"
        return f"{has}; with all overtime it may be {hours(finding.bound)}."


def load_within(panel: Panel, manager: str, pairs: tuple[Pair, ...], most: int) -> Sum:
    """Return the law that a manager's work is no more than so many minutes."""
    return Sum(Place(manager), tuple((panel.minutes(pair), pair) for pair in pairs), high=most)
