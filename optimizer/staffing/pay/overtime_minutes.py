"""Which minutes of a plan are overtime by the day and by the week, no minute by both; several duties of a day are one.

``taken`` is the plan with the past in it. What the past alone comes to is past charging.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import overtime_sum, scheme
from optimizer.staffing.pay.working_time import worked_minutes


def minutes_by_day(unit: Unit, worker: Worker, span: Span, taken: Plan) -> Mapping[date, list[int]]:
    """Return the paid minutes of every duty at work in a span, by the day on which it begins."""
    days = defaultdict[date, list[int]](list)
    for minutes, pair in worked_minutes(unit, worker, span):
        if pair in taken:
            days[pair.what.day].append(minutes)
    return days


def overtime_by_day(unit: Unit, worker: Worker, span: Span, taken: Plan) -> tuple[int, int]:
    """Return the minutes beyond the daily limit on days of the plan, and how many of them are paid twice."""
    rules = scheme(unit, worker)
    if rules.daily is None:
        return 0, 0
    days = minutes_by_day(unit, worker, span, taken)
    found = [rules.beyond(sum(each)) for day, each in days.items() if day in unit.days]
    return sum(by_day for by_day, _ in found), sum(double for _, double in found)


def overtime_by_week(unit: Unit, worker: Worker, span: Span, taken: Plan) -> int:
    """Return the minutes that the plan adds beyond a week or pay period, with none that are overtime by the day."""
    week, after = overtime_sum(unit, worker, span), scheme(unit, worker).after
    before, all_ = (week.counted(some) - _beyond_together(unit, worker, span, some) for some in (unit.past, taken))
    return max(0, all_ - max(after or 0, before))


def _beyond_together(unit: Unit, worker: Worker, span: Span, taken: Plan) -> int:
    """Return the minutes that duties of one day come to together beyond the daily limit, all but their own."""
    rules = scheme(unit, worker)
    if rules.daily is None:
        return 0
    days = minutes_by_day(unit, worker, span, taken).values()
    return sum(rules.beyond(sum(each))[0] - sum(rules.beyond(minutes)[0] for minutes in each) for each in days)
