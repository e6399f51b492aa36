"""On which days a rotation holds, and what goes before it on the others."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from optimizer.staffing.facts.rotation import OFF
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either
from optimizer.staffing.rules.who.credentials import lack_of


class RotationDay(NamedTuple):
    """What somebody's rotation has on a day: the code of a shift, "" for a day off."""

    who: str
    day: date
    code: str


class RotationDayLost(NamedTuple):
    """A day of a rotation that something goes before, and what that is, for people."""

    planned: RotationDay
    why: str


def days_kept(unit: Unit) -> Iterator[RotationDay]:
    """Yield the days of the plan on which rotations hold: where nothing goes before them and no cell is closed."""
    lost = {each.planned for each in days_lost(unit)}
    return (each for each in _days(unit) if each not in lost and (each.who, each.day) not in unit.closed)


def days_lost(unit: Unit) -> Iterator[RotationDayLost]:
    """Yield the duties of rotations that leave, a blocked day, the contract or a missing credential goes before."""
    for each in _days(unit):
        if each.code != OFF and (why := _before(unit, unit.people[each.who], each)):
            yield RotationDayLost(each, why)


def _days(unit: Unit) -> Iterator[RotationDay]:
    return (RotationDay(who, day, code) for (who, day), code in unit.rotation_days.items())


def _before(unit: Unit, staff: Staff, planned: RotationDay) -> str:
    """Return what goes before a duty of a rotation, "" when nothing does."""
    asked = [r for r in unit.requests if r.who == staff.id and r.binds and r.first <= planned.day <= r.last]
    binding = [request for request in asked if request.means(planned.code)]
    if binding:
        return "approved leave" if any(request.approved for request in binding) else "a blocked day"
    if staff.shifts and planned.code not in staff.shifts:
        return f"the contract allows {either(staff.shifts)}"
    if all(lack_of(unit, staff.id, role, planned.day) for role in staff.roles):
        return f"no valid credential as {either(staff.roles)}"
    return ""
