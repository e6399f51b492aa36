"""Which of somebody's minutes are overtime: the sums whose excess it is, for solver, judge and payroll alike."""

from collections.abc import Iterator

from optimizer.planning.law import Place, Sum
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.rates import NO_OVERTIME, SCHEMES, WEEKLY, OvertimeScheme, PayClass
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.clock_weeks import minutes_of_span
from optimizer.staffing.pay.working_time import past_total, worked_minutes

UNPAID = PayClass(rate=0)


def pay_class(unit: Unit, staff: Staff) -> PayClass:
    """Return what somebody is paid; nothing is known of a class that is not among the unit's."""
    return unit.pay.get(staff.pay_class, UNPAID)


def scheme(unit: Unit, staff: Staff) -> OvertimeScheme:
    """Return when somebody's overtime begins; of the plain scheme the calendar says it."""
    name = pay_class(unit, staff).overtime or WEEKLY
    return OvertimeScheme(after=unit.calendar.overtime_after) if name == WEEKLY else SCHEMES[name]


def spans(unit: Unit, staff: Staff) -> tuple[Span, ...]:
    """Return the weeks or pay periods over which somebody's overtime is counted, none where there is none."""
    if pay_class(unit, staff).overtime == NO_OVERTIME:
        return ()
    calendar = unit.calendar
    return calendar.by_the_clock(calendar.pay_periods if scheme(unit, staff).by_pay_period else calendar.weeks)


def overtime_sum(unit: Unit, staff: Staff, span: Span) -> Sum:
    """Return the sum over a week or pay period whose excess is overtime, in minutes; what is so by the day left out."""
    rules = scheme(unit, staff)
    minutes = minutes_of_span(unit, staff, span, rules.daily)
    assert rules.after is not None
    return Sum(Place(staff.id, *span), minutes, high=max(rules.after, past_total(unit, minutes)))


def daily_overtime(unit: Unit, staff: Staff, span: Span) -> Sum | None:
    """Return the sum over a span of what is overtime by the day, in minutes; None where nothing can be."""
    rules = scheme(unit, staff)
    minutes = ((rules.beyond(paid)[0], pair) for paid, pair in worked_minutes(unit, staff, span))
    terms = tuple((beyond, pair) for beyond, pair in minutes if beyond)
    return Sum(Place(staff.id, *span, ("day",)), terms, high=past_total(unit, terms)) if terms else None


def overtime_sums(unit: Unit, staff: Staff) -> Iterator[Sum]:
    """Yield the sums whose excesses together are all of somebody's overtime."""
    for span in spans(unit, staff):
        yield overtime_sum(unit, staff, span)
        daily = daily_overtime(unit, staff, span)
        if daily:
            yield daily
