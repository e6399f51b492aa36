"""A licence in the patient's state."""

from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.eligible import Eligible, days


@dataclass(frozen=True)
class Licence(Eligible):
    """Gives a patient only to a manager whose licence is valid there throughout the days ahead."""

    key, title = "licence", "Licence in the patient's state"
    sentence = "a patient is only with a manager whose licence is valid there throughout the days ahead"
    attribute = Attribute.LICENCE

    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what is missing."""
        return f"has no licence in {lack.wanted} that is valid {days(panel, lack)}"
