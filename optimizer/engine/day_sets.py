"""What everybody may have on each day: nothing, one thing, or several that may stand together."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair

PersonDay = tuple[str, date]
CellOf = Callable[[Pair], PersonDay]
"""Tells whose day a pair is on."""
DaySet = tuple[Pair, ...]
"""What somebody has on one day, in order; () is nothing."""


def day_sets(formulation: Formulation, pins: Pins) -> dict[PersonDay, list[DaySet]]:
    """Return what a solver may choose in every cell; what pins keep is in all of it.

    A cell without any means that the pins contradict each other.
    """
    cells: dict[PersonDay, list[Pair]] = {}
    for pair in formulation.pairs:
        cell = cells.setdefault(formulation.cell(pair), [])
        if pair in formulation.offered and pair not in pins.ban:
            cell.append(pair)
    kept = by_cell(pins.keep, formulation.cell)
    for key in sorted(kept):  # a set's own order differs from process to process
        cells.setdefault(key, [])
    return {
        key: _around(formulation, kept[key], cell, pins) if key in kept else _free(formulation, cell)
        for key, cell in cells.items()
    }


def by_cell(pairs: Iterable[Pair], cell_of: CellOf) -> dict[PersonDay, DaySet]:
    """Return what people have by person and day."""
    cells: dict[PersonDay, list[Pair]] = defaultdict(list)
    for pair in pairs:
        cells[cell_of(pair)].append(pair)
    return {key: tuple(sorted(cell)) for key, cell in cells.items()}


def _free(formulation: Formulation, cell: list[Pair]) -> list[DaySet]:
    return [(), *((pair,) for pair in cell), *_ordered(formulation, cell)]


def _around(formulation: Formulation, kept: DaySet, cell: list[Pair], pins: Pins) -> list[DaySet]:
    """Return what may be had beside what is kept, and that alone, whatever the rules say of it."""
    if not pins.ban.isdisjoint(kept):
        return []
    among = dict.fromkeys((*cell, *kept))
    return [kept, *(each for each in _ordered(formulation, [*among]) if set(kept) < set(each))]


def _ordered(formulation: Formulation, pairs: list[Pair]) -> list[DaySet]:
    return [tuple(sorted(each)) for each in formulation.sets(pairs)] if formulation.together else []
