"""Minutes that somebody can be paid for, or at work for, as terms of a sum."""

from collections.abc import Iterator

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit

Terms = tuple[tuple[int, Pair], ...]


def paid_minutes(unit: Unit, worker: Worker, span: Span) -> Terms:
    """Return the paid minutes of everything somebody can have in a span, leave included."""
    return tuple((unit.paid(pair.what), pair) for pair in _during(unit, worker, span))


def worked_minutes(unit: Unit, worker: Worker, span: Span) -> Terms:
    """Return the paid minutes of everything somebody can be at work for in a span."""
    during = _during(unit, worker, span)
    return tuple((unit.paid(pair.what), pair) for pair in during if unit.shift_of(pair.what).works)


def past_total(unit: Unit, terms: Terms) -> int:
    """Return what history alone comes to: as much as that is past charging."""
    return sum(minutes for minutes, pair in terms if pair in unit.past)


def known_days(unit: Unit, worker: Worker, span: Span) -> int:
    """Return how many days of a span are planned or lie in the known history, while somebody is employed."""
    return sum(worker.employed(day) for day in {*unit.days, *unit.history_days} & {*span.days})


def _during(unit: Unit, worker: Worker, span: Span) -> Iterator[Pair]:
    return (pair for day in span.days for pair in unit.cells.get((worker.id, day), ()))
