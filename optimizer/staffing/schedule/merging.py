"""Brings a schedule that was found for an earlier one into the one of now, where people have gone on editing."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.staffing.schedule.freedom import Cell, cell_of


@dataclass(frozen=True, slots=True)
class Merge:
    """What to take out and put in, and the cells that stay though another duty was found for them, in order."""

    minus: Plan
    plus: Plan
    edited: tuple[Cell, ...]
    locked: tuple[Cell, ...]


def merge(before: Plan, found: Plan, now: Plan, locks: Container[Cell]) -> Merge:
    """Return how to come from ``now`` to ``found`` in the cells that are as they were ``before`` and not locked."""
    wanted = _cells(found ^ before) & _cells(found ^ now)
    edited = wanted & _cells(now ^ before)
    locked = {cell for cell in wanted - edited if cell in locks}
    taken = wanted - edited - locked
    return Merge(_within(now - found, taken), _within(found - now, taken), _sorted(edited), _sorted(locked))


def _cells(pairs: Plan) -> set[Cell]:
    return {cell_of(pair) for pair in pairs}


def _within(pairs: Plan, cells: Container[Cell]) -> Plan:
    return frozenset(pair for pair in pairs if cell_of(pair) in cells)


def _sorted(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells))
