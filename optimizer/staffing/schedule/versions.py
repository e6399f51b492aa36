"""Two versions of a unit with its schedule: what differs on the days that both plan, and what only one has."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.difference import Change, changes_between


@dataclass(frozen=True)
class Versions:
    """A unit and its plan before, and after. People are the same who have the same id, shifts the same code."""

    before: Unit
    plan_before: Plan
    after: Unit
    plan_after: Plan

    @cached_property
    def shared(self) -> Span | None:
        """Return the days that both plan, None when there are none."""
        first = max(self.before.calendar.first, self.after.calendar.first)
        last = min(self.before.calendar.last, self.after.calendar.last)
        return Span(first, last) if first <= last else None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return what differs on the days that both plan, for the people who are in both, in the order of the staff."""
        changes = changes_between(self._comparable(self.plan_before), self._comparable(self.plan_after))
        place = {staff.id: number for number, staff in enumerate(self.after.staff)}
        return tuple(sorted(changes, key=lambda change: place[change.who]))

    @property
    def gone(self) -> tuple[Staff, ...]:
        """Return the people who are only in the version before."""
        return tuple(staff for staff in self.before.staff if staff.id not in self.after.people)

    @property
    def new(self) -> tuple[Staff, ...]:
        """Return the people who are only in the version after."""
        return tuple(staff for staff in self.after.staff if staff.id not in self.before.people)

    @property
    def shifts_gone(self) -> tuple[str, ...]:
        """Return the codes of the shifts that are only in the version before."""
        return _only_in(self.before.shift_by_code, self.after.shift_by_code)

    @property
    def shifts_new(self) -> tuple[str, ...]:
        """Return the codes of the shifts that are only in the version after."""
        return _only_in(self.after.shift_by_code, self.before.shift_by_code)

    @property
    def shifts_moved(self) -> tuple[tuple[Shift, Shift], ...]:
        """Return the shifts, before and after, of which the same code has other times."""
        both = ((shift, self.after.shift_by_code.get(shift.code)) for shift in self.before.shifts)
        return tuple((had, has) for had, has in both if has and (had.start, had.end) != (has.start, has.end))

    def _comparable(self, plan: Plan) -> Plan:
        days = frozenset(self.shared.days if self.shared else ())
        both = self.before.people.keys() & self.after.people.keys()
        return frozenset(pair for pair in plan if pair.who in both and pair.what.day in days)


def _only_in(some: Mapping[str, Shift], others: Mapping[str, Shift]) -> tuple[str, ...]:
    return tuple(code for code in some if code not in others)
