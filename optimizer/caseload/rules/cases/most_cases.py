"""No more cases than a manager can keep in mind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, counted
from optimizer.planning.law import Sum
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.planning.words import count

CASES = number_of("case", "cases", "cases for 1.0 FTE")


@dataclass(frozen=True)
class MostCases(PanelRule):
    """Gives nobody more than so many cases for 1.0 FTE, or than the contract says where it says a number."""

    key, title, unit = "most-cases", "Most cases", "case too many"
    sentence = "nobody has more than {limit} for 1.0 FTE, or than their contract says where it says a number"
    measure = CASES

    limit: int = 80

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager."""
        for manager in panel.managers:
            most = for_fte(self.limit, manager) if manager.cases is None else manager.cases
            yield counted(manager.id, panel.caseloads.get(manager.id, ()), most)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how many cases there are and how many there may be."""
        return has_cases(panel, finding)


@dataclass(frozen=True)
class NoviceCases(PanelRule):
    """Gives nobody with less than ``months`` of case management more than so many cases for 1.0 FTE."""

    key, title, unit = "novice-cases", "Most cases of a novice", "case too many"
    sentence = "nobody with less than {months} of case management has more than {limit} for 1.0 FTE"
    measure = CASES

    limit: int = 40
    months: int = 12

    def words(self) -> Mapping[str, str]:
        """Return also the words for its months."""
        return {**super().words(), "months": count(self.months, "month")}

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every novice."""
        for manager in panel.managers:
            if manager.experience < self.months:
                yield counted(manager.id, panel.caseloads.get(manager.id, ()), for_fte(self.limit, manager))

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how many cases a novice has and may have."""
        return has_cases(panel, finding, "as a novice ")


def for_fte(cases: int, manager: Manager) -> int:
    """Return the share of so many cases for a manager's FTE, a part of a case counted whole."""
    return -(-cases * manager.fte // 100)


def has_cases(panel: Panel, finding: Finding, how: str = "") -> str:
    """Return how many cases a manager has and may have."""
    has = f"{panel.name_of(finding.place.who)} has {count(finding.total, 'case')}"
    return f"{has}; {how}it should be {finding.bound} at most."
