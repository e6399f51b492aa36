"""What a search reckons overtime at: never less than is owed, since no sum over duties has an average in it.

Every minute is reckoned at half the dearest regular rate that the week could have: of the hour, among all duties that
somebody can have in it, that earns the most; with the incentive for extra hours as if all were extra; with all calls
that could be had in it, over the fewest hours at which there is overtime. Nothing is credited. Where all of somebody's
hours earn the same, as in a unit without premiums, that is what is owed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import ceil

from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.rates import RegularRate
from optimizer.staffing.facts.shift import Kind, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import (
    daily_overtime,
    day_sums,
    double_time,
    overtime_sum,
    pay_class,
    scheme,
    spans,
)
from optimizer.staffing.pay.pay import FINE, Bucket, PaidExcess, Payroll, burdened
from optimizer.staffing.pay.seventh_day import fewest_of_seven, seventh_day_sums
from optimizer.staffing.pay.working_time import past_total

DAY = timedelta(days=1)


class ReckonedPay:
    """Prices duties, and what is worked beyond limits, so that a sum over them is what a plan costs at most."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.payroll = Payroll(unit)

    def duty(self, pair: Pair) -> int:
        """Return what a duty is reckoned at by itself, in fine parts of a cent; overtime by its day with it."""
        return self.payroll.cost(pair) * FINE + self._by_day.get(pair, 0)

    def excesses(self, staff: Staff) -> tuple[PaidExcess, ...]:
        """Return what somebody's overtime, and hours above the contract, are reckoned at."""
        return (*self._overtime.get(staff.id, ()), *self.payroll.incentives(staff))

    @cached_property
    def _by_day(self) -> dict[Pair, int]:
        """Return what overtime, that hangs on nothing but a duty, is reckoned at."""
        paid: dict[Pair, int] = defaultdict(int)
        for each in self._reckoned[True]:
            fine = sum(each.fine.values())
            for minutes, pair in each.over.terms:
                paid[pair] += minutes * fine
        return paid

    @cached_property
    def _overtime(self) -> dict[str, list[PaidExcess]]:
        """Return what all other overtime is reckoned at, with the first contract of everyone."""
        rows: dict[str, list[PaidExcess]] = defaultdict(list)
        for each in self._reckoned[False]:
            rows[self.unit.human_of[each.over.terms[0][1].who].ids[0]].append(each)
        return rows

    @cached_property
    def _reckoned(self) -> dict[bool, list[PaidExcess]]:
        """Return what is beyond limits, by whether it hangs on nothing but a duty."""
        found: dict[bool, list[PaidExcess]] = {True: [], False: []}
        for human in self.unit.humans:
            for each in _overtime_of(self.payroll, human):
                found[_is_plain(self.unit, each.over)].append(each)
        return found


def _overtime_of(payroll: Payroll, human: Human) -> Iterator[PaidExcess]:
    unit = payroll.unit
    if not any(pay_class(unit, staff).rate for staff in human.contracts):
        return
    rules = scheme(unit, human)
    for span in spans(unit, human):
        hour, calls = _dearest_hour(payroll, human, span), _calls(payroll, human, span)
        by_day = daily_overtime(unit, human, span), double_time(unit, human, span), *_of_days(unit, human, span)
        seventh = seventh_day_sums(unit, human, span)
        shortest = fewest_of_seven(unit, human, span) if seventh else 0
        by_week = (overtime_sum(unit, human, span),)
        for over, least in ((by_week, rules.after), (by_day, rules.daily), (seventh, shortest)):
            price = _half(unit, human, hour + calls * 60 / (least or 1))
            yield from (PaidExcess(each, price) for each in over if each and each.terms)


def _of_days(unit: Unit, human: Human, span: Span) -> Iterator[Sum]:
    rules = scheme(unit, human)
    return (over for limit in (rules.daily, rules.double) for over in day_sums(unit, human, span, limit))


def _dearest_hour(payroll: Payroll, human: Human, span: Span) -> Fraction:
    """Return what an hour of the dearest duty in a span earns in cents, as if it were above the contract."""
    unit = payroll.unit
    # most duties are paid like many others, and there are very many
    unlike = {payroll.alike(pair): pair for pair in _pairs(unit, human, span) if unit.shift_of(pair.what).works}
    classes = [pay_class(unit, staff) for staff in human.contracts]
    extra = (paid.extra for paid in classes if paid.extra_regular is RegularRate.IN)
    hours = *map(payroll.hour, unlike.values()), *(Fraction(paid.rate) for paid in classes)
    return max(hours) + max(extra, default=0)


def _calls(payroll: Payroll, human: Human, span: Span) -> Fraction:
    """Return what all calls that could be had in a span pay for standing by, in cents; none at the same time."""
    unit = payroll.unit
    days = defaultdict[date, dict[Shift, Fraction]](dict)
    for pair in _pairs(unit, human, span):
        shift = unit.shift_of(pair.what)
        if shift.kind is Kind.ON_CALL:
            day = days[pair.what.day]
            day[shift] = max(day.get(shift, Fraction()), payroll.hour(pair))
    return sum((_most_apart([*day.items()]) for day in days.values()), Fraction())


def _most_apart(calls: Sequence[tuple[Shift, Fraction]]) -> Fraction:
    """Return what those calls of a day pay that pay the most together, among all that do not overlap."""
    if not calls:
        return Fraction()
    (first, pays), *others = calls
    apart = [each for each in others if not first.overlaps(each[0])]
    return (
        max(_most_apart(others), pays + _most_apart(apart)) if len(apart) < len(others) else pays + _most_apart(apart)
    )


def _pairs(unit: Unit, human: Human, span: Span) -> Iterator[Pair]:
    """Yield what somebody can have in a span, and on the day before, whose last hours may lie in it by the clock."""
    return (pair for day in (span.first - DAY, *span.days) for pair in unit.cells.get((human.id, day), ()))


def _half(unit: Unit, human: Human, hour: Fraction) -> dict[Bucket, int]:
    """Return half of an hour's pay in cents, no part of a cent left out."""
    return dict(burdened(unit, human.contracts[0], Bucket.OVERTIME, ceil(hour / 2)))


def _is_plain(unit: Unit, over: Sum) -> bool:
    """Tell whether everything of a sum is beyond its bound that the plan adds, so that its terms can be priced."""
    return over.high == past_total(unit, over.terms)
