"""A panel: patients and the case managers among whom they are shared, frozen on one day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from optimizer.caseload.capacity.setting import whole
from optimizer.caseload.care.care_task_times import USUAL_TIMES, CareTaskTimes
from optimizer.caseload.days.elsewhere import part_there
from optimizer.caseload.days.handovers import handovers, heir
from optimizer.caseload.eligibility import Lack, Requirements, lacks
from optimizer.caseload.manager import Manager
from optimizer.caseload.medication.adherence import MeasuredYear
from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.medication.own import NO_OWN, PanelMedicines
from optimizer.caseload.patient import Patient
from optimizer.caseload.risk.charlson import Weights
from optimizer.caseload.risk.hospital import Form
from optimizer.caseload.risk.rating import Rating
from optimizer.caseload.span import DAY, PanelSpan
from optimizer.caseload.tier import Tier
from optimizer.planning.currency import DOLLAR
from optimizer.planning.naming import told_apart
from optimizer.planning.pair import Pair, Plan

MONTH = 10_400
"""Paid minutes of a month at 1.0 FTE: 2,080 hours a year."""
WEEKS = 4
"""The weeks from the planning date on that stand for the month in which a patient is elsewhere or not."""


class Case(NamedTuple):
    """What a case manager is given: one patient, by id."""

    patient: str


class Work(NamedTuple):
    """Minutes a month that a patient takes from anybody, and those on top from who does not speak the language."""

    minutes: int
    interpreting: int = 0


@dataclass(frozen=True)
class Panel:
    """Everything an assignment depends on.

    ``on`` is the day of the assignment and ``ahead`` how many days from then on a new case manager must be there for,
    licensed and certified: where nobody is, whoever is for a part of them may do, unless it has to be ``throughout``.
    With ``every_day`` no leave is allowed for. ``work`` has every patient and ``capacity`` (minutes a month that are
    free for patients) every manager. ``ratings`` say each patient's tier and why; a patient without one is in the
    lowest. ``travel`` is minutes a month on top, by a manager's home and a patient's area. ``given`` is who has whom
    now, to start from and to stay close to, and such a pair is held to the first day alone; ``locked`` pairs must be in
    the plan. ``setting`` names the preset that the hours come from, ``month`` is the paid minutes of one at 1.0 FTE,
    and ``budget`` is cents a month, None without one. ``fills`` are dispensing rows by patient.
    ``medicines`` is what the user says of them. ``hospital`` is the form of the HOSPITAL score, and ``charlson`` whose
    weights that index has; ``measured`` says over which year adherence is;
    ``care`` says by when referrals and hand-offs are due; ``fees`` are cents by certificate, as the user knows them;
    ``currency`` is the sign or the letters of what is paid in.
    """

    name: str
    on: date
    managers: tuple[Manager, ...]
    patients: tuple[Patient, ...]
    work: Mapping[str, Work]
    capacity: Mapping[str, int]
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    requirements: Requirements = field(default_factory=Requirements)
    travel: Mapping[tuple[str, str], int] = field(default_factory=dict)
    given: Plan = frozenset()
    locked: Plan = frozenset()
    setting: str = ""
    month: int = MONTH
    budget: int | None = None
    fills: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    ahead: int = 0
    hospital: Form = Form.REVISED
    throughout: bool = False
    every_day: bool = False
    charlson: Weights = Weights.ORIGINAL
    medicines: PanelMedicines = NO_OWN
    measured: MeasuredYear = MeasuredYear.ROLLING
    currency: str = DOLLAR
    care: CareTaskTimes = USUAL_TIMES
    fees: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def manager_by_id(self) -> Mapping[str, Manager]:
        """Return the managers by id."""
        return {manager.id: manager for manager in self.managers}

    @cached_property
    def patient_by_id(self) -> Mapping[str, Patient]:
        """Return the patients by id."""
        return {patient.id: patient for patient in self.patients}

    @property
    def past(self) -> Plan:
        """Return nothing: who had whom before counts only as the given plan."""
        return frozenset()

    @property
    def walkers(self) -> Mapping[str, str]:
        """Return that nobody's days are another's."""
        return {}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Return every patient with every manager, whatever the rules say of it."""
        cases = [Case(patient.id) for patient in self.patients]
        return tuple(Pair(manager.id, case) for manager in self.managers for case in cases)

    @cached_property
    def offered(self) -> frozenset[Pair]:
        """Return the pairs in which the manager lacks nothing for the patient."""
        return frozenset(pair for pair in self.pairs if pair not in self.lacking)

    @cached_property
    def span(self) -> PanelSpan:
        """Return the days for which a new case manager must be there."""
        return PanelSpan(self.on, self.on + DAY * self.ahead)

    @cached_property
    def lacking(self) -> Mapping[Pair, tuple[Lack, ...]]:
        """Return what is missing in every pair that may not be."""
        return {pair: lack for pair, lack in self._found.items() if self._bars(pair, lack)}

    def lacks(self, pair: Pair) -> tuple[Lack, ...]:
        """Return what a manager lacks for a patient, nothing when the two may be paired."""
        return self.lacking.get(pair, ())

    @cached_property
    def for_a_time(self) -> Mapping[Pair, tuple[Lack, ...]]:
        """Return what ends within the days ahead in every new pair that lacks nothing on the first of them."""
        return {pair: lack for pair, lack in self._found.items() if all(each.until for each in lack)}

    def _bars(self, pair: Pair, found: tuple[Lack, ...]) -> bool:
        """Tell whether what is missing rules a pair out: what ends later does only where somebody stays."""
        return self.throughout or pair.what.patient in self._lasting or any(each.until is None for each in found)

    @cached_property
    def _lasting(self) -> frozenset[str]:
        """Return the patients whom somebody may have throughout the days ahead, or has now and may keep."""
        return frozenset(pair.what.patient for pair in self.pairs if pair not in self._found)

    @cached_property
    def _found(self) -> Mapping[Pair, tuple[Lack, ...]]:
        """Return what is missing in every pair: throughout the days ahead in a new one, on the first of them else."""
        found = ((pair, self._missing(pair)) for pair in self.pairs)
        return {pair: lack for pair, lack in found if lack}

    def _missing(self, pair: Pair) -> tuple[Lack, ...]:
        manager, patient = self.manager_by_id[pair.who], self.patient_by_id[pair.what.patient]
        present = self.kept.get(patient.id) == manager.id
        return lacks(
            manager, patient, self.tier(patient.id), self._today if present else self.span, self.requirements,
            present=present, every_day=self.every_day,
        )  # fmt: skip

    @cached_property
    def _today(self) -> PanelSpan:
        return PanelSpan(self.on, self.on)

    @cached_property
    def owners(self) -> Mapping[str, tuple[Pair, ...]]:
        """Return the pairs that give a patient to somebody, by patient."""
        return _grouped((pair.what.patient, pair) for pair in self.pairs)

    @cached_property
    def caseloads(self) -> Mapping[str, tuple[Pair, ...]]:
        """Return the pairs that give somebody to a manager, by manager."""
        return _grouped((pair.who, pair) for pair in self.pairs)

    @cached_property
    def present(self) -> Mapping[str, str]:
        """Return who has a patient now, by patient; those whom nobody has are missing."""
        return {pair.what.patient: pair.who for pair in self.given}

    @cached_property
    def kept(self) -> Mapping[str, str]:
        """Return with whom every patient stays: who has the patient now, or was named to get that whole caseload."""
        handed = handovers(self.managers, self.on)
        return {patient: heir(handed, manager) for patient, manager in self.present.items()}

    @cached_property
    def kept_plan(self) -> Plan:
        """Return who has whom once every caseload is with its successor."""
        return frozenset(Pair(manager, Case(patient)) for patient, manager in self.kept.items())

    def tier(self, patient: str) -> Tier:
        """Return a patient's tier."""
        return self.ratings[patient].tier if patient in self.ratings else Tier.LOW

    def minutes(self, pair: Pair) -> int:
        """Return the minutes a month that a patient takes from a manager, travel and interpreting included."""
        manager, patient = self.manager_by_id[pair.who], self.patient_by_id[pair.what.patient]
        work = self.work[patient.id]
        interpreting = 0 if manager.speaks(patient.language) else work.interpreting
        return work.minutes + interpreting + self.travel_minutes(pair)

    def travel_minutes(self, pair: Pair) -> int:
        """Return the minutes a month that a manager travels to a patient."""
        manager, patient = self.manager_by_id[pair.who], self.patient_by_id[pair.what.patient]
        minutes = self.travel.get((manager.home, patient.area), 0)
        return whole(minutes * self.there[patient.id]) if patient.id in self.there else minutes

    @cached_property
    def there(self) -> Mapping[str, Fraction]:
        """Return on which part of the next weeks' working days those patients are there who are elsewhere on some."""
        weeks = PanelSpan(self.on, self.on + DAY * (WEEKS * 7 - 1))
        parts = {each.id: part_there(each.elsewhere, weeks) for each in self.patients if each.elsewhere}
        return {who: part for who, part in parts.items() if part < 1}

    def load(self, manager: str, plan: Plan) -> int:
        """Return the minutes a month of a manager's patients in a plan."""
        return sum(self.minutes(pair) for pair in plan if pair.who == manager)

    def loads(self, plan: Plan) -> Mapping[str, int]:
        """Return the minutes a month of everybody's patients in a plan."""
        loads = dict.fromkeys((manager.id for manager in self.managers), 0)
        for pair in plan:
            loads[pair.who] += self.minutes(pair)
        return loads

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return every manager's name by id, with the id behind it where two have the same."""
        return told_apart({manager.id: manager.name for manager in self.managers})

    def name_of(self, manager: str) -> str:
        """Return a manager's name, as ``names`` has it."""
        return self.names[manager]


def _grouped(rows: Iterable[tuple[str, Pair]]) -> Mapping[str, tuple[Pair, ...]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for key, pair in rows:
        groups[key].append(pair)
    return {key: tuple(pairs) for key, pairs in groups.items()}
