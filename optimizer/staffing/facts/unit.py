"""A nursing unit: the facts of one planning period, frozen."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from optimizer.planning.currency import DOLLAR
from optimizer.planning.naming import told_apart
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.aside import Aside
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.care import Care
from optimizer.staffing.facts.clock.clock_change import ShiftsByCode, shifts_as_they_last
from optimizer.staffing.facts.demand import Demand, Need, SkillNeed, Slot, most_particular
from optimizer.staffing.facts.human import Human, humans_of
from optimizer.staffing.facts.ledger import Ledger
from optimizer.staffing.facts.rates import PayClass, PeriodBudget, Premium
from optimizer.staffing.facts.request import Request, Tie, Wish
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.shift import DAY_MINUTES, Duty, Kind, Shift, Window
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.turn import TurnHad

K = TypeVar("K")
L = TypeVar("L")
WINDOW = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class DutyRole:
    """What somebody can be on a shift, and the credentials that it takes.

    ``mark`` stands behind a shift's code.
    ``turn`` is the word for the turns that duties in it are, as in ``Shift``.
    """

    name: str
    requires: tuple[str, ...] = ()
    mark: str = ""
    turn: str = ""


@dataclass(frozen=True)
class Unit:
    """Everything a schedule depends on.

    ``locked`` duties must be in the plan, and a solver leaves ``closed`` cells empty; ``history`` was worked from
    ``history_from`` on; ``given`` is the schedule as it stood when the unit was read, to start from and to stay close
    to; ``pay`` has the pay classes by name. ``care`` is what computed needs come from, None where all are given.
    ``jurisdictions`` name the presets of law that bind the unit: their ratios from the day in ``ratios_from`` on
    where they are brought in unit by unit, and up to that in ``own_plan_from`` where an agreed plan takes their
    place; ``kind`` is what their ratios call it. ``ledger`` is what people bore and got in earlier periods,
    ``turns`` who had which turn when. ``aside`` is what was entered for days outside the planning period.
    ``currency`` is the sign, or the letters, of what everything is paid in, whose hundredths are called cents here.
    """

    name: str
    calendar: Calendar
    shifts: tuple[Shift, ...]
    roles: tuple[DutyRole, ...]
    staff: tuple[Staff, ...]
    needs: tuple[Need, ...] = ()
    skill_needs: tuple[SkillNeed, ...] = ()
    requests: tuple[Request, ...] = ()
    ties: tuple[Tie, ...] = ()
    locked: Plan = frozenset()
    history: Plan = frozenset()
    history_from: date | None = None
    given: Plan = frozenset()
    pay: Mapping[str, PayClass] = field(default_factory=dict)
    premiums: tuple[Premium, ...] = ()
    care: Care | None = None
    budget: tuple[PeriodBudget, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    kind: str = ""
    ledger: Ledger = ()
    turns: tuple[TurnHad, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    closed: frozenset[tuple[str, date]] = frozenset()
    aside: Aside = field(default_factory=Aside)
    currency: str = DOLLAR
    ratios_from: Mapping[str, date] = field(default_factory=dict)
    own_plan_from: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def people(self) -> Mapping[str, Staff]:
        """Return the staff by id."""
        return {staff.id: staff for staff in self.staff}

    @cached_property
    def humans(self) -> tuple[Human, ...]:
        """Return every human being once, in order: who has several contracts with all of them."""
        return humans_of(self.staff)

    @cached_property
    def human_of(self) -> Mapping[str, Human]:
        """Return the human being behind every row, and behind the id of a human being of several."""
        return {who: human for human in self.humans for who in (human.id, *human.ids)}

    @cached_property
    def walkers(self) -> Mapping[str, str]:
        """Return the human being whose days a row's are, where they have several rows."""
        return {who: human.id for human in self.humans if human.several for who in human.ids}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return everybody's name by id, with the id behind it where two people have the same."""
        return told_apart({staff.id: staff.name for staff in self.staff})

    @cached_property
    def shift_by_code(self) -> Mapping[str, Shift]:
        """Return the shifts by code."""
        return {shift.code: shift for shift in self.shifts}

    @cached_property
    def role_by_name(self) -> Mapping[str, DutyRole]:
        """Return the roles by name."""
        return {role.name: role for role in self.roles}

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days to plan."""
        return self.calendar.days

    @cached_property
    def history_days(self) -> tuple[date, ...]:
        """Return the days before the plan of which it is known who worked."""
        first = self.history_from or self.calendar.first
        return tuple(first + timedelta(days=n) for n in range((self.calendar.first - first).days))

    @property
    def past(self) -> Plan:
        """Return what was worked before the plan."""
        return self.history

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Return every duty that anybody can be given, in the roles they may fill, whatever the rules say of it."""
        return tuple(
            Pair(staff.id, Duty(day, shift.code, role))
            for staff in self.staff
            for day in self.days
            for shift in self.shifts
            for role in (staff.roles if shift.staffs else ("",))
        )

    @cached_property
    def offered(self) -> frozenset[Pair]:
        """Return the duties that somebody needs, and those in roles that no need counts, such as orientees beside them.

        So is what a rotation says, whether or not it is needed. Leave, orientation and education are given by hand,
        never by a solver, and nothing is in a closed cell.
        """
        slots, needed = self._needed_slots, self.needed_roles
        shifts = {(day, code) for day, code, _ in slots}
        return frozenset(
            pair
            for pair in self.pairs
            if (
                pair.what in slots
                or (pair.what.role not in needed | {""} and pair.what[:2] in shifts)
                or self._in_rotation(pair)
            )
            and (pair.who, pair.what.day) not in self.closed
        )

    @cached_property
    def rotation_days(self) -> Mapping[tuple[str, date], str]:
        """Return the shift that everyone's rotation has on every day of the plan, "" for a day off."""
        rotations = {rotation.name: rotation for rotation in self.rotations}
        following = [(staff, rotations[staff.rotation]) for staff in self.staff if staff.rotation in rotations]
        return {
            (staff.id, day): code
            for staff, rotation in following
            for day in self.days
            if staff.employed(day) and (code := rotation.code_on(day, staff.rotation_day_one)) is not None
        }

    def _in_rotation(self, pair: Pair) -> bool:
        """Tell whether a duty in the main role is in the shift that somebody's rotation has on its day."""
        planned = self.rotation_days.get((pair.who, pair.what.day))
        return (planned, self.people[pair.who].roles[0]) == (pair.what.shift, pair.what.role)

    @cached_property
    def needed_roles(self) -> frozenset[str]:
        """Return the roles that some need counts."""
        return frozenset(need.role for need in self.needs)

    @cached_property
    def _needed_slots(self) -> frozenset[Duty]:
        return frozenset(duty for slot in self.slots for duty in slot.duties)

    @cached_property
    def demand(self) -> tuple[Demand, ...]:
        """Return every need on every day, in order."""
        return tuple(Demand(day, n) for day in self.days for n in most_particular(day, self.needs, self.calendar))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Return every need on every day with the duties that fill it, in order."""
        return tuple(
            Slot(demand, self._fillers(demand), not self.plannable(demand.day, demand.need.shift))
            for demand in self.demand
        )

    @cached_property
    def fillable(self) -> tuple[Demand, ...]:
        """Return the needs that a duty of the plan can still fill, in order: the only ones anybody answers for."""
        return tuple(slot.demand for slot in self.slots if not slot.past)

    def _fillers(self, demand: Demand) -> tuple[Duty, ...]:
        day, need = demand
        return tuple(Duty(day - timedelta(days=ago), code, need.role) for code, ago in self.filling(need.shift))

    @cached_property
    def cells(self) -> Mapping[tuple[str, date], tuple[Pair, ...]]:
        """Return what somebody can have on a day; before the plan, what they had."""
        rows = ((who, pair.what.day, pair) for pair in self._all_pairs for who in self._standing_for(pair.who))
        return _grouped(rows)

    def _standing_for(self, who: str) -> tuple[str, ...]:
        """Return a row, and the human being of several rows that it is one of."""
        return (who, self.walkers[who]) if who in self.walkers else (who,)

    @cached_property
    def columns(self) -> Mapping[tuple[date, str], tuple[Pair, ...]]:
        """Return who can be on a shift on a day; before the plan, who was."""
        return _grouped((pair.what.day, pair.what.shift, pair) for pair in self._all_pairs)

    @cached_property
    def _all_pairs(self) -> tuple[Pair, ...]:
        return (*sorted(self.history), *self.pairs)

    def shift_of(self, duty: Duty) -> Shift:
        """Return a duty's shift."""
        return self.shift_by_code[duty.shift]

    @cached_property
    def lasting(self) -> Mapping[date, ShiftsByCode]:
        """Return the shifts by code, in minutes that pass, on the days on which clocks have them last or lie otherwise.

        Every other day has them as they are; see ``shifts_as_they_last``.
        """
        zone = self.calendar.zone
        return shifts_as_they_last(self.shifts, (*self.history_days, *self.days), zone) if zone else {}

    def as_it_lasts(self, duty: Duty) -> Shift:
        """Return a duty's shift in the minutes that pass on its day."""
        return self.lasting.get(duty.day, self.shift_by_code)[duty.shift]

    def paid(self, duty: Duty) -> int:
        """Return the paid minutes of a duty: those of its shift, and an hour more or less where clocks change in it."""
        return (self.as_it_lasts(duty) if self.lasting else self.shift_by_code[duty.shift]).paid

    def meant(self, scope: Scope) -> frozenset[str]:
        """Return the codes of the shifts that a scope means, of whatever kind; of all at work when it is empty."""
        return frozenset(shift.code for shift in self.shifts if shift.meant_by(scope))

    @cached_property
    def _known_fillings(self) -> dict[str, tuple[tuple[str, int], ...]]:
        return {}

    def filling(self, label: str) -> tuple[tuple[str, int], ...]:
        """Return the shifts that fill a need's shift or window: code, and how many days before the need they start."""
        if label not in self._known_fillings:
            self._known_fillings[label] = self._filling(label)
        return self._known_fillings[label]

    def _filling(self, label: str) -> tuple[tuple[str, int], ...]:
        if label in self.shift_by_code:
            return ((label, 0),)
        window = window_of(label)
        return self.spanning(window) if window else ()

    def length_of(self, label: str) -> int:
        """Return how many minutes of one person a need's shift or window takes: the paid ones, and on call all."""
        shift, window = self.shift_by_code.get(label), window_of(label)
        if shift:
            return shift.end - shift.start if shift.kind is Kind.ON_CALL else shift.paid
        return window.end - window.start if window else 0

    def plannable(self, day: date, label: str) -> bool:
        """Tell whether a need can still be filled: not when every shift that fills it began before the plan does."""
        starts = [day - timedelta(days=before) for _, before in self.filling(label)]
        return not starts or max(starts) >= self.calendar.first

    def spanning(self, window: Window) -> tuple[tuple[str, int], ...]:
        """Return the work shifts that last through a window: code, and how many days before it they start."""
        work = [shift for shift in self.shifts if shift.kind is Kind.WORK]
        return tuple((shift.code, before) for shift in work for before in (0, 1) if shift.spans(window, before))

    def on(self, day: date, label: str) -> tuple[Pair, ...]:
        """Return who could be there on a day through a need's shift or window."""
        return self.among(day, self.filling(label))

    def among(self, day: date, starts: Iterable[tuple[str, int]]) -> tuple[Pair, ...]:
        """Return who could be in any of some shifts, each begun so many days before a day."""
        return tuple(
            pair for code, before in starts for pair in self.columns.get((day - timedelta(days=before), code), ())
        )

    def entered(self, plan: Plan) -> Plan:
        """Return what of a plan is only ever entered by hand: leave and classes."""
        return frozenset(pair for pair in plan if not self.shift_of(pair.what).staffs)

    @cached_property
    def leave(self) -> Mapping[str, frozenset[date]]:
        """Return everyone's whole days of approved leave."""
        days: dict[str, set[date]] = {staff.id: set() for staff in self.staff}
        for request in self.requests:
            if request.approved and request.wish is Wish.OFF and not request.shift:
                days[request.who].update(request.days)
        return self._with_humans(days)

    @cached_property
    def unavailable(self) -> Mapping[str, frozenset[date]]:
        """Return everyone's whole days on which they may not be asked: approved leave and blocked days."""
        days = {staff.id: set(self.leave[staff.id]) for staff in self.staff}
        for request in self.requests:
            if request.wish is Wish.BLOCKED and not request.shift:
                days[request.who].update(request.days)
        return self._with_humans(days)

    def _with_humans(self, days: Mapping[str, set[date]]) -> Mapping[str, frozenset[date]]:
        """Return days by row, and of a human being of several rows those that are so in all of them."""
        several = (human for human in self.humans if human.several)
        shared = {human.id: frozenset.intersection(*(frozenset(days[who]) for who in human.ids)) for human in several}
        return {who: frozenset(kept) for who, kept in days.items()} | shared

    def rows_of(self, who: str) -> tuple[str, ...]:
        """Return the rows of the staff that an id stands for: of a human being of several contracts all of theirs."""
        return (who,) if who in self.people else self.human_of[who].ids

    def name_of(self, who: str) -> str:
        """Return a person's name, as ``names`` has it; of a human being with several rows with all their ids."""
        return self.names[who] if who in self.names else self.human_of[who].name


def window_of(label: str) -> Window | None:
    """Return the window that a label such as "23:00-07:00" writes, None when it writes none."""
    match = WINDOW.fullmatch(label.strip())
    if not match:
        return None
    first_hour, first_minute, last_hour, last_minute = (int(part) for part in match.groups())
    start, end = first_hour * 60 + first_minute, last_hour * 60 + last_minute
    if start >= DAY_MINUTES or end > DAY_MINUTES or first_minute > 59 or last_minute > 59:
        return None
    return Window(start, end if end > start else end + DAY_MINUTES)


def _grouped(rows: Iterable[tuple[K, L, Pair]]) -> Mapping[tuple[K, L], tuple[Pair, ...]]:
    groups: dict[tuple[K, L], list[Pair]] = defaultdict(list)
    for first, second, pair in rows:
        groups[first, second].append(pair)
    return {key: tuple(pairs) for key, pairs in groups.items()}
