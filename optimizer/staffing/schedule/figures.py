"""What a schedule comes to: hours, nights, weekends, requests, coverage, cost."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.demand import Demand
from optimizer.staffing.facts.request import Request
from optimizer.staffing.facts.shift import Duty, Part
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.burden import is_burden
from optimizer.staffing.ledger.fatigue import risks
from optimizer.staffing.need.bedside import at_bedside, is_aside, is_direct
from optimizer.staffing.need.cover import NeedCover, cover_of
from optimizer.staffing.pay.overtime_of_plan import overtime_of_plan
from optimizer.staffing.pay.pay import FINE, Bucket, Payroll, burdened
from optimizer.staffing.pay.regular_rate import OvertimePay, overtime_pay
from optimizer.staffing.rules.wishes.requests import Requests


@dataclass(frozen=True)
class Figures:
    """Counts over one schedule of a unit. Times are minutes, money is cents."""

    unit: Unit
    plan: Plan

    def edited(self, plan: Plan) -> "Figures":
        """Return the figures of another plan of the unit; pay and overtime are counted anew only where it differs."""
        figures, changed = Figures(self.unit, plan), {pair.who for pair in self.plan ^ plan}
        # the hours of all contracts of a human being make their overtime, which stands with the first of them
        again = [staff for human in self.unit.humans if changed & {*human.ids} for staff in human.contracts]
        # A cached property lives in its object's dictionary, so what is known already can be put there.
        known = vars(figures)
        known |= {"_payroll": self._payroll, "_wish_laws": self._wish_laws}
        known["overtimes"] = {**self.overtimes, **{staff.id: figures.overtime(staff) for staff in again}}
        known["bills"] = {**self.bills, **{staff.id: figures.bill(staff) for staff in again}}
        return figures

    @cached_property
    def duties(self) -> Mapping[str, tuple[Duty, ...]]:
        """Return everyone's duties within the plan, in order."""
        rows: dict[str, list[Duty]] = {staff.id: [] for staff in self.unit.staff}
        for who, duty in sorted(self.plan):
            rows[who].append(duty)
        return {who: tuple(duties) for who, duties in rows.items()}

    def paid(self, staff: Staff, span: Span | None = None) -> int:
        """Return somebody's paid minutes, leave included, in the plan or in a span of it and the history."""
        return sum(self.unit.paid(duty) for duty in self._during(staff, span))

    def worked(self, staff: Staff, span: Span | None = None) -> int:
        """Return somebody's paid minutes at work, in the plan or in a span of it and the history."""
        duties = self._during(staff, span)
        return sum(self.unit.paid(duty) for duty in duties if self.unit.shift_of(duty).works)

    def bedside(self, staff: Staff, span: Span | None = None) -> int:
        """Return somebody's paid minutes at the bedside, in the plan or in a span of it and the history."""
        duties = self._during(staff, span)
        return sum(self.unit.paid(duty) for duty in duties if at_bedside(self.unit, duty))

    def direct(self, staff: Staff, span: Span | None = None) -> int:
        """Return somebody's paid minutes at the bedside that go to patients, as ``bedside`` counts them."""
        duties = self._during(staff, span)
        return sum(self.unit.paid(duty) for duty in duties if is_direct(self.unit, duty))

    def fatigue(self, staff: Staff) -> float | None:
        """Return how tiring somebody's duties are, of all contracts; 1 for rested day shifts, None without any."""
        contracts = self.unit.human_of[staff.id].ids
        found = [*risks(self.unit, tuple(sorted(duty for who in contracts for duty in self.duties[who])))]
        return round(sum(found) / len(found), 2) if found else None

    def overtime(self, staff: Staff) -> int:
        """Return the minutes of overtime that the plan gives somebody, in the weeks or pay periods that touch it.

        Of a human being with several contracts all of it is told with the first.
        """
        human = self.unit.human_of[staff.id]
        found = overtime_of_plan(self.unit, human, self._taken) if staff.id == human.ids[0] else ()
        return sum(each.minutes for each in found)

    def overtime_in(self, span: Span) -> int:
        """Return everyone's minutes of overtime in the weeks or pay periods that end in a span, or with the plan."""
        found = (each for human in self.unit.humans for each in overtime_of_plan(self.unit, human, self._taken))
        return sum(each.minutes for each in found if span.first <= self._ends(each.span.last) <= span.last)

    @cached_property
    def overtimes(self) -> Mapping[str, int]:
        """Return everyone's minutes of overtime, by id."""
        return {staff.id: self.overtime(staff) for staff in self.unit.staff}

    def excess(self, over: Sum) -> int:
        """Return what a sum is exceeded by."""
        return over.excess(sum(minutes for minutes, pair in over.terms if pair in self._taken))

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

    def borne(self, staff: Staff, burden: str) -> int:
        """Return how many duties of a burden somebody has."""
        return sum(is_burden(self.unit, burden, duty) for duty in self.duties[staff.id])

    @cached_property
    def covers(self) -> tuple[tuple[Demand, NeedCover], ...]:
        """Return how every need is met on its day, in order."""
        there = Counter(duty for _, duty in self._taken)
        return tuple(
            (slot.demand, cover_of(slot.demand.need, sum(there[duty] for duty in slot.duties), past=slot.past))
            for slot in self.unit.slots
        )

    @cached_property
    def wishes(self) -> tuple[tuple[Request, date, bool], ...]:
        """Return every day of every request that is no approved leave, and whether it is granted."""
        return tuple((request, day, not self.excess(law)) for request, day, law in self._wish_laws)

    @property
    def asked(self) -> int:
        """Return how many days people ask for, each request's days one by one, whatever its weight."""
        return len(self.wishes)

    @property
    def granted(self) -> int:
        """Return how many of the days asked for are granted."""
        return sum(granted for _, _, granted in self.wishes)

    @cached_property
    def is_planned(self) -> bool:
        """Tell whether anybody has any duty yet; leave, classes and orientation alone are no schedule to judge."""
        return any(self.unit.shift_of(duty).staffs for _, duty in self.plan)

    def bill(self, staff: Staff, span: Span | None = None) -> Mapping[Bucket, int]:
        """Return what somebody costs in cents, by what it is spent on, in the plan or in a span of it.

        What overtime costs belongs to the day on which its week or pay period ends, or the plan does. A part of a cent
        in a bucket counts whole.
        """
        fine: Counter[Bucket] = Counter()
        for duty in self.duties[staff.id]:
            if span is None or span.first <= duty.day <= span.last:
                for line in self._payroll.lines(Pair(staff.id, duty)):
                    fine[line.bucket] += line.cents * FINE
        for until, bucket, each in self._on_top(staff):
            if span is None or span.first <= until <= span.last:
                fine[bucket] += each
        return {bucket: -(-fine[bucket] // FINE) for bucket in Bucket if fine[bucket]}

    def _on_top(self, staff: Staff) -> Iterator[tuple[date, Bucket, int]]:
        """Yield what hours above the contract and overtime cost, in fine parts of a cent, and when it is spent."""
        for excess in self._payroll.incentives(staff):
            minutes, until = self.excess(excess.over), self._ends(excess.over.place.until)
            yield from ((until, bucket, each * minutes) for bucket, each in excess.fine.items())
        for owed in self._overtime_pay(staff):
            priced = burdened(self.unit, staff, Bucket.OVERTIME, owed.cents)
            yield from ((self._ends(owed.span.last), bucket, cents * FINE) for bucket, cents in priced.items())

    def _overtime_pay(self, staff: Staff) -> Iterator[OvertimePay]:
        """Yield what overtime is owed to a human being, with the first of their contracts."""
        human = self.unit.human_of[staff.id]
        return overtime_pay(self.unit, human, self._taken) if staff.id == human.ids[0] else iter(())

    def aside(self, staff: Staff, span: Span | None = None) -> int:
        """Return what somebody's leave, orientation and education cost in cents; overtime that they make is not."""
        duties = (duty for duty in self.duties[staff.id] if span is None or span.first <= duty.day <= span.last)
        return sum(self._payroll.cost(Pair(staff.id, duty)) for duty in duties if is_aside(self.unit, duty))

    def _ends(self, until: date | None) -> date:
        first, last = self.unit.days[0], self.unit.days[-1]
        return max(first, min(until or last, last))

    @cached_property
    def bills(self) -> Mapping[str, Mapping[Bucket, int]]:
        """Return what everyone costs, by id."""
        return {staff.id: self.bill(staff) for staff in self.unit.staff}

    @cached_property
    def spent(self) -> Mapping[Bucket, int]:
        """Return what the schedule costs in cents, by what it is spent on; every bucket is there."""
        return {bucket: sum(bill.get(bucket, 0) for bill in self.bills.values()) for bucket in Bucket}

    @cached_property
    def _wish_laws(self) -> tuple[tuple[Request, date, Sum], ...]:
        asked = Requests.asked(self.unit)
        return tuple((request, day, Requests.law(self.unit, request, day)) for request, day in asked)

    @cached_property
    def _payroll(self) -> Payroll:
        return Payroll(self.unit)

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
