"""What a search may change in a schedule, and what it leaves as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.unit import Unit

Cell: TypeAlias = tuple[str, date]
"""One person on one day."""


@dataclass(frozen=True, slots=True)
class Freedom:
    """What may change: from a day on, of some people, on some days; None stands for no such limit."""

    since: date | None = None
    people: frozenset[str] | None = None
    days: frozenset[date] | None = None

    def includes(self, cell: Cell) -> bool:
        """Tell whether a cell may change."""
        who, day = cell
        late = self.since is None or day >= self.since
        return late and (self.people is None or who in self.people) and (self.days is None or day in self.days)


def kept_cells(unit: Unit, locks: Iterable[Cell], freedom: Freedom) -> frozenset[Cell]:
    """Return the cells of the plan that stay as they are: those that are locked, and all that may not change."""
    cells = ((staff.id, day) for staff in unit.staff for day in unit.days)
    return frozenset(locks) | {cell for cell in cells if not freedom.includes(cell)}


def settled_cells(unit: Unit) -> frozenset[Cell]:
    """Return the cells that the unit itself decides: where a duty is locked, and where nothing is to be."""
    return unit.closed | {cell_of(pair) for pair in unit.locked}


def cell_of(pair: Pair) -> Cell:
    """Return the cell that a duty stands in."""
    return pair.who, pair.what.day
