"""What is known of a patient when the tier is set."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.caseload.risk.condition import Conditions
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.tier import Tier


class Circumstance(StrEnum):
    """What alone makes a patient critical."""

    CRISIS = "mental health or substance use crisis"
    UNHOUSED = "no home"
    HOSPICE = "transition to hospice"
    TRANSPLANT = "transplant"
    NEWBORN = "newborn from intensive care"


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What is known of one patient; None stands for what is not known.

    ``stay`` is the last hospital stay, None without one. ``emergency_visits`` (six months) and ``admissions`` (twelve)
    are without that stay's own. ``risk_adjustment`` is a CMS-HCC factor in thousandths and ``complexity`` an INTERMED
    total, both as imported. ``social_needs`` is a tally. ``hospice`` and ``renal_failure`` (end-stage) keep a patient
    out of measures of adherence.
    """

    stay: Stay | None = None
    conditions: Conditions | None = None
    age: int | None = None
    emergency_visits: int | None = None
    admissions: int | None = None
    social_needs: int | None = None
    risk_adjustment: int | None = None
    complexity: int | None = None
    circumstances: frozenset[Circumstance] = frozenset()
    hospice: bool | None = None
    renal_failure: bool | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A tier set by hand, with its reason; it counts up to and on the day it expires. Raise ValueError without one."""

    tier: Tier
    reason: str
    expires: date

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("A tier set by hand needs a reason.")

    def holds(self, day: date) -> bool:
        """Tell whether it still counts on a day."""
        return day <= self.expires
