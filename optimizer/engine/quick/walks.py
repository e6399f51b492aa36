"""Walks, as tables that those who are read alike share."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from optimizer.engine.arrays import Ints
from optimizer.engine.clock import Check
from optimizer.engine.day_sets import DaySet
from optimizer.engine.quick.cells import QuickCells
from optimizer.engine.quick.machines import Tabulated, tabulated
from optimizer.engine.quick.problem import NONE, IntTable, begins_of, table_of
from optimizer.engine.quick.weight import ClauseWeight, weight_of
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Letter, Machine, State, Walk
from optimizer.planning.score import rows_of
from optimizer.planning.tariff import Tariff

Letters = dict[tuple[int, int], Letter]
"""What is read, by the number of the day and the label."""


@dataclass(slots=True)
class _Group:
    """Walks that are read alike: by the same machine, with the same letters, in the same steps of a tariff."""

    machine: Machine
    letters: Letters
    tariff: Tariff
    starts: list[State] = field(default_factory=list)


def walk_tables(
    formulation: Formulation, cells: QuickCells, walks: list[tuple[Clause, Walk]], check: Check
) -> dict[str, IntTable]:
    """Return the tables of walks, of those who read them, and of what these do."""
    worked, groups = rows_of(formulation.past, formulation.walkers), dict[Hashable, _Group]()
    of: dict[str, list[tuple[Hashable, State, ClauseWeight]]] = defaultdict(list)
    readers = _Readers(cells, check)
    for clause, walk in walks:
        alike, letters = readers.letters(walk)
        weight = weight_of(clause)
        key: Hashable = (walk.machine, alike, weight.tariff.scale, weight.tariff.step)
        if key not in groups:
            groups[key] = _Group(walk.machine, letters, weight.tariff)
        start = walk.state_after(worked.get(walk.who, {}))
        groups[key].starts.append(start)
        of[walk.who].append((key, start, weight))
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
    walked = [(number[key], known[key].states[start], weight.tariff.price, weight.must) for key, start, weight in every]
    steps = [
        np.stack([table.head.ravel(), _stepped(table.amount, groups[key].tariff)], axis=1)
        for key, table in known.items()
    ]
    return {
        "walk_at": np.array(begins_of(len(entries) for entries in told), np.int64),
        "walks": table_of(walked, 4),
        "groups": table_of([(at, len(t.letters)) for at, t in zip(begins, known.values(), strict=False)], 2),
        "letter": letter,
        "steps": np.concatenate([np.zeros((0, 2), np.int64), *steps]),
    }


def _stepped(amount: Ints, tariff: Tariff) -> Ints:
    """Return how many steps of a tariff each amount begins."""
    return -(-amount.ravel() * tariff.scale // tariff.step)


class _Readers:
    """Reads whatever anybody can have on each day, and numbers what readers make of it.

    Many readers are made anew for each person though they read alike: what they say, and not who they are, tells.
    """

    def __init__(self, cells: QuickCells, check: Check) -> None:
        self._check, self._days = check, cells.days
        things: dict[date, dict[int, DaySet]] = {day: {0: ()} for day in cells.days}
        for (_, day), cell in cells.of.items():
            things[day] |= {option.label: option.pairs for option in cell}
        self._things = [
            [(label, tuple(pair.what for pair in pairs)) for label, pairs in sorted(things[day].items())]
            for day in cells.days
        ]
        self._known = dict[Hashable, tuple[int, Letters]]()
        self._alike = dict[Hashable, int]()

    def letters(self, walk: Walk) -> tuple[int, Letters]:
        """Return the letters that a walk reads, and a number that is the same for all that read alike."""
        key: Hashable = (walk.read, walk.days)
        if key not in self._known:
            self._check()
            letters = self._read(walk)
            said = (frozenset(day for day, _ in letters), tuple(letters.values()))
            self._known[key] = self._alike.setdefault(said, len(self._alike)), letters
        return self._known[key]

    def _read(self, walk: Walk) -> Letters:
        days = frozenset(walk.days)
        return {
            (n, label): walk.read(day, what)
            for n, day in enumerate(self._days)
            if day in days
            for label, what in self._things[n]
        }


def _tabulated(group: _Group, days: int, check: Check) -> Tabulated | None:
    read: list[dict[Letter, None]] = [{} for _ in range(days)]
    for (day, _), letter in group.letters.items():
        read[day][letter] = None
    return tabulated(group.machine, group.starts, read, check)
