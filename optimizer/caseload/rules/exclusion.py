"""Managers whom a patient is not to have."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute
from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, on_pair, patient_of
from optimizer.planning.law import Sum
from optimizer.planning.rule import Finding


@dataclass(frozen=True)
class Exclusion(PanelRule):
    """Gives nobody a manager who is excluded for them."""

    key, title, unit = "exclusion", "Excluded case managers", "patient with an excluded case manager"
    sentence = "no patient is with a manager who is excluded for them"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every excluded pair."""
        for pair, lacks in panel.lacking.items():
            if any(lack.attribute is Attribute.EXCLUSION for lack in lacks):
                yield on_pair(pair)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say who is not to have whom."""
        return f"{patient_of(finding)} is not to be with {panel.name_of(finding.place.who)}."
