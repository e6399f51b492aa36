"""Only managers who take patients get new ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.caseload.eligibility import Attribute
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.rule import PanelRule, on_pair, patient_of
from optimizer.caseload.span import dated
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.planning.words import on

TAKING = {Attribute.OPEN, Attribute.PRESENT}


@dataclass(frozen=True)
class OpenPanel(PanelRule):
    """Gives new patients to nobody who is away, leaves or has a closed panel, and leaves none with who has left."""

    key, title, unit = "open-panel", "Open panels only", "patient too many"
    sentence = "nobody who is away, leaves or has a closed panel gets new patients, and nobody who has left keeps one"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every pair with a manager who takes no patient."""
        for pair, lacks in panel.lacking.items():
            if any(lack.attribute in TAKING for lack in lacks):
                yield on_pair(pair)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say why no patient can be taken."""
        manager, patient = panel.manager_by_id[finding.place.who], patient_of(finding)
        until = next((lack.until for lack in panel.lacks(Pair(manager.id, Case(patient))) if lack.until), None)
        if manager.leaves is not None and not manager.employed(panel.on) and panel.on > manager.leaves:
            return f"{panel.name_of(manager.id)} has left, and {patient} needs another case manager."
        return f"{panel.name_of(manager.id)} {_why(panel, manager, until)} and cannot take {patient}."


def _why(panel: Panel, manager: Manager, until: date | None) -> str:
    if manager.handover is not None and manager.successor and manager.handover <= panel.on:
        return f"hands all patients over to {panel.name_of(manager.successor)} from {dated(manager.handover)} on"
    if manager.starts is not None and manager.starts > panel.on:
        return f"starts on {dated(manager.starts)}"
    if until is not None:
        return f"is there until {dated(until)} only, not {panel.span.text},"
    return f"{'is away' if manager.on_leave(panel.on) else 'has a closed panel'} on {on(panel.on)}"
