"""The specialty that a patient needs."""

from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.eligible import Eligible


@dataclass(frozen=True)
class Specialty(Eligible):
    """Gives a patient only to a manager with every specialty that is needed."""

    key, title = "specialty", "Specialty that is needed"
    sentence = "a patient is only with a manager who has every specialty that is needed"
    attribute = Attribute.SPECIALTY

    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what is missing."""
        del panel
        return f"has no specialty in {lack.wanted}"
