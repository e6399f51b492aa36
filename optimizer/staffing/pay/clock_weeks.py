"""Minutes at work in a week, or in a pay period, that starts at an hour of the clock: a duty may be in two of them."""

from datetime import timedelta

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.clock.clock_change import minutes_between
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.working_time import Terms, worked_minutes

DAY = timedelta(days=1)


def minutes_of_span(unit: Unit, worker: Worker, span: Span, daily: int | None = None) -> Terms:
    """Return the paid minutes at work in a span as its weeks start: by the clock, or with the day a duty begins on.

    With ``daily``, only so many of every duty count, its first ones.
    """
    if unit.calendar.week_minute is None:
        worked = worked_minutes(unit, worker, span)
        return worked if daily is None else tuple((min(minutes, daily), pair) for minutes, pair in worked)
    around = Span(span.first - DAY, span.last + DAY)
    pairs = (pair for _, pair in worked_minutes(unit, worker, around))
    return tuple((minutes, pair) for pair in pairs if (minutes := _within(unit, pair.what, span, daily)))


def _within(unit: Unit, duty: Duty, span: Span, daily: int | None) -> int:
    begins, ends = unit.calendar.clock_minutes(span, duty.day)
    return _least(_paid_before(unit, duty, ends), daily) - _least(_paid_before(unit, duty, begins), daily)


def _paid_before(unit: Unit, duty: Duty, minute: int) -> int:
    """Return the paid minutes of a duty before a time; an unpaid break is taken to lie in the longer part."""
    shift, zone, paid = unit.shift_of(duty), unit.calendar.zone, unit.paid(duty)
    if minute <= shift.start:
        return 0
    if minute >= shift.end:
        return paid
    before = minutes_between(zone, duty.day, shift.start, minute)
    after = minutes_between(zone, duty.day, minute, shift.end)
    return max(0, paid - after) if before > after else min(paid, before)


def _least(minutes: int, daily: int | None) -> int:
    return minutes if daily is None else min(minutes, daily)
