"""Minutes that somebody can be paid for, or at work for, as terms of a sum."""

from collections.abc import Iterator, Mapping

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit

Terms = tuple[tuple[int, Pair], ...]


def paid_minutes(unit: Unit, worker: Worker, span: Span) -> Terms:
    """Return the paid minutes of everything somebody can have in a span, leave included."""
    return _minutes(unit, worker, span, {shift.code: shift.paid for shift in unit.shifts})


def worked_minutes(unit: Unit, worker: Worker, span: Span) -> Terms:
    """Return the paid minutes of everything somebody can be at work for in a span."""
    return _minutes(unit, worker, span, {shift.code: shift.paid for shift in unit.shifts if shift.works})


def past_total(unit: Unit, terms: Terms) -> int:
    """Return what history alone comes to: as much as that is past charging."""
    return sum(minutes for minutes, pair in terms if pair in unit.past)


def known_days(unit: Unit, worker: Worker, span: Span) -> int:
    """Return how many days of a span are planned or lie in the known history, while somebody is employed."""
    return sum(worker.employed(day) for day in {*unit.days, *unit.history_days} & {*span.days})


def _minutes(unit: Unit, worker: Worker, span: Span, paid: Mapping[str, int]) -> Terms:
    """Return the paid minutes of duties in some shifts; only where clocks change they hang on more than the shift."""
    during = _during(unit, worker, span)
    if not unit.lasting:
        return tuple((paid[code], pair) for pair in during if (code := pair.what.shift) in paid)
    return tuple((unit.paid(pair.what), pair) for pair in during if pair.what.shift in paid)


def _during(unit: Unit, worker: Worker, span: Span) -> Iterator[Pair]:
    return (pair for day in span.days for pair in unit.cells.get((worker.id, day), ()))
