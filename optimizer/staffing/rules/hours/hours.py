"""Hours: what the contract owes and allows in a pay period, and what a week may hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import HOURS_OF_TOLERANCE
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.pay.clock_weeks import minutes_of_span
from optimizer.staffing.pay.overtime import overtime_sums
from optimizer.staffing.pay.working_time import known_days, paid_minutes, past_total
from optimizer.staffing.rules.rule import HoursRule, TimeRule


@dataclass(frozen=True)
class HoursLow(HoursRule):
    """Gives everyone the paid hours that the contract owes in every pay period, less a tolerance.

    Paid time off counts its hours. Approved leave in a pay period without any such code lowers what is owed instead.
    """

    key, title, unit = "hours-low", "Contract hours, least", "hour missing"
    sentence = "at least the paid hours that the contract owes in a pay period, with a tolerance of {limit}"
    measure = HOURS_OF_TOLERANCE

    limit: int = 0

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every person and pay period; one that is cut by the plan owes its share."""
        for staff in self.concerned(unit):
            for period in unit.calendar.pay_periods:
                least, _ = staff.contract(unit.calendar.full_time_of(period))
                days = known_days(unit, staff, period) - uncoded_leave(unit, staff, period)
                owed = least * days // len(period.days) - self.limit
                if owed > 0:
                    yield Sum(Place(staff.id, *period), paid_minutes(unit, staff, period), low=owed)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours there are and how many are owed."""
        return f"{_has(unit, finding)}; by contract it should be {hours(finding.bound)} or more."


@dataclass(frozen=True)
class HoursHigh(HoursRule):
    """Gives nobody more paid hours in a pay period than the contract has, plus a tolerance."""

    key, title, unit = "hours-high", "Contract hours, most", "hour too many"
    sentence = "at most the paid hours that the contract has in a pay period, with a tolerance of {limit}"
    measure = HOURS_OF_TOLERANCE

    limit: int = 0

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every person and pay period; one that is cut by the plan has its share."""
        for staff in self.concerned(unit):
            for period in unit.calendar.pay_periods:
                _, most = staff.contract(unit.calendar.full_time_of(period))
                days = known_days(unit, staff, period)
                allowed = -(-most * days // len(period.days)) + self.limit
                minutes = paid_minutes(unit, staff, period)
                yield Sum(Place(staff.id, *period), minutes, high=max(allowed, past_total(unit, minutes)))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours there are and how many the contract has."""
        return f"{_has(unit, finding)}; by contract it should be {hours(finding.bound)} at most."


@dataclass(frozen=True)
class WeeklyHours(HoursRule):
    """Gives nobody more than so many hours at work in a calendar week."""

    key, title, unit = "weekly-hours", "Most hours a week", "hour too many"
    sentence = "at most {limit} at work in a calendar week"

    limit: int = 60 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every person and week that touches the plan, the days before it included."""
        for human in self.humans(unit):
            for week in unit.calendar.by_the_clock(unit.calendar.weeks):
                minutes = minutes_of_span(unit, human, week)
                yield Sum(Place(human.id, *week), minutes, high=max(self.limit, past_total(unit, minutes)))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many hours the week holds and how many it may."""
        return f"{_has(unit, finding, 'at work')}; it should be {hours(self.limit)} at most."


@dataclass(frozen=True)
class Overtime(TimeRule):
    """Keeps everyone's hours at work within what is paid at the plain rate, as their pay class says."""

    key, title, unit = "overtime", "Overtime", "hour of overtime"
    sentence = "only hours at work that are paid at the plain rate, as their pay class says"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield the sums whose excess is overtime, in every week or pay period that touches the plan."""
        for human in self.humans(unit):
            yield from overtime_sums(unit, human)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many hours are overtime."""
        if finding.place.what:
            who, first, last = unit.name_of(finding.place.who), on(finding.day), on(_until(finding))
            return f"{who} works {hours(finding.amount)} of overtime by the day from {first} to {last}."
        return f"{_has(unit, finding, 'at work')}, {hours(finding.amount)} of them overtime."


def uncoded_leave(unit: Unit, staff: Staff, span: Span) -> int:
    """Return how many days of approved leave a span has, 0 when any paid time off is entered for them."""
    entered = (pair.what for pair in unit.locked | unit.past if pair.who == staff.id)
    if any(unit.shift_of(duty).kind is Kind.LEAVE and duty.day in span.days for duty in entered):
        return 0
    return len(unit.leave[staff.id] & {*span.days} & {*unit.days, *unit.history_days})


def _has(unit: Unit, finding: Finding, kind: str = "paid") -> str:
    who, first, last = unit.name_of(finding.place.who), on(finding.day), on(_until(finding))
    return f"{who} has {hours(finding.total)} {kind} from {first} to {last}"


def _until(finding: Finding) -> date:
    assert finding.place.until is not None
    return finding.place.until
