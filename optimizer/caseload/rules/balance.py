"""Everybody is as full as the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.region import even_shares
from optimizer.caseload.rule import PanelRule
from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import percent_of
from optimizer.planning.rule import Finding
from optimizer.planning.words import hours


@dataclass(frozen=True)
class EvenCaseloads(PanelRule):
    """Keeps everybody near the even share of the work.

    The even share fills all managers of a region alike who take patients; those who do not are left out with what they
    have. Standing twice, with a wider limit at a price on top, it weighs the far ones more.
    """

    key, title, unit = "balance", "Even caseloads", "minute off the even share"
    sentence = "everybody has the even share of the work, to within {limit}"
    measure = percent_of("the capacity", "% of the capacity")

    limit: int = 5

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager who takes patients."""
        for manager, (least, most) in even_shares(panel).items():
            free = panel.capacity[manager] * self.limit // 100
            terms = tuple((panel.minutes(pair), pair) for pair in panel.caseloads.get(manager, ()))
            yield Sum(Place(manager), terms, max(0, least - free), most + free)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how much work there is and how much would be even."""
        assert isinstance(finding.law, Sum)
        low, high = hours(finding.law.low or 0), hours(finding.law.high or 0)
        has = f"{panel.name_of(finding.place.who)} has {hours(finding.total)} of work a month"
        return f"{has}; an even share is {low} to {high}."
