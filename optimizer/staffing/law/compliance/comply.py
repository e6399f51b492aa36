"""The whole judgement of a schedule by the law in force."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.citation_words import UNREAD
from optimizer.staffing.law.compliance.averages import average_breaches
from optimizer.staffing.law.compliance.breach import Breach, Severity
from optimizer.staffing.law.compliance.care_hours import care_breaches
from optimizer.staffing.law.compliance.due import Due, due
from optimizer.staffing.law.compliance.exposure import exposed
from optimizer.staffing.law.compliance.mentoring import Mentoring, mentoring
from optimizer.staffing.law.compliance.night_work import night_breaches
from optimizer.staffing.law.compliance.numbers import PatientsOf, no_patients, number_breaches
from optimizer.staffing.law.compliance.red_flags import red_flags
from optimizer.staffing.law.compliance.working_time import limit_breaches
from optimizer.staffing.law.lawful import presets_of
from optimizer.staffing.law.presets import EVERYWHERE, preset
from optimizer.staffing.law.statute import Preset
from optimizer.staffing.schedule.figures import Figures


@dataclass(frozen=True, slots=True)
class Compliance:
    """What a schedule breaks, what falls due, and who is beside a preceptor; by which presets it was judged.

    ``census`` tells whether the numbers of patients were known, without which no ratio can be judged; ``planned``
    whether anybody has a duty yet, without which nothing was looked at that nobody could break.
    """

    presets: tuple[Preset, ...]
    census: bool
    breaches: tuple[Breach, ...]
    due: tuple[Due, ...]
    mentoring: tuple[Mentoring, ...]
    planned: bool

    @property
    def blocking(self) -> tuple[Breach, ...]:
        """Return the breaches with which a schedule may not be published."""
        return tuple(breach for breach in self.breaches if breach.severity is Severity.BLOCK)

    @property
    def exposure(self) -> int:
        """Return what the breaches can cost together, in cents."""
        return sum(breach.exposure for breach in self.breaches)


def comply(
    unit: Unit, plan: Plan, patients_of: PatientsOf = no_patients, today: date | None = None, within: int = 60
) -> Compliance:
    """Return the judgement of a schedule; what falls due counts from ``today``, the first day when it is not given."""
    presets = (preset(EVERYWHERE), *presets_of(unit))
    found = map(_told, _breaches(unit, plan, presets, patients_of))
    breaches = sorted(exposed(found, presets), key=lambda breach: breach.severity is Severity.WARN)
    return Compliance(
        presets,
        patients_of is not no_patients,
        tuple(breaches),
        due(unit, today or unit.calendar.first, within),
        mentoring(unit, plan),
        Figures(unit, plan).is_planned,
    )


def _breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...], patients_of: PatientsOf) -> Iterator[Breach]:
    """Yield every breach: of numbers, guidance, averages and hours of care, of working time and night work."""
    yield from number_breaches(unit, plan, presets, patients_of)
    yield from red_flags(unit, plan, presets)
    yield from average_breaches(unit, plan, presets, patients_of)
    yield from care_breaches(unit, plan, presets, patients_of)
    yield from limit_breaches(unit, plan, presets)
    yield from night_breaches(unit, plan, presets)


def _told(breach: Breach) -> Breach:
    """Return a breach that says so where only that its text was not read keeps it from blocking."""
    if breach.law.obliges and not breach.law.read:
        return replace(breach, sentence=f"{breach.sentence} {UNREAD}")
    return breach
