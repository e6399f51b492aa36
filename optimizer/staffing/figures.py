"""What a schedule comes to: hours, nights, weekends, requests, coverage, cost."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.calendar import Span
from optimizer.staffing.demand import Demand
from optimizer.staffing.pay import FINE, duty_cost, overtime_premium
from optimizer.staffing.request import Request, Wish
from optimizer.staffing.shift import Duty, Part
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit


@dataclass(frozen=True)
class Figures:
    """Counts over one schedule of a unit. Times are minutes, money is cents."""

    unit: Unit
    plan: Plan

    @cached_property
    def duties(self) -> Mapping[str, tuple[Duty, ...]]:
        """Return everyone's duties within the plan, in order."""
        rows: dict[str, list[Duty]] = {staff.id: [] for staff in self.unit.staff}
        for who, duty in sorted(self.plan):
            rows[who].append(duty)
        return {who: tuple(duties) for who, duties in rows.items()}

    def paid(self, staff: Staff, span: Span | None = None) -> int:
        """Return somebody's paid minutes, leave included, in the plan or in a span of it and the history."""
        return sum(self.unit.shift_of(duty).paid for duty in self._during(staff, span))

    def worked(self, staff: Staff, span: Span | None = None) -> int:
        """Return somebody's paid minutes at work, in the plan or in a span of it and the history."""
        shifts = (self.unit.shift_of(duty) for duty in self._during(staff, span))
        return sum(shift.paid for shift in shifts if shift.works)

    def overtime(self, staff: Staff) -> int:
        """Return the minutes of overtime that the plan gives somebody, in the weeks that touch it."""
        return sum(self._overtime(staff, week) for week in self.unit.calendar.weeks)

    def _overtime(self, staff: Staff, week: Span) -> int:
        worked = [(duty.day, self.unit.shift_of(duty)) for duty in self._during(staff, week)]
        before = sum(shift.paid for day, shift in worked if shift.works and day < self.unit.calendar.first)
        return max(0, self.worked(staff, week) - max(before, self.unit.calendar.overtime_after))

    def nights(self, staff: Staff) -> int:
        """Return how many nights somebody works."""
        shifts = (self.unit.shift_of(duty) for duty in self.duties[staff.id])
        return sum(shift.works and shift.part is Part.NIGHT for shift in shifts)

    def weekends(self, staff: Staff) -> int:
        """Return how many weekends somebody works in, whole or half."""
        places = (self._weekend(duty) for duty in self.duties[staff.id])
        return len({saturday for saturday in places if saturday})

    def holidays(self, staff: Staff) -> int:
        """Return how many holidays somebody works on."""
        days = (duty.day for duty in self.duties[staff.id] if self.unit.shift_of(duty).works)
        return sum(day in self.unit.calendar.holidays for day in days)

    def have(self, demand: Demand) -> int:
        """Return how many people fill a need on its day."""
        day, need = demand
        there = self.unit.on(day, need.shift)
        return sum(pair.what.role == need.role and pair in self._taken for pair in there)

    def missing(self, below: str) -> int:
        """Return how many people are missing below the ``minimum`` or the ``target``, over all needs."""
        return sum(max(0, getattr(demand.need, below) - self.have(demand)) for demand in self.unit.demand)

    @cached_property
    def wishes(self) -> tuple[tuple[Request, date, bool], ...]:
        """Return every day of every request that is no approved leave, and whether it is granted."""
        return tuple(
            (request, day, self._granted(request, day))
            for request in self.unit.requests
            if not request.approved
            for day in request.days
            if day in self.unit.days
        )

    def cost(self, staff: Staff) -> tuple[int, int]:
        """Return what somebody's duties cost at the plain rate, and the overtime premium on top."""
        plain = sum(duty_cost(self.unit, Pair(staff.id, duty)) for duty in self.duties[staff.id])
        return plain, -(-overtime_premium(self.unit, staff) * self.overtime(staff) // FINE)

    @cached_property
    def _taken(self) -> Plan:
        return self.plan | self.unit.past

    @cached_property
    def _past_duties(self) -> Mapping[str, list[Duty]]:
        rows: dict[str, list[Duty]] = defaultdict(list)
        for who, duty in self.unit.past:
            rows[who].append(duty)
        return rows

    def _during(self, staff: Staff, span: Span | None) -> list[Duty]:
        if span is None:
            return [*self.duties[staff.id]]
        known = (*self._past_duties.get(staff.id, ()), *self.duties[staff.id])
        return [duty for duty in known if span.first <= duty.day <= span.last]

    def _weekend(self, duty: Duty) -> date | None:
        shift = self.unit.shift_of(duty)
        place = self.unit.calendar.weekend_of(duty.day, shift.part) if shift.works else None
        return place and place[0]

    def _granted(self, request: Request, day: date) -> bool:
        there = [duty for duty in self.duties[request.who] if duty.day == day]
        shifts = [self.unit.shift_of(duty) for duty in there]
        meant = any(s.code == request.shift if request.shift else s.works or s.staffs for s in shifts)
        return meant == (request.wish is Wish.ON)
