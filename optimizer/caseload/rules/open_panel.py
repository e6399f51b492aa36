"""Only managers who take patients get new ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute
from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule, on_pair, patient_of
from optimizer.planning.law import Sum
from optimizer.planning.rule import Finding
from optimizer.planning.words import on

TAKING = {Attribute.OPEN, Attribute.PRESENT}


@dataclass(frozen=True)
class OpenPanel(PanelRule):
    """Gives new patients to nobody whose panel is closed or who is away, and leaves none with who has left."""

    key, title, unit = "open-panel", "Open panels only", "patient too many"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every pair with a manager who takes no patient."""
        for pair, lacks in panel.lacking.items():
            if any(lack.attribute in TAKING for lack in lacks):
                yield on_pair(pair)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say why no patient can be taken."""
        manager = panel.manager_by_id[finding.place.who]
        if not manager.employed(panel.on):
            return f"{panel.name_of(manager.id)} has left, and {patient_of(finding)} needs another case manager."
        why = "is away" if manager.on_leave(panel.on) else "has a closed panel"
        return f"{panel.name_of(manager.id)} {why} on {on(panel.on)} and cannot take {patient_of(finding)}."
