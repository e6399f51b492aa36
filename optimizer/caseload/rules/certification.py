"""A certificate for higher tiers."""

from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.eligible import Eligible, days


@dataclass(frozen=True)
class Certification(Eligible):
    """Gives patients of higher tiers only to managers with a certificate that is valid throughout the days ahead."""

    key, title = "certification", "Certificate for the tier"
    sentence = "a patient of a higher tier is only with a manager whose certificate is valid throughout the days ahead"
    attribute = Attribute.CERTIFICATION

    def lacking(self, panel: Panel, lack: Lack) -> str:
        """Return what is missing."""
        return f"has no {lack.wanted} that is valid {days(panel, lack)}"
