"""What the rules share that keep a patient from a manager who lacks something."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.rule import PanelRule, on_pair, patient_of
from optimizer.caseload.span import dated
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.planning.words import on


@dataclass(frozen=True)
class Eligible(PanelRule):
    """Gives no patient to a manager who lacks the ``attribute`` for it."""

    attribute: ClassVar[Attribute]
    unit = "patient with the wrong case manager"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum for every pair in which it is lacking."""
        for pair, lacks in panel.lacking.items():
            if any(lack.attribute is self.attribute for lack in lacks):
                yield on_pair(pair)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say who lacks what for whom."""
        patient = patient_of(finding)
        lacks = [
            lack for lack in panel.lacks(Pair(finding.place.who, Case(patient))) if lack.attribute is self.attribute
        ]
        wanted, until = " and ".join(lack.wanted for lack in lacks), next((lack.until for lack in lacks), None)
        said = self.lacking(panel, Lack(self.attribute, wanted, until))
        return f"{panel.name_of(finding.place.who)} {said}, as {patient} needs."

    @abstractmethod
    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what a manager is or has not: "does not speak Hmong"."""


def days(panel: Panel, lack: Lack) -> str:
    """Return on which days something is asked for, and until when it is there if it ends among them."""
    if lack.until is None:
        return f"on {on(panel.on)}"
    return f"{panel.span.text}, only until {dated(lack.until)}"
