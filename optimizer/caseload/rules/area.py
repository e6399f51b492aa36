"""The patient's area."""

from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.eligible import Eligible


@dataclass(frozen=True)
class Area(Eligible):
    """Gives a patient only to a manager who serves the area."""

    key, title = "area", "Patient's area"
    sentence = "a patient is only with a manager who serves the area"
    attribute = Attribute.AREA

    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what is missing."""
        del panel
        return f"does not serve {lack.wanted}"
