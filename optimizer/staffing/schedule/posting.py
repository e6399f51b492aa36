"""A schedule as it hangs on the wall: what everybody on a unit may see of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from optimizer.planning.naming import told_apart
from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on a posted schedule; ``role`` is the main one."""

    id: str
    name: str
    job: str
    role: str


@dataclass(frozen=True)
class Posting:
    """The people, shifts and days of a posted schedule; nothing of pay, wishes or reasons.

    ``rotations`` has the shift of everyone's rotation by person and day, but for days off.
    """

    unit: str
    span: Span
    people: tuple[Colleague, ...]
    shifts: tuple[Shift, ...]
    holidays: Mapping[date, str] = field(default_factory=dict)
    rotations: Mapping[tuple[str, date], str] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return everybody's name by id, with the id behind it where two people have the same."""
        return told_apart({each.id: each.name for each in self.people})

    @cached_property
    def shift_by_code(self) -> Mapping[str, Shift]:
        """Return the shifts by code."""
        return {shift.code: shift for shift in self.shifts}

    def by_rotation(self, plan: Plan) -> frozenset[tuple[str, date]]:
        """Return the cells of a plan that are as a rotation has them; of others a rotation tells nothing here."""
        return frozenset((who, duty.day) for who, duty in plan if self.rotations.get((who, duty.day)) == duty.shift)

    def main_role(self, who: str) -> str:
        """Return somebody's main role."""
        return self._main_roles[who]

    @cached_property
    def _main_roles(self) -> Mapping[str, str]:
        return {each.id: each.role for each in self.people}


def seen_by(posting: Posting, plan: Plan, who: str | None = None) -> Plan:
    """Return what somebody may see of a posted plan, everybody when None: why others are away is theirs to tell.

    Leave is told to whose it is; to all others they are off.
    """
    return frozenset(pair for pair in plan if pair.who == who or not is_away(posting.shift_by_code[pair.what.shift]))


def is_away(shift: Shift) -> bool:
    """Tell whether a shift only says why somebody is not there."""
    return shift.away


def marks(posting: Posting, plan: Plan) -> Mapping[str, str]:
    """Return what stands behind a shift's code for each role held beside a main one, as short as tells them apart."""
    roles = sorted({pair.what.role for pair in plan if pair.what.role not in ("", posting.main_role(pair.who))})
    return {role: _shortest(role, [other for other in roles if other != role]) for role in roles}


def legend(shifts: Iterable[Shift], marks: Mapping[str, str], *, rotations: bool = False) -> tuple[str, ...]:
    """Return what the codes of a posted schedule mean; ``marks`` stand behind a code for roles. Leave has none."""
    lines = ("line below: by the rotation",) if rotations else ()
    told = (
        f"{each.code} {each.name}, {clock(each.start)} to {clock(each.end)}" for each in shifts if not is_away(each)
    )
    return (*told, *(f"/{mark} as {role}" for role, mark in marks.items()), *lines, "empty: off or away")


def _shortest(role: str, others: Iterable[str]) -> str:
    lengths = range(1, len(role) + 1)
    return next((role[:n] for n in lengths if not any(other.startswith(role[:n]) for other in others)), role)


def posting_of(unit: Unit) -> Posting:
    """Return what everybody may see of a unit."""
    calendar = unit.calendar
    people = tuple(Colleague(staff.id, staff.name, staff.job, staff.roles[0]) for staff in unit.staff)
    holidays = {day: name for day, name in calendar.holidays.items() if day in calendar.days}
    rotations = {cell: code for cell, code in unit.rotation_days.items() if code}
    return Posting(unit.name, Span(calendar.first, calendar.last), people, unit.shifts, holidays, rotations)
