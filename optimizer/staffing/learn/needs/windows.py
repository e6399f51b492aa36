"""Stretches of the day that need people whatever their shifts are called, where long shifts and short ones mix."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Shift, Window

FREQUENT = 0.03
"""From which share of the duties on a shift shapes the day; the others fill what these leave."""
LONGER = 2 * 60
"""By how many minutes a shift must outlast one that lies within it for people to be needed by the hour."""
HANDOVER = 60
"""Up to how many minutes starts and ends may lie apart to be one change of shifts."""


def windows(shifts: Sequence[Shift], duties: Counter[str]) -> tuple[Window, ...]:
    """Return the stretches between the changes of shifts; none where no usual shift lasts through another.

    ``duties`` has how often each shift was worked. Then the shifts themselves say best when people are needed.
    """
    usual = [s for s in shifts if s.kind is Kind.WORK and duties[s.code] >= FREQUENT * duties.total()]
    if not any(_lasts_through(one, other) for one, other in permutations(usual, 2)):
        return ()
    changes = [*_changes(usual)]
    return tuple(_between(changes, place) for place in range(len(changes))) if len(changes) > 1 else ()


def _lasts_through(one: Shift, other: Shift) -> bool:
    return one.start <= other.start and other.end <= one.end and _length(one) >= _length(other) + LONGER


def _length(shift: Shift) -> int:
    return shift.end - shift.start


def _changes(shifts: Sequence[Shift]) -> Iterator[Window]:
    """Yield the times of day at which shifts start or end, in order, those of one handover as one."""
    first, *others = sorted({minute % DAY_MINUTES for shift in shifts for minute in (shift.start, shift.end)})
    change = Window(first, first)
    for minute in others:
        if minute - change.start > HANDOVER:
            yield change
            change = Window(minute, minute)
        change = Window(change.start, minute)
    yield change


def _between(changes: Sequence[Window], place: int) -> Window:
    """Return the stretch from the end of one change to the start of the next, the last one over midnight."""
    start, last = changes[place].end, place + 1 == len(changes)
    return Window(start, changes[0].start + DAY_MINUTES) if last else Window(start, changes[place + 1].start)
