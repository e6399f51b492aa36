"""What duties cost, line by line, in cents; and what hours above the contract cost on top, by the minute."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.staffing.facts.rates import RegularRate
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import pay_class
from optimizer.staffing.pay.premium_hours import DutyHours, premium_hours
from optimizer.staffing.pay.premiums import EarnedPremium, premiums_earned
from optimizer.staffing.pay.working_time import known_days, past_total, worked_minutes

MEAL_AFTER = 5 * 60
"""Minutes at work beyond which a meal break is due in California (Labor Code 512(a)), and an hour's pay at the regular
rate where it is missed (226.7(c)); both know-how, neither read in its own text."""
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


PaidAlike = tuple[str, str, str, int]
"""Person, shift, role and a number for the hours of a duty."""


class Payroll:
    """Prices duties; those that are paid alike are priced once."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self._known: dict[PaidAlike, tuple[PayLine, ...]] = {}
        self._premiums_known: dict[PaidAlike, tuple[EarnedPremium, ...]] = {}
        self._hours: dict[PaidAlike, Fraction] = {}
        self._alike: dict[tuple[date, str], int] = {}
        self._kinds: dict[tuple[int, DutyHours], int] = {}
        self._incentives: dict[str, tuple[PaidExcess, ...]] = {}

    def lines(self, pair: Pair) -> tuple[PayLine, ...]:
        """Return what a duty is paid, each line rounded to the cent, half a cent up."""
        key = self.alike(pair)
        if key not in self._known:
            self._known[key] = tuple(self._priced(pair))
        return self._known[key]

    def hour(self, pair: Pair) -> Fraction:
        """Return what an hour of a duty earns with all that belongs in the regular rate; on call, what it all earns."""
        key = self.alike(pair)
        if key not in self._hours:
            on_call = self.unit.shift_of(pair.what).kind is Kind.ON_CALL
            self._hours[key] = self._standby(pair) if on_call else self._regular_hour(pair)
        return self._hours[key]

    def cost(self, pair: Pair) -> int:
        """Return what a duty costs in cents, overtime aside."""
        return sum(line.cents for line in self.lines(pair))

    def incentives(self, staff: Staff) -> tuple[PaidExcess, ...]:
        """Return what somebody's hours above the contract cost on top."""
        if staff.id not in self._incentives:
            self._incentives[staff.id] = tuple(self._found_incentives(staff))
        return self._incentives[staff.id]

    def _found_incentives(self, staff: Staff) -> Iterator[PaidExcess]:
        if paid := pay_class(self.unit, staff).extra:
            for owed in above_contract(self.unit, staff):
                yield PaidExcess(owed, burdened(self.unit, staff, Bucket.EXTRA, paid))

    def alike(self, pair: Pair) -> PaidAlike:
        """Return what all duties have in common that are paid alike."""
        who, duty = pair
        return who, duty.shift, duty.role, self._kind_of(duty)

    def _kind_of(self, duty: Duty) -> int:
        """Return a number for the hours of a duty, the same for all duties in a shift that have such hours."""
        on = duty.day, duty.shift
        if on not in self._alike:
            hours = self.unit.paid(duty), premium_hours(self.unit, duty)
            self._alike[on] = self._kinds.setdefault(hours, len(self._kinds))
        return self._alike[on]

    def _premiums(self, pair: Pair) -> tuple[EarnedPremium, ...]:
        key = self.alike(pair)
        if key not in self._premiums_known:
            self._premiums_known[key] = tuple(premiums_earned(self.unit, self.unit.people[pair.who], pair.what))
        return self._premiums_known[key]

    def _standby(self, pair: Pair) -> Fraction:
        """Return what a duty on call pays for standing by, in cents."""
        return Fraction(sum(each.fine for each in self._premiums(pair)), 60_000)

    def _regular_hour(self, pair: Pair) -> Fraction:
        """Return what an hour of a duty earns in cents, with all premiums that belong in the regular rate."""
        rate, minutes = pay_class(self.unit, self.unit.people[pair.who]).rate, self.unit.paid(pair.what)
        earned = self._premiums(pair)
        included = (each.fine for each in earned if each.premium.regular_at(rate) is RegularRate.IN)
        return rate + (Fraction(sum(included), 1000 * minutes) if minutes else Fraction())

    def _priced(self, pair: Pair) -> Iterator[PayLine]:
        lines, staff = list(self._earned(pair)), self.unit.people[pair.who]
        if staff.employment is Employment.AGENCY:
            yield PayLine(Bucket.AGENCY, sum(line.cents for line in lines))
            return
        yield from lines
        burden = rounded(sum(line.cents for line in lines) * pay_class(self.unit, staff).burden, 1000)
        if burden:
            yield PayLine(Bucket.BURDEN, burden)

    def _earned(self, pair: Pair) -> Iterator[PayLine]:
        paid, shift = pay_class(self.unit, self.unit.people[pair.who]), self.unit.shift_of(pair.what)
        minutes, on_call = self.unit.paid(pair.what), shift.kind is Kind.ON_CALL
        if base := rounded(paid.rate * minutes, 60):
            yield PayLine(Bucket.BASE, base)
        for earned in self._premiums(pair):
            yield PayLine(Bucket.ON_CALL if on_call else Bucket.PREMIUMS, rounded(earned.fine, 60_000))
        if on_call and paid.called_in:
            yield PayLine(Bucket.ON_CALL, rounded(3 * paid.rate * paid.called_in_paid, 2 * 60))
        if paid.missed_meals and shift.works and minutes > MEAL_AFTER:
            yield PayLine(Bucket.PREMIUMS, rounded_part(self.hour(pair) * paid.missed_meals / 1000))


def burdened(unit: Unit, staff: Staff, bucket: Bucket, cents: int) -> Mapping[Bucket, int]:
    """Return what an amount costs the employer, by bucket; an agency's bill has everything in it."""
    if staff.employment is Employment.AGENCY:
        return {Bucket.AGENCY: cents}
    return {bucket: cents, Bucket.BURDEN: rounded(cents * pay_class(unit, staff).burden, 1000)}


def above_contract(unit: Unit, staff: Staff) -> Iterator[Sum]:
    """Yield the sums whose excess is what somebody works above the contract in a pay period, in minutes."""
    for period in unit.calendar.pay_periods if staff.fte else ():
        owed = round(staff.fte * unit.calendar.full_time_of(period))
        minutes = worked_minutes(unit, staff, period)
        share = -(-owed * known_days(unit, staff, period) // len(period.days))
        yield Sum(Place(staff.id, *period), minutes, high=max(share, past_total(unit, minutes)))


def rounded_part(cents: Fraction) -> int:
    """Return cents without a part of one, half a cent up."""
    return rounded(cents.numerator, cents.denominator)


def rounded(amount: int, parts: int) -> int:
    """Return how many whole ones some parts make, a half or more rounded up."""
    return (2 * amount + parts) // (2 * parts)
