"""What became of every cell: taken up, or not and why."""

from collections.abc import Iterable
from typing import NamedTuple

from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.recognise.proposal import Fact

SHOWN = 4
"""How many cells of those not taken up are named."""


class LostFact(NamedTuple):
    """A cell that was understood and not taken up, and why."""

    filed: FiledTable
    fact: Fact
    why: str


class NotTaken(NamedTuple):
    """Cells of one table that were not taken up for one reason: where the table stands, which, and how many."""

    place: str
    cells: str
    number: int
    why: str


class TableAccount(NamedTuple):
    """A table with how many of its cells say something, and how many of these were taken up and were not."""

    place: str
    kind: str
    range: str
    cells: int
    taken: int
    lost: int


def not_taken_of(lost: Iterable[LostFact]) -> tuple[NotTaken, ...]:
    """Return what was lost, a line for each table and reason."""
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for each in lost:
        groups.setdefault((each.filed.place, each.why), {})[each.fact.cell] = None
    return tuple(NotTaken(place, _named(cells), len(cells), why) for (place, why), cells in groups.items())


def _named(cells: Iterable[str]) -> str:
    named = [*cells]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return ", ".join(named[:SHOWN]) + more


def accounts_of(tables: Iterable[FiledTable], lost: Iterable[LostFact]) -> tuple[TableAccount, ...]:
    """Return for every table what became of its cells; a cell is lost when nothing that it says was taken up."""
    gone: dict[int, set[Fact]] = {}
    for each in lost:
        gone.setdefault(id(each.filed.table), set()).add(each.fact)
    return tuple(_account(filed, gone.get(id(filed.table), set())) for filed in tables)


def _account(filed: FiledTable, gone: set[Fact]) -> TableAccount:
    told = {fact.cell for fact in filed.table.facts if said_in(fact)}
    taken = {fact.cell for fact in filed.table.facts if said_in(fact) and fact not in gone}
    table = filed.table
    return TableAccount(filed.place, table.kind, table.range, len(told), len(taken), len(told - taken))
