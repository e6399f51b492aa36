"""A schedule as it hangs on the wall: what everybody on a unit may see of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from optimizer.planning.naming import told_apart
from optimizer.staffing.calendar import Span
from optimizer.staffing.shift import Shift
from optimizer.staffing.unit import Unit


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on a posted schedule; ``role`` is the main one."""

    id: str
    name: str
    job: str
    role: str


@dataclass(frozen=True)
class Posting:
    """The people, shifts and days of a posted schedule; nothing of pay, wishes or reasons."""

    unit: str
    span: Span
    people: tuple[Colleague, ...]
    shifts: tuple[Shift, ...]
    holidays: Mapping[date, str] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return everybody's name by id, with the id behind it where two people have the same."""
        return told_apart({each.id: each.name for each in self.people})

    @cached_property
    def shift_by_code(self) -> Mapping[str, Shift]:
        """Return the shifts by code."""
        return {shift.code: shift for shift in self.shifts}

    def main_role(self, who: str) -> str:
        """Return somebody's main role."""
        return next(each.role for each in self.people if each.id == who)


def posting_of(unit: Unit) -> Posting:
    """Return what everybody may see of a unit."""
    calendar = unit.calendar
    people = tuple(Colleague(staff.id, staff.name, staff.job, staff.roles[0]) for staff in unit.staff)
    holidays = {day: name for day, name in calendar.holidays.items() if day in calendar.days}
    return Posting(unit.name, Span(calendar.first, calendar.last), people, unit.shifts, holidays)
