"""California's seventh day of work in a week: overtime from its first hour, at twice the rate beyond eight."""

from typing import NamedTuple

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.rates import OvertimeScheme
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import scheme
from optimizer.staffing.pay.overtime_minutes import minutes_by_day, overtime_by_week
from optimizer.staffing.pay.working_time import Terms, past_total, worked_minutes


class SeventhDay(NamedTuple):
    """Minutes of a seventh day that are overtime, or double time, for nothing else than that it is the seventh."""

    overtime: int
    double: int


def seventh_day(unit: Unit, worker: Worker, span: Span, taken: Plan) -> SeventhDay:
    """Return what a seventh day adds to the overtime by the day and by the week; nothing where no seven are worked.

    Labor Code 510(a): seven days of one workweek. No hour counts twice, so of its first eight hours only those are
    added that the week does not count as overtime already. Days are those on which duties begin.
    """
    rules, days = scheme(unit, worker), minutes_by_day(unit, worker, span, taken)
    if not rules.seventh or len(days) < len(span.days) or span.last not in unit.days:
        return SeventhDay(0, 0)
    last = frozenset(pair for _, pair in worked_minutes(unit, worker, Span(span.last, span.last)))
    already = overtime_by_week(unit, worker, span, taken) - overtime_by_week(unit, worker, span, taken - last)
    minutes = sum(days[span.last])
    return SeventhDay(max(0, rules.plain(minutes) - already), _doubled(rules, minutes))


def seventh_day_sums(unit: Unit, worker: Worker, span: Span) -> tuple[Sum, ...]:
    """Return sums whose excesses are no less than what a seventh day adds.

    All six days before weigh as much as a whole day each, so that there is an excess only when all are worked; or when
    some have two duties, each of which weighs as much as a day: then it may be more than is owed.
    """
    rules = scheme(unit, worker)
    worked = worked_minutes(unit, worker, span) if rules.seventh else ()
    if not worked:
        return ()
    doubled: Terms = tuple((_doubled(rules, minutes), pair) for minutes, pair in worked)
    plain: Terms = tuple((rules.plain(minutes), pair) for minutes, pair in worked)
    return tuple(_on_the_last(unit, worker, span, terms) for terms in (plain, doubled))


def fewest_of_seven(unit: Unit, worker: Worker, span: Span) -> int:
    """Return the fewest minutes at which all days of a span are worked."""
    shortest = min((minutes for minutes, _ in worked_minutes(unit, worker, span) if minutes), default=0)
    return shortest * len(span.days)


def _doubled(rules: OvertimeScheme, minutes: int) -> int:
    """Return how much of a seventh day is double time that would be at half as much again on another one."""
    by_day, double = rules.beyond(minutes)
    return by_day - double


def _on_the_last(unit: Unit, worker: Worker, span: Span, minutes: Terms) -> Sum:
    whole = max(each for each, _ in minutes) or 1
    terms = tuple((each if pair.what.day == span.last else whole, pair) for each, pair in minutes)
    return Sum(Place(worker.id, *span, ("seventh",)), terms, high=max(6 * whole, past_total(unit, terms)))
