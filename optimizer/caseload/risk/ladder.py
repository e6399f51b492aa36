"""From how much on a measure asks for which tier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from optimizer.caseload.source import CitedSource
from optimizer.caseload.tier import Tier


class LadderMeasure(StrEnum):
    """What is measured of a patient."""

    LACE = "LACE"
    HOSPITAL = "HOSPITAL"
    SIMPLIFIED = "simplified HOSPITAL"
    CHARLSON = "Charlson"
    RISK_ADJUSTMENT = "CMS-HCC risk adjustment"
    EMERGENCY = "emergency visits in six months"
    ADMISSIONS = "admissions in twelve months"
    SOCIAL = "social needs"
    COMPLEXITY = "INTERMED total"
    MEDICATION = "medication"


@dataclass(frozen=True, slots=True)
class LadderStep:
    """The tiers that one measure asks for, each from its least value on.

    ``group`` says what it rests on: two measures of one group see the same thing, and are not independent.
    """

    measure: LadderMeasure
    group: str
    least: Mapping[Tier, int] = field(hash=False)

    def tier(self, value: int) -> Tier | None:
        """Return the highest tier that a value asks for, None when it asks for none."""
        return max((tier for tier, least in self.least.items() if value >= least), default=None)


@dataclass(frozen=True, slots=True)
class Ladder:
    """All thresholds: those of the measures, and what makes a recent discharge complex."""

    steps: tuple[LadderStep, ...]
    discharge_days: int
    discharge_lace: int
    discharge_hospital: int
    discharge_simplified: int
    source: CitedSource
