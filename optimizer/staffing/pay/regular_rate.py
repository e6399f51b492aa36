"""What overtime costs on top, week by week: half the regular rate, which has nearly all in it that is paid for work.

The regular rate is an average over a week, all that is paid by all hours worked (29 CFR 778.109), so no sum over duties
gives it; see ``reckoned.py`` for what a search reckons with instead. Where somebody has several rates, it is their
weighted average (778.115). Both sections are know-how; neither was read in its own text.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.rates import PayClass, RegularRate
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.clock_weeks import minutes_of_span
from optimizer.staffing.pay.overtime import called_in, pay_class
from optimizer.staffing.pay.overtime_of_plan import overtime_of_plan
from optimizer.staffing.pay.pay import above_contract, rounded, rounded_part
from optimizer.staffing.pay.premiums import premiums_earned

NOTHING = Fraction()


class Remuneration(NamedTuple):
    """What is paid for some hours at work, in cents: what the regular rate is made of, and what is credited."""

    included: Fraction = NOTHING
    credited: Fraction = NOTHING

    def plus(self, other: "Remuneration", part: Fraction = Fraction(1)) -> "Remuneration":
        """Return the two together, the other one in part only."""
        return Remuneration(self.included + part * other.included, self.credited + part * other.credited)


class OvertimePay(NamedTuple):
    """What the overtime of a week, or of a pay period, costs on top, in cents; none may be owed."""

    span: Span
    regular: Fraction
    cents: int


def overtime_pay(unit: Unit, human: Human, taken: Plan) -> Iterator[OvertimePay]:
    """Yield what overtime is owed for every week, or pay period, that has any; ``taken`` has the past in it."""
    if not any(pay_class(unit, staff).rate for staff in human.contracts):
        return
    extra = {pair: each for staff in human.contracts for pair, each in extra_minutes(unit, staff, taken).items()}
    for span, _, halves in overtime_of_plan(unit, human, taken):
        minutes, paid = _week(unit, human, span, taken, extra)
        regular = paid.included / minutes
        yield OvertimePay(span, regular * 60, max(0, rounded_part(regular * halves / 2 - paid.credited)))


def extra_minutes(unit: Unit, staff: Staff, taken: Plan) -> Mapping[Pair, int]:
    """Return the minutes above the contract duty by duty: those that come last in their pay period."""
    found: dict[Pair, int] = {}
    for owed in above_contract(unit, staff) if pay_class(unit, staff).extra else ():
        left = owed.high or 0
        for minutes, pair in sorted((term for term in owed.terms if term[1] in taken), key=lambda term: term[1].what):
            found[pair] = max(0, minutes - max(0, left))
            left -= minutes
    return found


def _week(unit: Unit, human: Human, span: Span, taken: Plan, extra: Mapping[Pair, int]) -> tuple[int, Remuneration]:
    """Return the minutes worked in a span, and what is paid for them."""
    paid, worked = Remuneration(), 0
    for minutes, pair in minutes_of_span(unit, human, span):
        if minutes and pair in taken:
            part = Fraction(minutes, unit.paid(pair.what))
            paid = paid.plus(_for_duty(unit, pair, extra.get(pair, 0)), part)
            worked += minutes
    for pair in _on_call(unit, human, span, taken):
        paid = paid.plus(_for_call(unit, pair))
    return worked + sum(minutes for minutes, pair in called_in(unit, human, span) if pair in taken), paid


def _for_duty(unit: Unit, pair: Pair, extra: int) -> Remuneration:
    staff = unit.people[pair.who]
    paid = pay_class(unit, staff)
    base = Remuneration(Fraction(paid.rate * unit.paid(pair.what), 60))
    incentive = _as_said(paid.extra_regular, Fraction(paid.extra * extra, 60))
    return base.plus(incentive).plus(_premiums(unit, staff, paid, pair))


def _for_call(unit: Unit, pair: Pair) -> Remuneration:
    """Return what a call pays: its standby (778.223), the time worked, and the half on top of that as a credit.

    What is paid up to a call-back minimum is for no hours worked (778.221, whose example a test has).
    """
    staff = unit.people[pair.who]
    paid = pay_class(unit, staff)
    worked = Fraction(paid.rate * paid.called_in, 60)
    return _premiums(unit, staff, paid, pair).plus(Remuneration(worked, worked / 2))


def _premiums(unit: Unit, staff: Staff, paid: PayClass, pair: Pair) -> Remuneration:
    total = Remuneration()
    for earned in premiums_earned(unit, staff, pair.what):
        cents = Fraction(rounded(earned.fine, 60_000))
        total = total.plus(_as_said(earned.premium.regular_at(paid.rate), cents))
    return total


def _as_said(regular: RegularRate, cents: Fraction) -> Remuneration:
    return {
        RegularRate.IN: Remuneration(cents),
        RegularRate.NOT: Remuneration(),
        RegularRate.CREDITED: Remuneration(credited=cents),
    }[regular]


def _on_call(unit: Unit, human: Human, span: Span, taken: Plan) -> Iterator[Pair]:
    pairs = (pair for day in span.days for pair in unit.cells.get((human.id, day), ()) if pair in taken)
    return (pair for pair in pairs if unit.shift_of(pair.what).kind is Kind.ON_CALL)
