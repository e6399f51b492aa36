"""Who may have whom, and which attribute is missing where somebody may not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from optimizer.caseload.manager import Manager
from optimizer.caseload.patient import Patient
from optimizer.caseload.tier import Tier
from optimizer.planning.words import either


class Attribute(StrEnum):
    """What a manager can lack for a patient."""

    PRESENT = "present"
    OPEN = "open panel"
    LICENCE = "licence"
    CERTIFICATION = "certification"
    EXPERIENCE = "experience"
    LANGUAGE = "language"
    AREA = "area"
    SPECIALTY = "specialty"
    EXCLUSION = "exclusion"


class Lack(NamedTuple):
    """One attribute that a manager lacks for a patient, and what of it is wanted: a language, a state, an area."""

    attribute: Attribute
    wanted: str = ""

    @property
    def text(self) -> str:
        """Return what is missing, such as "language Spanish"."""
        return f"{self.attribute} {self.wanted}".strip()


@dataclass(frozen=True, slots=True)
class Requirements:
    """What the tiers ask of a manager.

    From ``certified_from`` on, one of ``certifications`` must be valid; from ``experienced_from`` on, ``clinical``
    months of clinical work and ``managing`` months of case management are needed. None asks it for no tier.
    """

    certifications: tuple[str, ...] = ("CCM", "CMGT-BC", "ACM")
    certified_from: Tier | None = Tier.COMPLEX
    experienced_from: Tier | None = Tier.HIGH
    clinical: int = 24
    managing: int = 12


def lacks(
    manager: Manager, patient: Patient, tier: Tier, day: date, requirements: Requirements, *, present: bool = False
) -> tuple[Lack, ...]:
    """Return every attribute that a manager lacks for a patient on a day, none when the two may be paired.

    ``present`` says that the patient is with this manager now: a closed panel, or leave, ends no case by itself.
    """
    found = _taking(manager, day, present)
    if patient.state and not manager.licensed(patient.state, day):
        found.append(Lack(Attribute.LICENCE, patient.state))
    if _above(tier, requirements.certified_from) and not any(
        manager.certified(each, day) for each in requirements.certifications
    ):
        found.append(Lack(Attribute.CERTIFICATION, either(requirements.certifications)))
    if _above(tier, requirements.experienced_from) and not _experienced(manager, requirements):
        found.append(Lack(Attribute.EXPERIENCE, tier.label))
    return (*found, *_fit(manager, patient))


def _taking(manager: Manager, day: date, present: bool) -> list[Lack]:
    gone = not manager.employed(day) or (manager.on_leave(day) and not present)
    found = [Lack(Attribute.PRESENT)] if gone else []
    return found if manager.open or present else [*found, Lack(Attribute.OPEN)]


def _fit(manager: Manager, patient: Patient) -> list[Lack]:
    found = [
        Lack(Attribute.SPECIALTY, specialty)
        for specialty in patient.specialties
        if specialty not in manager.specialties
    ]
    if not patient.interpreter and not manager.speaks(patient.language):
        found.append(Lack(Attribute.LANGUAGE, patient.language))
    if not manager.serves(patient.area):
        found.append(Lack(Attribute.AREA, patient.area))
    if manager.id in patient.excluded:
        found.append(Lack(Attribute.EXCLUSION))
    return found


def _above(tier: Tier, least: Tier | None) -> bool:
    return least is not None and tier >= least


def _experienced(manager: Manager, requirements: Requirements) -> bool:
    return manager.clinical >= requirements.clinical and manager.experience >= requirements.managing
