"""Who may have whom, and which attribute is missing where somebody may not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager, lapse
from optimizer.caseload.patient import Patient
from optimizer.caseload.span import DAY, PanelSpan, dated
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
    """One attribute that a manager lacks for a patient, and what of it is wanted: a language, a state, an area.

    ``until`` is the last day on which it is still there, None where it is missing from the first day on.
    """

    attribute: Attribute
    wanted: str = ""
    until: date | None = None

    @property
    def text(self) -> str:
        """Return what is missing, such as "language Spanish" or "licence TX after Fri 8 Jan 2027"."""
        after = f"after {dated(self.until)}" if self.until else ""
        return " ".join(filter(None, (self.attribute, self.wanted, after)))


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
    manager: Manager,
    patient: Patient,
    tier: Tier,
    span: PanelSpan,
    requirements: Requirements,
    *,
    present: bool = False,
    every_day: bool = False,
) -> tuple[Lack, ...]:
    """Return every attribute that a manager lacks for a patient throughout a span, none when the two may be paired.

    Days from Monday to Friday count. ``present`` says that the patient is with this manager now: a closed panel, or
    leave, ends no case by itself. Who hands the caseload over gets nobody new for the days after that. Leave rules out
    who is away on the first day or on half of the days and more; with ``every_day`` any leave does.
    """
    found = _taking(manager, span, present, every_day)
    if patient.state:
        found += _held(Attribute.LICENCE, patient.state, manager.licence(patient.state), span)
    if _above(tier, requirements.certified_from):
        wanted = requirements.certifications
        found += _held(Attribute.CERTIFICATION, either(wanted), manager.certificates(wanted), span)
    if _above(tier, requirements.experienced_from) and not _experienced(manager, requirements):
        found.append(Lack(Attribute.EXPERIENCE, tier.label))
    return (*found, *_fit(manager, patient))


def _taking(manager: Manager, span: PanelSpan, present: bool, every_day: bool) -> list[Lack]:
    found = _held(Attribute.PRESENT, "", manager.employment if present else manager.taking, span)
    if not found and not present and manager.away:
        found = _leave(manager, span, every_day)
    return found if manager.open or present else [*found, Lack(Attribute.OPEN)]


def _leave(manager: Manager, span: PanelSpan, every_day: bool) -> list[Lack]:
    gone = span.gap(lambda day: not manager.on_leave(day))
    if gone is None:
        return []
    at_once, days = gone == span.working[0], manager.days_away(span)
    long = every_day or 2 * days >= len(span.working)
    return [Lack(Attribute.PRESENT, "", None if at_once else gone - DAY)] if at_once or long else []


def _held(attribute: Attribute, wanted: str, held: tuple[Valid, ...], span: PanelSpan) -> list[Lack]:
    gap = lapse(held, span)
    return [] if gap is None else [Lack(attribute, wanted, _until(held, gap, span))]


def _until(held: tuple[Valid, ...], gap: date, span: PanelSpan) -> date | None:
    """Return the last day before a gap; None where the gap is there from the first day on."""
    if gap == span.working[0]:
        return None
    return max(each.until for each in held if each.until is not None and each.until < gap)


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
