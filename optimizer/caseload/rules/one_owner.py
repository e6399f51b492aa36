"""One case manager for a patient."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, patient_of
from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding


@dataclass(frozen=True)
class OneOwner(PanelRule):
    """Gives nobody two case managers."""

    key, title, unit = "one-owner", "One case manager for a patient", "case manager too many"
    sentence = "no patient has two case managers"
    always_must, bends = True, False

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every patient."""
        for patient, owners in panel.owners.items():
            yield Sum(Place(what=(patient,)), tuple((1, pair) for pair in owners), high=1)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say how many case managers a patient has."""
        del panel
        return f"{patient_of(finding)} has {finding.total} case managers; one is responsible."
