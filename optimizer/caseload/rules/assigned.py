"""Every patient has a case manager."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, patient_of
from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding


@dataclass(frozen=True)
class Assigned(PanelRule):
    """Gives every patient a case manager; one of a higher tier weighs more, by the number of the tier."""

    key, title, unit = "assigned", "Everybody has a case manager", "tier of a patient without a case manager"
    sentence = "every patient has a case manager; one of a higher tier weighs more, by the number of the tier"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every patient, which comes to the tier."""
        for patient, owners in panel.owners.items():
            tier = int(panel.tier(patient))
            yield Sum(Place(what=(patient,)), tuple((tier, pair) for pair in owners), low=tier)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say who has no case manager."""
        patient = patient_of(finding)
        return f"{patient}, {panel.tier(patient).label}, has no case manager."
