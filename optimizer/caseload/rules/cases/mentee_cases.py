"""A mentee's cases, more with every month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, counted
from optimizer.caseload.rules.cases.most_cases import CASES, for_fte, has_cases
from optimizer.planning.law import Sum
from optimizer.planning.rule import Finding
from optimizer.planning.words import count


@dataclass(frozen=True)
class MenteeCases(PanelRule):
    """Gives nobody with a mentor more than so many cases for 1.0 FTE, and ``more`` with every month of case management.

    The numbers are our own design; an orientation plan has its own.
    """

    key, title, unit = "mentee-cases", "Most cases of a mentee", "case too many"
    sentence = "nobody with a mentor has more than {limit} for 1.0 FTE at first, and {more} with every month"
    measure = CASES

    limit: int = 15
    more: int = 3

    def words(self) -> Mapping[str, str]:
        """Return also the words for how it rises."""
        return {**super().words(), "more": f"{count(self.more, 'case')} more"}

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for everybody who has a mentor."""
        for manager in panel.managers:
            if manager.mentor:
                yield counted(manager.id, panel.caseloads.get(manager.id, ()), self.most(manager))

    def most(self, manager: Manager, later: int = 0) -> int:
        """Return the most cases of a mentee today, or some months later."""
        return for_fte(self.limit + self.more * (manager.experience + later), manager)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how many cases a mentee has and may have this month."""
        return has_cases(panel, finding, "with a mentor ")
