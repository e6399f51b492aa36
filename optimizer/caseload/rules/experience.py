"""Experience for higher tiers."""

from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.eligible import Eligible


@dataclass(frozen=True)
class ExperienceForTier(Eligible):
    """Gives patients of higher tiers only to managers with enough experience."""

    key, title = "experience", "Experience for the tier"
    sentence = "a patient of a higher tier is only with a manager who has enough experience"
    attribute = Attribute.EXPERIENCE

    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what is missing."""
        del panel
        return f"has too little experience for {lack.wanted}"
