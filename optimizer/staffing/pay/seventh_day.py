"""California's seventh day of work in a week: overtime from its first hour, at twice the rate beyond eight."""

from typing import NamedTuple

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.rates import OvertimeScheme
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import overtime_sum, scheme
from optimizer.staffing.pay.working_time import Terms, past_total, worked_minutes


class SeventhDay(NamedTuple):
    """Minutes of a seventh day that are overtime, or double time, for nothing else than that it is the seventh."""

    overtime: int
    double: int


def seventh_day(unit: Unit, worker: Worker, span: Span, taken: Plan) -> SeventhDay | None:
    """Return what a seventh day adds to the overtime by the day and by the week; None where no seven are worked.

    Labor Code 510(a): seven days of one workweek. No hour counts twice, so of its first eight hours only those are
    added that the week does not count as overtime already. Days are those on which duties begin.
    """
    rules, worked = scheme(unit, worker), [term for term in worked_minutes(unit, worker, span) if term[1] in taken]
    if not rules.seventh or len({pair.what.day for _, pair in worked}) < len(span.days):
        return None
    week = overtime_sum(unit, worker, span)
    last = [(minutes, pair) for minutes, pair in worked if pair.what.day == span.last and pair not in unit.past]
    before = week.counted(taken - {pair for _, pair in last})
    already = week.excess(week.counted(taken)) - week.excess(before)
    plain = sum(rules.plain(minutes) for minutes, _ in last)
    double = sum(_doubled(rules, minutes) for minutes, _ in last)
    return SeventhDay(max(0, plain - already), double)


def seventh_day_sums(unit: Unit, worker: Worker, span: Span) -> tuple[Sum, ...]:
    """Return sums whose excesses are what a seventh day adds at most, where nobody has two duties on a day.

    All six days before weigh as much as a whole day each, so that there is an excess only when all are worked.
    """
    rules, worked = scheme(unit, worker), worked_minutes(unit, worker, span)
    if not rules.seventh or not worked:
        return ()
    doubled: Terms = tuple((_doubled(rules, minutes), pair) for minutes, pair in worked)
    plain: Terms = tuple((rules.plain(minutes), pair) for minutes, pair in worked)
    return tuple(_on_the_last(unit, worker, span, terms) for terms in (plain, doubled))


def _doubled(rules: OvertimeScheme, minutes: int) -> int:
    """Return how much of a seventh day is double time that would be at half as much again on another one."""
    by_day, double = rules.beyond(minutes)
    return by_day - double


def _on_the_last(unit: Unit, worker: Worker, span: Span, minutes: Terms) -> Sum:
    whole = max(each for each, _ in minutes) or 1
    terms = tuple((each if pair.what.day == span.last else whole, pair) for each, pair in minutes)
    return Sum(Place(worker.id, *span, ("seventh",)), terms, high=max(6 * whole, past_total(unit, terms)))
