"""What overtime a plan has, week by week: every minute once, and how many of them are paid at what."""

from collections.abc import Iterator
from typing import NamedTuple

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import spans
from optimizer.staffing.pay.overtime_minutes import overtime_by_day, overtime_by_week
from optimizer.staffing.pay.seventh_day import seventh_day


class SpanOvertime(NamedTuple):
    """The minutes of overtime of a week or pay period; ``halves`` has those at twice the rate twice."""

    span: Span
    minutes: int
    halves: int


def overtime_of_plan(unit: Unit, worker: Worker, taken: Plan) -> Iterator[SpanOvertime]:
    """Yield what overtime every week, or pay period, has that has any; ``taken`` is the plan with the past in it."""
    for span in spans(unit, worker):
        by_day, double = overtime_by_day(unit, worker, span, taken)
        seventh = seventh_day(unit, worker, span, taken)
        minutes = by_day + overtime_by_week(unit, worker, span, taken) + seventh.overtime
        if minutes:
            yield SpanOvertime(span, minutes, minutes + double + seventh.double)
