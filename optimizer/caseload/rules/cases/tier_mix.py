"""Heavy cases are shared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, counted
from optimizer.caseload.rules.cases.most_cases import CASES, for_fte
from optimizer.caseload.tier import Tier
from optimizer.planning.law import Sum
from optimizer.planning.rule import Finding
from optimizer.planning.words import count


@dataclass(frozen=True)
class TierMix(PanelRule):
    """Gives nobody more than so many cases of ``tier`` or above for 1.0 FTE."""

    key, title, unit = "tier-mix", "Most heavy cases", "heavy case too many"
    sentence, measure = "nobody has more than {limit} of {tier} or above for 1.0 FTE", CASES

    limit: int = 10
    tier: int = Tier.COMPLEX

    def words(self) -> Mapping[str, str]:
        """Return also the name of its tier."""
        return {**super().words(), "tier": Tier(self.tier).label}

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every manager, over the heavy cases."""
        for manager in panel.managers:
            heavy = (p for p in panel.caseloads.get(manager.id, ()) if panel.tier(p.what.patient) >= self.tier)
            yield counted(manager.id, heavy, for_fte(self.limit, manager))

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how many heavy cases there are and how many there may be."""
        heavy = f"{count(finding.total, 'case')} of {Tier(self.tier).label} or above"
        return f"{panel.name_of(finding.place.who)} has {heavy}; it should be {finding.bound} at most."
