"""What duties cost, line by line, in cents; and what overtime and extra hours cost on top, by the minute."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import day_sums, overtime_sum, pay_class, scheme, spans
from optimizer.staffing.pay.premium_hours import DutyHours, premium_hours
from optimizer.staffing.pay.premiums import premiums_earned
from optimizer.staffing.pay.working_time import known_days, past_total, worked_minutes

FINE = 60
"""Parts of a cent in which pay is added up: cents an hour, by the minute, are whole numbers of them."""


class Bucket(StrEnum):
    """What money is spent on."""

    BASE = "base"
    PREMIUMS = "premiums"
    OVERTIME = "overtime premium"
    ON_CALL = "on call"
    EXTRA = "extra shifts"
    BURDEN = "burden"
    AGENCY = "agency"


class PayLine(NamedTuple):
    """What is paid in one bucket for one duty, in cents."""

    bucket: Bucket
    cents: int


class PaidExcess(NamedTuple):
    """What every minute in excess of a sum costs on top, by bucket, in fine parts of a cent: cents an hour are that."""

    over: Sum
    fine: Mapping[Bucket, int]


class Payroll:
    """Prices duties; those that are paid alike are priced once."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self._known: dict[tuple[str, str, str, int], tuple[PayLine, ...]] = {}
        self._alike: dict[tuple[date, str], int] = {}
        self._kinds: dict[tuple[int, DutyHours], int] = {}
        self._excesses: dict[str, tuple[PaidExcess, ...]] = {}

    def lines(self, pair: Pair) -> tuple[PayLine, ...]:
        """Return what a duty is paid, each line rounded to the cent, half a cent up."""
        who, duty = pair
        key = (who, duty.shift, duty.role, self._kind_of(duty))
        if key not in self._known:
            self._known[key] = tuple(self._priced(self.unit.people[who], duty))
        return self._known[key]

    def cost(self, pair: Pair) -> int:
        """Return what a duty costs in cents, whatever else somebody works."""
        return sum(line.cents for line in self.lines(pair))

    def excesses(self, staff: Staff) -> tuple[PaidExcess, ...]:
        """Return what somebody's overtime by the week or pay period, and hours above the contract, cost on top."""
        if staff.id not in self._excesses:
            self._excesses[staff.id] = tuple(self._found_excesses(staff))
        return self._excesses[staff.id]

    def _found_excesses(self, staff: Staff) -> Iterator[PaidExcess]:
        unit, paid = self.unit, pay_class(self.unit, staff)
        human = unit.human_of[staff.id]
        if staff.id == human.ids[0]:
            yield from self._overtime(human)
        if paid.extra:
            for owed in above_contract(unit, staff):
                yield PaidExcess(owed, self._burdened(staff, Bucket.EXTRA, paid.extra))

    def _overtime(self, human: Human) -> Iterator[PaidExcess]:
        """Yield what a human being's overtime costs, all contracts together; the first one bears it."""
        rate = pay_class(self.unit, human).rate
        for span in spans(self.unit, human) if rate else ():
            fine = self._burdened(human.contracts[0], Bucket.OVERTIME, rounded(rate, 2))
            yield PaidExcess(overtime_sum(self.unit, human, span), fine)
        rules, half = scheme(self.unit, human), self._burdened(human.contracts[0], Bucket.OVERTIME, rounded(rate, 2))
        for limit in (rules.daily, rules.double) if rate else ():
            yield from (PaidExcess(over, half) for over in day_sums(self.unit, human, limit))

    def _kind_of(self, duty: Duty) -> int:
        """Return a number for the hours of a duty, the same for all duties in a shift that have such hours."""
        on = duty.day, duty.shift
        if on not in self._alike:
            hours = self.unit.paid(duty), premium_hours(self.unit, duty)
            self._alike[on] = self._kinds.setdefault(hours, len(self._kinds))
        return self._alike[on]

    def _priced(self, staff: Staff, duty: Duty) -> Iterator[PayLine]:
        lines = list(self._earned(staff, duty))
        if staff.employment is Employment.AGENCY:
            yield PayLine(Bucket.AGENCY, sum(line.cents for line in lines))
            return
        yield from lines
        burden = rounded(sum(line.cents for line in lines) * pay_class(self.unit, staff).burden, 1000)
        if burden:
            yield PayLine(Bucket.BURDEN, burden)

    def _earned(self, staff: Staff, duty: Duty) -> Iterator[PayLine]:
        paid, shift, minutes = pay_class(self.unit, staff), self.unit.shift_of(duty), self.unit.paid(duty)
        on_call = shift.kind is Kind.ON_CALL
        if base := rounded(paid.rate * minutes, 60):
            yield PayLine(Bucket.BASE, base)
        for fine in premiums_earned(self.unit, staff, duty):
            yield PayLine(Bucket.ON_CALL if on_call else Bucket.PREMIUMS, rounded(fine, 60_000))
        if on_call and paid.called_in:
            yield PayLine(Bucket.ON_CALL, rounded(3 * paid.rate * paid.called_in, 2 * 60))
        by_day, double = scheme(self.unit, self.unit.human_of[staff.id]).beyond(minutes) if shift.works else (0, 0)
        if by_day:
            yield PayLine(Bucket.OVERTIME, rounded(paid.rate * (by_day + double), 2 * 60))

    def _burdened(self, staff: Staff, bucket: Bucket, cents: int) -> Mapping[Bucket, int]:
        if staff.employment is Employment.AGENCY:
            return {Bucket.AGENCY: cents}
        return {bucket: cents, Bucket.BURDEN: rounded(cents * pay_class(self.unit, staff).burden, 1000)}


def above_contract(unit: Unit, staff: Staff) -> Iterator[Sum]:
    """Yield the sums whose excess is what somebody works above the contract in a pay period, in minutes."""
    for period in unit.calendar.pay_periods if staff.fte else ():
        owed = round(staff.fte * unit.calendar.full_time_of(period))
        minutes = worked_minutes(unit, staff, period)
        share = -(-owed * known_days(unit, staff, period) // len(period.days))
        yield Sum(Place(staff.id, *period), minutes, high=max(share, past_total(unit, minutes)))


def rounded(amount: int, parts: int) -> int:
    """Return how many whole ones some parts make, a half or more rounded up."""
    return (2 * amount + parts) // (2 * parts)
