"""A time study: what case managers wrote down, and what it tells of cases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.calibration import REVIEWS, Observation, TierCare
from optimizer.caseload.capacity.setting import Period, Phase, Setting, whole
from optimizer.caseload.panel import Panel
from optimizer.caseload.tier import Tier

SPAN = 21
"""How many days lie at least from the first to the last row of a case manager whose month counts."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a case manager spent on a day: minutes on one activity.

    ``tier`` and ``phase`` are those of the patient then, None when they are as they are now. Without a ``patient`` they
    are known, and the minutes of care are all that such a case took in the period of the setting.
    """

    day: date
    manager: str
    minutes: int
    activity: Activity = Activity.CARE
    patient: str | None = None
    tier: Tier | None = None
    phase: Phase | None = None


class Kept(NamedTuple):
    """A month, or in a setting that counts by the day a day, in which a case manager kept the study; its first day."""

    manager: str
    begins: date


class Observed(NamedTuple):
    """What a study tells, and the periods that are left out since the study covers too little of them."""

    observations: tuple[Observation, ...]
    short: tuple[Kept, ...]


def observed(panel: Panel, setting: Setting, records: Iterable[Record]) -> Observed:
    """Return what a study tells of cases and reviews, as they would take a competent case manager by telephone.

    An observation of care is one patient's mean over all periods in which the case manager kept the study, so that
    patients who are met once in a quarter are seen rightly by a study of a quarter; patients of theirs without a row
    took no time. Travel and work on medicines count elsewhere.
    """
    records = [*records]
    short = _short(setting, records)
    kept = [each for each in records if _period(setting, each) not in short]
    reviews = (_one(panel, setting, each, each.activity) for each in records if each.activity in REVIEWS)
    care = [each for each in kept if each.activity is Activity.CARE and each.patient is not None]
    return Observed((*_means(panel, setting, care), *_unnamed(panel, setting, records), *reviews), tuple(sorted(short)))


def _short(setting: Setting, records: Iterable[Record]) -> frozenset[Kept]:
    """Return the months in which a case manager's rows of patients reach over too few days."""
    days: dict[Kept, list[date]] = defaultdict(list)
    for each in records:
        if each.activity is Activity.CARE and each.patient is not None:
            days[_period(setting, each)].append(each.day)
    if setting.period is Period.DAY:
        return frozenset()
    return frozenset(month for month, found in days.items() if (max(found) - min(found)).days < SPAN)


def _means(panel: Panel, setting: Setting, care: list[Record]) -> Iterator[Observation]:
    """Yield every patient's mean minutes, apart by what kind of case the patient was."""
    minutes: dict[tuple[str, Kept], Fraction] = defaultdict(Fraction)
    kinds: dict[tuple[str, Kept], TierCare] = {}
    for each in sorted(care, key=lambda record: record.day):
        key = (each.patient or "", _period(setting, each))
        minutes[key] += _plain(panel, setting, each)
        kinds[key] = _care(panel, each)
    months = {_period(setting, each) for each in care}
    untouched = dict.fromkeys(_held(panel, setting, months) - minutes.keys(), Fraction())
    groups: dict[tuple[str, TierCare], list[tuple[Kept, Fraction]]] = defaultdict(list)
    for (patient, month), taken in {**minutes, **untouched}.items():
        kind = kinds.get((patient, month)) or _now(panel, patient)
        groups[patient, kind].append((month, taken))
    for (_, kind), found in sorted(groups.items()):
        mean = sum((taken for _, taken in found), Fraction()) / len({month.begins for month, _ in found})
        yield Observation(max((month.begins, month.manager) for month, _ in found)[1], kind, whole(mean))


def _held(panel: Panel, setting: Setting, months: Iterable[Kept]) -> set[tuple[str, Kept]]:
    """Return whom case managers have in the months that they studied, as far as is known from whom they have now."""
    if setting.period is Period.DAY:
        return set()
    return {
        (patient, month)
        for month in months
        for patient, manager in panel.present.items()
        if manager == month.manager and (panel.patient_by_id[patient].referred or month.begins) <= month.begins
    }


def _unnamed(panel: Panel, setting: Setting, records: Iterable[Record]) -> Iterator[Observation]:
    for each in records:
        if each.activity is Activity.CARE and each.patient is None:
            yield _one(panel, setting, each, _care(panel, each))


def _one(panel: Panel, setting: Setting, record: Record, figure: TierCare | Activity) -> Observation:
    return Observation(record.manager, figure, whole(_plain(panel, setting, record)))


def _period(setting: Setting, record: Record) -> Kept:
    by_day = setting.period is Period.DAY
    return Kept(record.manager, record.day if by_day else record.day.replace(day=1))


def _care(panel: Panel, record: Record) -> TierCare:
    now = TierCare(Tier.LOW, Phase.ACTIVE) if record.patient is None else _now(panel, record.patient)
    return TierCare(record.tier or now.tier, record.phase or now.phase)


def _now(panel: Panel, patient: str) -> TierCare:
    return TierCare(panel.tier(patient), panel.patient_by_id[patient].phase)


def _plain(panel: Panel, setting: Setting, record: Record) -> Fraction:
    """Return the minutes of a row, less what practice, the way of meeting and an interpreter make of them."""
    manager = panel.manager_by_id[record.manager]
    minutes = Fraction(record.minutes * setting.experiences[manager.practice], 100)
    if record.activity is not Activity.CARE:
        return minutes
    patient = None if record.patient is None else panel.patient_by_id[record.patient]
    contact = (patient.contact if patient else None) or setting.contact
    interpreted = patient is not None and patient.interpreter and not manager.speaks(patient.language)
    parts = _part(setting.contacts[contact]) * _part(100 + setting.interpreter * interpreted)
    return minutes / parts


def _part(percent: int) -> Fraction:
    """Return a percent as a part; none at all takes nothing off."""
    return Fraction(percent or 100, 100)
