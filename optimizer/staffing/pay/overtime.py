"""Which of somebody's minutes are overtime: the sums whose excess it is, for solver, judge and payroll alike."""

from collections.abc import Iterator
from itertools import combinations

from optimizer.planning.law import Place, Sum
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Human, Worker
from optimizer.staffing.facts.rates import NO_OVERTIME, SCHEMES, WEEKLY, OvertimeScheme, PayClass
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.clock_weeks import minutes_of_span
from optimizer.staffing.pay.working_time import Terms, past_total, worked_minutes

UNPAID = PayClass(rate=0)


def pay_class(unit: Unit, worker: Worker) -> PayClass:
    """Return what somebody is paid; nothing is known of a class that is not among the unit's.

    The overtime of a human being of several contracts is that of the best paid of those that have any: one employer
    counts all hours together, and never pays less for them than the law's weighted average of the rates.
    """
    if isinstance(worker, Human):
        classes = [pay_class(unit, contract) for contract in worker.contracts]
        return max(classes, key=lambda paid: (paid.overtime != NO_OVERTIME, paid.rate))
    return unit.pay.get(worker.pay_class, UNPAID)


def scheme(unit: Unit, worker: Worker) -> OvertimeScheme:
    """Return when somebody's overtime begins; of the plain scheme the calendar says it."""
    name = pay_class(unit, worker).overtime or WEEKLY
    return OvertimeScheme(after=unit.calendar.overtime_after) if name == WEEKLY else SCHEMES[name]


def spans(unit: Unit, worker: Worker) -> tuple[Span, ...]:
    """Return the weeks or pay periods over which somebody's overtime is counted, none where there is none."""
    if pay_class(unit, worker).overtime == NO_OVERTIME:
        return ()
    calendar = unit.calendar
    return calendar.by_the_clock(calendar.pay_periods if scheme(unit, worker).by_pay_period else calendar.weeks)


def overtime_sum(unit: Unit, worker: Worker, span: Span) -> Sum:
    """Return the sum over a week or pay period whose excess is overtime, in minutes; what is so by the day left out."""
    rules = scheme(unit, worker)
    minutes = minutes_of_span(unit, worker, span, rules.daily) + called_in(unit, worker, span)
    assert rules.after is not None
    return Sum(Place(worker.id, *span), minutes, high=max(rules.after, past_total(unit, minutes)))


def daily_overtime(unit: Unit, worker: Worker, span: Span) -> Sum | None:
    """Return the sum over a span of what is overtime by the day, in minutes; None where nothing can be."""
    return _beyond(unit, worker, span, 0, "day")


def double_time(unit: Unit, worker: Worker, span: Span) -> Sum | None:
    """Return the sum over a span of what is paid twice by the day, in minutes, all of it overtime as well."""
    return _beyond(unit, worker, span, 1, "double")


def _beyond(unit: Unit, worker: Worker, span: Span, limit: int, what: str) -> Sum | None:
    rules = scheme(unit, worker)
    if rules.daily is None:
        return None
    minutes = ((rules.beyond(paid)[limit], pair) for paid, pair in worked_minutes(unit, worker, span))
    terms = tuple((beyond, pair) for beyond, pair in minutes if beyond)
    return Sum(Place(worker.id, *span, (what,)), terms, high=past_total(unit, terms)) if terms else None


def called_in(unit: Unit, worker: Worker, span: Span) -> Terms:
    """Return the minutes that somebody on call is expected to work, by the day that each call begins on."""
    contracts = worker.contracts if isinstance(worker, Human) else (worker,)
    expected = {staff.id: pay_class(unit, staff).called_in for staff in contracts}
    if not any(expected.values()):
        return ()
    pairs = (pair for day in span.days for pair in unit.cells.get((worker.id, day), ()))
    on_call = (pair for pair in pairs if unit.shift_of(pair.what).kind is Kind.ON_CALL)
    return tuple((expected[pair.who], pair) for pair in on_call if expected[pair.who])


def day_sums(unit: Unit, worker: Worker, span: Span, daily: int | None) -> Iterator[Sum]:
    """Yield the sums whose excess is what several duties of one day come to beyond a daily limit, all but their own.

    Of every duty the minutes up to the limit count: what one alone is beyond it is counted with that duty. Only days on
    which duties that do not overlap can come to more have one.
    """
    if daily is None:
        return
    for day in span.days:
        worked = worked_minutes(unit, worker, Span(day, day)) if day in unit.days else ()
        terms = tuple((min(minutes, daily), pair) for minutes, pair in worked if minutes)
        most = {unit.shift_of(pair.what): minutes for minutes, pair in terms}
        if sum(most.values()) > daily and any(not one.overlaps(other) for one, other in combinations(most, 2)):
            yield Sum(Place(worker.id, day, day, ("day",)), terms, high=daily)


def overtime_sums(unit: Unit, worker: Worker) -> Iterator[Sum]:
    """Yield the sums whose excesses together are somebody's overtime, as a search counts it.

    What two duties of one day are beyond the daily limit together counts in the week as well, and a seventh day for no
    more than another; ``overtime_of_plan.py`` says what is.
    """
    for span in spans(unit, worker):
        yield overtime_sum(unit, worker, span)
        daily = daily_overtime(unit, worker, span)
        if daily:
            yield daily
        yield from day_sums(unit, worker, span, scheme(unit, worker).daily)
