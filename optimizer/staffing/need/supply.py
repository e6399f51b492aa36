"""Supply against need in plain arithmetic: the hours that a week needs, and those that people have for it at most."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.demand import most_particular
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit

ALL = ""
"""Stands for all shifts together."""


@dataclass(frozen=True, slots=True)
class WeekSupply:
    """What a week needs of a role, or of people with a credential, and has: in minutes of people.

    ``shift`` is a shift or window, "" for all shifts together. ``supply`` counts for everyone no more than the contract
    has for the days of the week, and no more than one duty on each day on which they may come; people who can be
    on several shifts count for each of them.
    """

    week: Span
    shift: str
    role: str
    needed: int
    supply: int
    people: int
    credential: bool = False

    @property
    def missing(self) -> int:
        """Return the minutes that are needed beyond what is there, 0 where there is enough."""
        return max(0, self.needed - self.supply)


def supply_of(unit: Unit) -> tuple[WeekSupply, ...]:
    """Return supply and minimum need of every week: by shift and role, by role over all shifts, and by credential."""
    return tuple(line for week in unit.calendar.weeks for line in _week(unit, week))


def _week(unit: Unit, week: Span) -> Iterator[WeekSupply]:
    days = [day for day in unit.days if week.first <= day <= week.last]
    needs = [(day, need) for day, need in unit.fillable if day in days and need.minimum]
    for shift, role in dict.fromkeys(need.thing for _, need in needs):
        needed = sum(n.minimum for _, n in needs if n.thing == (shift, role)) * unit.length_of(shift)
        yield _line(unit, week, days, shift, role, needed, _in_role(unit, role))
    for role in dict.fromkeys(need.role for _, need in needs if need.shift in unit.shift_by_code):
        of_role = [n for _, n in needs if n.role == role and n.shift in unit.shift_by_code]
        if len({need.shift for need in of_role}) > 1:
            needed = sum(need.minimum * unit.length_of(need.shift) for need in of_role)
            yield _line(unit, week, days, ALL, role, needed, _in_role(unit, role))
    yield from _skills(unit, week, days)


def _skills(unit: Unit, week: Span, days: Sequence[date]) -> Iterator[WeekSupply]:
    """Yield what is needed and there of people with a credential, whatever their role."""
    asked = [need for day in days for need in most_particular(day, unit.skill_needs, unit.calendar) if need.at_least]
    for shift, credential in dict.fromkeys(need.thing for need in asked):
        needed = sum(n.at_least for n in asked if n.thing == (shift, credential)) * unit.length_of(shift)
        yield _line(unit, week, days, shift, credential, needed, _holding(credential), credential=True)


FitOnDay = Callable[[Staff, date], bool]


def _in_role(unit: Unit, role: str) -> FitOnDay:
    requires = unit.role_by_name[role].requires
    return lambda staff, day: role in staff.roles and all(staff.holds(name, day) for name in requires)


def _holding(credential: str) -> FitOnDay:
    return lambda staff, day: staff.holds(credential, day)


def _line(
    unit: Unit, week: Span, days: Sequence[date], shift: str, role: str, needed: int, meant: FitOnDay, *,
    credential: bool = False,
) -> WeekSupply:  # fmt: skip
    each = [minutes for staff in unit.staff if (minutes := _most(unit, staff, week, days, shift, meant))]
    return WeekSupply(week, shift, role, needed, sum(each), len(each), credential)


def _most(unit: Unit, staff: Staff, week: Span, days: Iterable[date], label: str, meant: FitOnDay) -> int:
    """Return the minutes that somebody has at most for a need in a week, by contract and by the days they may come."""
    filling = _fillers(unit, staff, label)
    free = [day for day in days if staff.employed(day) and meant(staff, day) and _may_come(unit, staff, day)]
    if not filling or not free:
        return 0
    length = unit.length_of(label) if label else max(unit.length_of(shift.code) for shift in filling)
    paid = min(shift.paid or length for shift in filling)
    share = contract_minutes(unit, staff, free, week)
    return min(len(free) * length, int(share * length / paid))


def contract_minutes(unit: Unit, staff: Staff, days: Sequence[date], week: Span) -> Fraction:
    """Return the most paid minutes that a contract has for a week; on the days of the plan alone, their part of it."""
    part = Fraction(sum(week.first <= day <= week.last for day in unit.days), 7)
    period = unit.calendar.pay_period_of(days[0])
    _, most = staff.contract(unit.calendar.full_time_of(period))
    return Fraction(most * 7, len(period.days)) * part


def _fillers(unit: Unit, staff: Staff, label: str) -> list[Shift]:
    """Return the shifts in which somebody may be there through a need's shift or window; without one any needed."""
    codes = (
        {code for code, _ in unit.filling(label)}
        if label
        else {n.shift for n in unit.needs} & unit.shift_by_code.keys()
    )
    fit = (unit.shift_by_code[code] for code in codes)
    return [shift for shift in fit if shift.staffs and (not staff.shifts or shift.code in staff.shifts)]


def _may_come(unit: Unit, staff: Staff, day: date) -> bool:
    """Tell whether somebody may come on a day: no leave, no closed cell, and nothing locked there but work."""
    locked = (pair.what for pair in unit.locked if pair.who == staff.id and pair.what.day == day)
    away = any(not unit.shift_of(duty).staffs for duty in locked)
    return day not in unit.unavailable[staff.id] and (staff.id, day) not in unit.closed and not away
