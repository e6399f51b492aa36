"""Which tables of duties count: of two that show the same people on the same days, one is another version."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.tables.filed import ROSTERS, FiledTable
from optimizer.workbook.recognise.proposal import Meaning

UNKNOWN = "work"
"""How a code is sorted of which nothing is known but that it stands in a roster."""
SAME = 0.5
"""From which share of the cells of the smaller table on two tables are versions of one."""


class RosterVersions(NamedTuple):
    """The tables of duties that count, and the pairs of one that does not with the one that does in its place."""

    counting: tuple[FiledTable, ...]
    replaced: tuple[tuple[FiledTable, FiledTable], ...]


def versions_of(tables: Iterable[FiledTable], answers: Answers) -> RosterVersions:
    """Return which tables of duties count: those said to, and of versions the one that tells most."""
    counting: list[FiledTable] = []
    replaced = []
    for each in sorted(tables, key=lambda each: _weight(each, answers), reverse=True):
        better = None if said_of(each, answers) else next((other for other in counting if _same(each, other)), None)
        if better:
            replaced.append((each, better))
        else:
            counting.append(each)
    return RosterVersions(tuple(counting), tuple(replaced))


def said_of(filed: FiledTable, answers: Answers) -> bool | None:
    """Return whether somebody said that a table counts, None when nobody spoke of it."""
    return answers.tables.get(filed.place, answers.tables.get(filed.layout))


def is_roster(filed: FiledTable) -> bool:
    """Tell whether a table shows what people do on which day, and some of it is work."""
    table = filed.table
    written = any(fact.code and fact.who for fact in table.facts)
    return table.kind in ROSTERS and written and (not table.meanings or _works(table.meanings))


def _works(meanings: Sequence[Meaning]) -> bool:
    """Tell whether some codes mean work, or most cells have codes that nobody can read."""
    known = any(each.sort.startswith(("work ", "on call")) for each in meanings)
    unknown = sum(each.count for each in meanings if each.sort == UNKNOWN)
    return known or unknown >= 0.5 * sum(each.count for each in meanings)


def _weight(filed: FiledTable, answers: Answers) -> tuple[bool, int, int]:
    return bool(said_of(filed, answers)), len({code for code, _ in filed.table.codes}), len(_cells(filed))


def _same(one: FiledTable, other: FiledTable) -> bool:
    """Tell whether two tables have duties of the same people on the same days, one of each kind of table."""
    if one.names_in_cells != other.names_in_cells:
        return False
    mine, theirs = _cells(one), _cells(other)
    return len(mine & theirs) >= SAME * min(len(mine), len(theirs))


def _cells(filed: FiledTable) -> frozenset[tuple[object, object]]:
    return frozenset((fact.who, fact.day) for fact in filed.table.facts if fact.code and fact.who and fact.day)


def in_order(tables: Sequence[FiledTable], counting: Iterable[FiledTable]) -> tuple[FiledTable, ...]:
    """Return those that count in the order of all."""
    kept = {id(each) for each in counting}
    return tuple(each for each in tables if id(each) in kept)
