"""Walks, as tables that those who are read alike share."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from optimizer.engine.clock import Check
from optimizer.engine.day_sets import DaySet
from optimizer.engine.quick.cells import QuickCells
from optimizer.engine.quick.machines import Tabulated, tabulated
from optimizer.engine.quick.problem import NONE, IntTable, begins_of, table_of
from optimizer.engine.quick.weight import ClauseWeight, weight_of
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Letter, Machine, Reader, State, Walk
from optimizer.planning.score import rows_of


@dataclass(slots=True)
class _Group:
    """Walks that are read alike: by the same machine, reader and days, in the same measure."""

    machine: Machine
    read: Reader
    days: frozenset[date]
    per: int
    starts: list[State] = field(default_factory=list)
    letters: dict[tuple[int, int], Letter] = field(default_factory=dict)


def walk_tables(
    formulation: Formulation, cells: QuickCells, walks: list[tuple[Clause, Walk]], check: Check
) -> dict[str, IntTable]:
    """Return the tables of walks, of those who read them, and of what these do."""
    worked, groups = rows_of(formulation.past, formulation.walkers), dict[Hashable, _Group]()
    of: dict[str, list[tuple[Hashable, State, ClauseWeight]]] = defaultdict(list)
    for clause, walk in walks:
        check()
        key: Hashable = (walk.machine, walk.read, walk.days, clause.rule.per)
        if key not in groups:
            groups[key] = _Group(walk.machine, walk.read, frozenset(walk.days), clause.rule.per)
        start = walk.state_after(worked.get(walk.who, {}))
        groups[key].starts.append(start)
        of[walk.who].append((key, start, weight_of(clause)))
    _read(cells, list(groups.values()), check)
    tables = {key: _tabulated(group, len(cells.days), check) for key, group in groups.items()}
    known = {key: table for key, table in tables.items() if table is not None}
    number = {key: n for n, key in enumerate(known)}
    told = [[entry for entry in of[who] if entry[0] in known] for who in cells.people]
    every = [entry for entries in told for entry in entries]
    letter = np.full((len(known), len(cells.days), len(cells.labels)), NONE, np.int32)
    for name, table in known.items():
        for (day, label), read in groups[name].letters.items():
            letter[number[name], day, label] = table.letters[read]
    begins = begins_of(table.head.size for table in known.values())
    steps = [
        np.stack([table.head.ravel(), -(-table.amount.ravel() // groups[key].per)], axis=1)
        for key, table in known.items()
    ]
    return {
        "walk_at": np.array(begins_of(len(entries) for entries in told), np.int64),
        "walks": table_of([(number[key], known[key].states[start], *weight) for key, start, weight in every], 4),
        "groups": table_of([(at, len(t.letters)) for at, t in zip(begins, known.values(), strict=False)], 2),
        "letter": letter,
        "steps": np.concatenate([np.zeros((0, 2), np.int64), *steps]),
    }


def _read(cells: QuickCells, groups: list[_Group], check: Check) -> None:
    """Have every group read whatever anybody can have on each day."""
    things: dict[date, dict[int, DaySet]] = {day: {0: ()} for day in cells.days}
    for (_, day), cell in cells.of.items():
        things[day] |= {option.label: option.pairs for option in cell}
    for n, day in enumerate(cells.days):
        check()
        for group in groups:
            if day in group.days:
                for label, pairs in things[day].items():
                    group.letters[n, label] = group.read(day, tuple(pair.what for pair in pairs))


def _tabulated(group: _Group, days: int, check: Check) -> Tabulated | None:
    read: list[dict[Letter, None]] = [{} for _ in range(days)]
    for (day, _), letter in group.letters.items():
        read[day][letter] = None
    return tabulated(group.machine, group.starts, read, check)
