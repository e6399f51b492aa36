"""Turns a formulation into the flat arrays that a compiled search reads."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np

from optimizer.engine.outcome import Pins
from optimizer.engine.quick.machines import Tabulated, tabulated
from optimizer.engine.quick.problem import NONE, Ints, Problem, Small
from optimizer.planning.formulation import MUST_PRICE, Clause, Formulation
from optimizer.planning.law import Letter, Machine, Reader, State, Sum, Walk
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import rows_of

FAR = 1 << 60
"""A bound that no sum reaches."""
Check = Callable[[], None]
Table = Ints | Small


class Weight(NamedTuple):
    """What a unit of a clause costs, and whether that counts with the musts."""

    price: int
    must: bool


@dataclass(slots=True)
class Option:
    """What somebody can have on a day: what it costs by itself, and its terms by row."""

    pair: Pair | None
    label: int
    hard: int = 0
    soft: int = 0
    terms: dict[int, int] = field(default_factory=dict)


NOTHING = Option(None, 0)
"""What somebody has on a day that is none of theirs."""


class Bound(NamedTuple):
    """What a clause asks of a row."""

    low: int
    high: int
    per: int
    weight: Weight


@dataclass(slots=True)
class Row:
    """A sum over more than one cell: what was there before, its clauses, and where its excess is carried to."""

    base: int
    bounds: list[Bound] = field(default_factory=list)
    carry: tuple[int, int, int] = (NONE, 0, 0)


class Compiled(NamedTuple):
    """The arrays, and what stands behind their numbers: people, days, and the pair of each option."""

    problem: Problem
    people: list[str]
    days: list[date]
    pairs: list[Pair | None]
    place: dict[Pair, tuple[int, int, int]]

    def plan(self, label: Small) -> Plan:
        """Return the plan in which everyone has what some labels say."""
        taken = np.take_along_axis(self.problem.at, label[:, :, None].astype(np.int64), axis=2)
        pairs = (self.pairs[option] for option in taken.ravel().tolist())
        return frozenset(pair for pair in pairs if pair is not None)

    def label(self, plan: Plan) -> Small | None:
        """Return the labels of a plan, None when it holds what nobody may choose, or too much on one day."""
        label = np.where(self.problem.at[:, :, 0] == NONE, NONE, 0).astype(np.int32)
        for pair in plan:
            if pair not in self.place:
                return None
            person, day, number = self.place[pair]
            if label[person, day] > 0:
                return None
            label[person, day] = number
        return None if (label == NONE).any() else label


def compiled(formulation: Formulation, pins: Pins, check: Check) -> Compiled | None:
    """Return a formulation as arrays; None when somebody is kept in two things on one day, or there is nobody at all.

    Machines with too many states to spell out are left out: whoever judges the plans sees what they break.
    """
    cells = _Cells(formulation, pins)
    if not cells.of or len({(pair.who, pair.what.day) for pair in pins.keep}) < len(pins.keep):
        return None
    rows, walks = _Rows(formulation, cells), list[tuple[Clause, Walk]]()
    for number, clause in enumerate(formulation.clauses):
        if number % 100 == 0:
            check()
        if isinstance(clause.law, Sum):
            rows.add(clause, clause.law)
        else:
            walks.append((clause, clause.law))
    cells.prune()
    tables: dict[str, Any] = {
        **_option_tables(cells), **_row_tables(rows.rows), **_walk_tables(formulation, cells, walks, check),
    }  # fmt: skip
    pairs = [option.pair for option in cells.options()]
    numbers = np.argwhere(tables["at"] != NONE)
    order = tables["at"][tuple(numbers.T)].tolist()
    places = zip(order, numbers.tolist(), strict=True)
    place = {pair: (n[0], n[1], n[2]) for option, n in places if (pair := pairs[option]) is not None}
    return Compiled(Problem(**tables), cells.people, cells.days, pairs, place)


def weight_of(clause: Clause) -> Weight:
    """Return what a unit of a clause costs: of a must, how firm it is, also when it bends at a price."""
    if clause.must:
        return Weight(clause.rule.firmness, must=True)
    if clause.price >= MUST_PRICE:
        return Weight(clause.price // MUST_PRICE, must=True)
    return Weight(clause.price, must=False)


class _Cells:
    """What everyone can have on each day."""

    def __init__(self, formulation: Formulation, pins: Pins) -> None:
        self.past, self.of = formulation.past, dict[tuple[str, date], list[Option]]()
        self.labels: dict[Hashable, int] = {None: 0}
        kept = {(pair.who, pair.what.day): pair for pair in pins.keep}
        for pair in dict.fromkeys((*formulation.pairs, *sorted(pins.keep))):
            key = pair.who, pair.what.day
            cell = self.of.setdefault(key, [] if key in kept else [Option(None, 0)])
            taken = kept[key] == pair if key in kept else pair in formulation.offered and pair not in pins.ban
            if taken:
                cell.append(Option(pair, self.labels.setdefault(_label(pair), len(self.labels))))
        self.people = list(dict.fromkeys(who for who, _ in self.of))
        self.days = sorted({day for _, day in self.of})
        self.option = {option.pair: option for cell in self.of.values() for option in cell if option.pair}

    def prune(self) -> None:
        """Leave out what breaks a must by itself where something else does not, or less."""
        for key, cell in self.of.items():
            least = min(option.hard for option in cell)
            self.of[key] = [option for option in cell if option.hard == least]

    def options(self) -> Iterable[Option]:
        """Yield every option, person by person and day by day."""
        for who in self.people:
            for day in self.days:
                yield from self.of.get((who, day)) or [NOTHING]


def _label(pair: Pair) -> Hashable:
    """Return what is given, whatever the day."""
    day, what = pair.what.day, pair.what
    return tuple(part for part in what if part != day) if isinstance(what, tuple) else str(type(what))


class _Rows:
    """Sums, sorted into costs of single options and rows over several cells."""

    def __init__(self, formulation: Formulation, cells: _Cells) -> None:
        self.rows: list[Row] = []
        self._same: dict[Hashable, int] = {}
        self._past, self._cells = formulation.past, cells

    def add(self, clause: Clause, law: Sum) -> None:
        """Add a clause."""
        places = {(pair.who, pair.what.day) for _, pair in law.terms if pair not in self._past}
        if len(places) == 1 and not law.overs:
            self._charge(clause, law, self._cells.of.get(places.pop(), []))
            return
        row = self._row(law) if law.overs else self._row_over(law)
        low, high = (FAR * sign if bound is None else bound for bound, sign in ((law.low, -1), (law.high, 1)))
        self.rows[row].bounds.append(Bound(low, high, clause.rule.per, weight_of(clause)))
        for factor, other in law.overs:
            assert other.high is not None
            self.rows[self._row(other)].carry = row, other.high, factor

    def _charge(self, clause: Clause, law: Sum, cell: list[Option]) -> None:
        base, weight = self._base(law), weight_of(clause)
        factors: dict[Pair, int] = defaultdict(int)
        for factor, pair in law.terms:
            factors[pair] += factor
        for option in cell:
            total = base + (factors.get(option.pair, 0) if option.pair else 0)
            cost = clause.rule.units(law.excess(total)) * weight.price
            option.hard += cost if weight.must else 0
            option.soft += 0 if weight.must else cost

    def _row_over(self, law: Sum) -> int:
        key = frozenset((pair, factor) for factor, pair in law.terms)
        if key not in self._same:
            self._same[key] = self._row(law)
        return self._same[key]

    def _row(self, law: Sum) -> int:
        number = len(self.rows)
        self.rows.append(Row(self._base(law)))
        for factor, pair in law.terms:
            if option := self._cells.option.get(pair):
                option.terms[number] = option.terms.get(number, 0) + factor
        return number

    def _base(self, law: Sum) -> int:
        return sum(factor for factor, pair in law.terms if pair in self._past)


def _option_tables(cells: _Cells) -> dict[str, Table]:
    at, number = np.full((len(cells.people), len(cells.days), len(cells.labels)), NONE, np.int32), 0
    for p, who in enumerate(cells.people):
        for d, day in enumerate(cells.days):
            for option in cells.of.get((who, day)) or [NOTHING]:
                at[p, d, option.label] = number
                number += 1
    options = list(cells.options())
    begins = _begins(len(option.terms) for option in options)
    costs = [(option.hard, option.soft) for option in options]
    return {
        "at": at,
        "options": _table([(*cost, begin) for cost, begin in zip([*costs, (0, 0)], begins, strict=True)], 3),
        "terms": _table([term for option in options for term in option.terms.items()], 2),
    }


def _row_tables(rows: list[Row]) -> dict[str, Table]:
    begins = _begins(len(row.bounds) for row in rows)
    own = [(row.base, *row.carry) for row in rows]
    bounds = [bound for row in rows for bound in row.bounds]
    return {
        "rows": _table([(*row, begin) for row, begin in zip([*own, (0, NONE, 0, 0)], begins, strict=True)], 5),
        "clauses": _table([(bound.low, bound.high, bound.per, *bound.weight) for bound in bounds], 5),
    }


@dataclass(slots=True)
class _Group:
    """Walks that are read alike: by the same machine, reader and days, in the same measure."""

    machine: Machine
    read: Reader
    days: frozenset[date]
    per: int
    starts: list[State] = field(default_factory=list)
    letters: dict[tuple[int, int], Letter] = field(default_factory=dict)


def _walk_tables(
    formulation: Formulation, cells: _Cells, walks: list[tuple[Clause, Walk]], check: Check
) -> dict[str, Table]:
    worked, groups = rows_of(formulation.past), dict[Hashable, _Group]()
    of: dict[str, list[tuple[Hashable, State, Weight]]] = defaultdict(list)
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
    begins = _begins(table.head.size for table in known.values())
    steps = [
        np.stack([table.head.ravel(), -(-table.amount.ravel() // groups[key].per)], axis=1)
        for key, table in known.items()
    ]
    return {
        "walk_at": np.array(_begins(len(entries) for entries in told), np.int64),
        "walks": _table([(number[key], known[key].states[start], *weight) for key, start, weight in every], 4),
        "groups": _table([(at, len(t.letters)) for at, t in zip(begins, known.values(), strict=False)], 2),
        "letter": letter,
        "steps": np.concatenate([np.zeros((0, 2), np.int64), *steps]),
    }


def _read(cells: _Cells, groups: list[_Group], check: Check) -> None:
    """Have every group read whatever anybody can have on each day."""
    things: dict[date, dict[int, Pair | None]] = {day: {0: None} for day in cells.days}
    for (_, day), cell in cells.of.items():
        things[day] |= {option.label: option.pair for option in cell}
    for n, day in enumerate(cells.days):
        check()
        for group in groups:
            if day in group.days:
                for label, pair in things[day].items():
                    group.letters[n, label] = group.read(day, (pair.what,) if pair else ())


def _tabulated(group: _Group, days: int, check: Check) -> Tabulated | None:
    return tabulated(group.machine, group.starts, list(group.letters.values()), days, check)


def _table(lines: Sequence[Sequence[int]], columns: int) -> Ints:
    return np.array(lines, np.int64).reshape(-1, columns)


def _begins(sizes: Iterable[int]) -> list[int]:
    return [0, *accumulate(sizes)]
