"""What work and time are like in one kind of setting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from optimizer.caseload.source import CitedSource
from optimizer.caseload.tier import Tier


class Phase(StrEnum):
    """Where a case stands; a case is in one phase at a time."""

    INTAKE = "intake"
    TRANSITION = "transition"
    ACTIVE = "active"
    MAINTENANCE = "maintenance"
    CLOSING = "closing"
    ON_HOLD = "on hold"


class Contact(StrEnum):
    """How patients are mostly met."""

    TELEPHONIC = "telephonic"
    MIXED = "mixed"
    FIELD = "field"


class Experience(StrEnum):
    """How practised a case manager is."""

    ORIENTATION = "orientation"
    NOVICE = "novice"
    COMPETENT = "competent"
    EXPERT = "expert"


class Period(StrEnum):
    """The time that minutes are counted over."""

    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Setting:
    """The numbers of a setting, all of them for one ``period``.

    ``paid`` is hundredths of an hour of 1.0 FTE; ``leave`` and ``indirect`` are hundredths of a percent of it that are
    not worked, or not worked on cases. ``base`` is minutes of an active case by tier; ``phases``, ``contacts``,
    ``experiences`` and ``interpreter`` are percents. ``new_review`` and ``continued_review`` are minutes of utilization
    review; ``between`` is the most days between two contacts by tier. ``measured`` holds what a time study found for a
    tier in a phase: it stands in place of base and phase.
    """

    key: str
    title: str
    period: Period
    paid: int
    leave: int
    indirect: int
    base: Mapping[Tier, int] = field(hash=False)
    phases: Mapping[Phase, int] = field(hash=False)
    contacts: Mapping[Contact, int] = field(hash=False)
    experiences: Mapping[Experience, int] = field(hash=False)
    interpreter: int
    new_review: int
    continued_review: int
    contact: Contact
    source: CitedSource
    between: Mapping[Tier, int] = field(default_factory=dict, hash=False)
    measured: Mapping[tuple[Tier, Phase], int] = field(default_factory=dict, hash=False)

    def minutes(self, tier: Tier, phase: Phase) -> Fraction:
        """Return the minutes of a case of a tier in a phase, met by telephone."""
        if (tier, phase) in self.measured:
            return Fraction(self.measured[tier, phase])
        return Fraction(self.base[tier] * self.phases[phase], 100)


def whole(minutes: Fraction) -> int:
    """Return whole minutes, half a minute up."""
    return (2 * minutes.numerator + minutes.denominator) // (2 * minutes.denominator)
