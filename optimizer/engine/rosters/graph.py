"""Everything one person can do over the days to come, as a layered graph; and the cheapest way through it."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.rosters.rows import Option
from optimizer.engine.unfold import Layer, unfold
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Letter, Machine, Row, State, Sum, Walk
from optimizer.planning.pair import Pair, Plan

LARGEST = 20_000
"""How many states a day of a graph may have; beyond, memory and time go to waste."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class GraphTooLargeError(Exception):
    """Raised when the laws of one person multiply to too many states."""


class Step(NamedTuple):
    """The arcs of one day, sorted by head: tail state, kind of option read, breach price."""

    tail: Ints
    kind: Ints
    price: Floats
    head: Ints


class Graph:
    """All days' arcs in flat arrays; options of one kind on a day do the same to every walk, so the cheapest counts.

    Options are numbered through all days; so are kinds and arcs.
    """

    def __init__(self, steps: list[Step], kinds: tuple[Ints, ...]) -> None:
        sizes = [int(kind.max()) + 1 for kind in kinds]
        offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        numbered = np.concatenate([kind + offset for kind, offset in zip(kinds, offsets, strict=True)])
        self._by_kind = np.argsort(numbered, kind="stable")
        self._kind_starts = np.searchsorted(numbered[self._by_kind], np.arange(sum(sizes)))
        self._kind = np.concatenate([step.kind + offset for step, offset in zip(steps, offsets, strict=True)])
        self._price = np.concatenate([step.price for step in steps])
        self._ends = np.cumsum([len(step.tail) for step in steps])
        self._tails = [step.tail for step in steps]
        self._starts = [np.searchsorted(step.head, np.arange(step.head.max() + 1)) for step in steps]
        self.arcs = len(self._kind)

    def cheapest(self, costs: Floats) -> tuple[float, Ints]:
        """Return the least cost of a way through, given the cost of every option, and the options on it."""
        by_kind = costs[self._by_kind]
        arc_costs = np.minimum.reduceat(by_kind, self._kind_starts)[self._kind] + self._price
        distance, values, begin = np.zeros(1), [], 0
        for tail, start, end in zip(self._tails, self._starts, self._ends, strict=True):
            value = distance[tail] + arc_costs[begin:end]
            distance = np.minimum.reduceat(value, start)
            values.append(value)
            begin = end
        return float(distance.min()), self._way_back(int(distance.argmin()), values, by_kind)

    def _way_back(self, state: int, values: list[Floats], by_kind: Floats) -> Ints:
        chosen = np.empty(len(values), dtype=np.int64)
        for day in range(len(values) - 1, -1, -1):
            value, start = values[day], self._starts[day]
            end = start[state + 1] if state + 1 < len(start) else len(value)
            arc = start[state] + int(value[start[state] : end].argmin())
            kind = self._kind[self._ends[day] - len(value) + arc]
            first = self._kind_starts[kind]
            last = self._kind_starts[kind + 1] if kind + 1 < len(self._kind_starts) else len(by_kind)
            chosen[day] = self._by_kind[first + int(by_kind[first:last].argmin())]
            state = int(self._tails[day][arc])
        return chosen


class Count(NamedTuple):
    """What an option adds to a sum, and whether the sum is complete after its day."""

    factor: int
    complete: bool


@dataclass(frozen=True)
class Counter:
    """Counts a sum on the way: charges what goes beyond its high bound at once, what is missing when it is complete."""

    base: int
    low: int
    high: int

    @property
    def start(self) -> int:
        """Return what the past adds."""
        return self.base

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read what a day adds; totals beyond the bounds are all one."""
        count, total = cast(Count, letter), cast(int, state)
        total += count.factor
        over = max(0, total - self.high)
        total = min(total, self.high)
        return (0, over + max(0, self.low - total)) if count.complete else (total, over)


class Track(NamedTuple):
    """One law that a graph follows: what it reads in each option of each day, its unfolded arcs, and its price."""

    read: list[tuple[Any, ...]]
    layers: list[Layer]
    price: Callable[[int], float]


class GraphMaker:
    """Multiplies people's laws into graphs; people whose laws and letters are the same share one."""

    def __init__(self) -> None:
        self._graphs: dict[Hashable, Graph | None] = {}
        self._unfolded: dict[Hashable, list[Layer]] = {}

    def graph(
        self, walks: list[tuple[Clause, Walk]], counters: list[tuple[Clause, Sum]], past: Row, taken: Plan,
        days: list[list[Option]],
    ) -> Graph | None:  # fmt: skip
        """Return a person's graph, None when no way through keeps every must."""
        keys: list[Hashable] = []
        tracks: list[Track] = []
        for clause, walk in walks:
            read = [tuple(walk.read(day, _things(o)) for o in cell) for day, cell in zip(walk.days, days, strict=True)]
            layers = self._layers(walk.machine, walk.state_after(past), read, clause.must)
            tracks.append(Track(read, layers, partial(_by_unit, clause)))
            keys.append((walk.machine, walk.state_after(past), tuple(read), clause.must, clause.price, clause.rule.per))
        for clause, law in counters:
            machine, read = _counter(law, taken, days)
            layers = self._layers(machine, machine.start, read, clause.must)
            tracks.append(Track(read, layers, partial(_by_amount, clause)))
            keys.append((machine, tuple(read), clause.must, clause.price, clause.rule.per))
        key = (tuple(keys), tuple(map(len, days)))
        if key not in self._graphs:
            kinds = tuple(_kinds([track.read[n] for track in tracks], len(days[n])) for n in range(len(days)))
            self._graphs[key] = _multiplied(tracks, kinds)
        return self._graphs[key]

    def _layers(self, machine: Machine, start: State, read: list[tuple[Any, ...]], must: bool) -> list[Layer]:
        alphabet = tuple(frozenset(day) for day in read)
        key = (machine, start, alphabet, must)
        if key not in self._unfolded:
            self._unfolded[key] = unfold(machine, start, alphabet, must=must)
        return self._unfolded[key]


def _by_unit(clause: Clause, amount: int) -> float:
    return float(clause.rule.units(amount) * clause.price)


def _by_amount(clause: Clause, amount: int) -> float:
    """Charge in proportion: a started unit counts whole only for a sum's total, not for each day's part of it."""
    return amount * clause.price / clause.rule.per


def _counter(law: Sum, taken: Plan, days: list[list[Option]]) -> tuple[Counter, list[tuple[Any, ...]]]:
    factors: dict[Pair, int] = defaultdict(int)
    for factor, pair in law.terms:
        factors[pair] += factor
    base = sum(factor for pair, factor in factors.items() if pair in taken)
    added = [tuple(factors.get(option.pair, 0) if option.pair else 0 for option in cell) for cell in days]
    last = max((n for n, cell in enumerate(added) if any(cell)), default=len(added) - 1)
    read = [tuple(Count(factor, n == last) for factor in cell) for n, cell in enumerate(added)]
    total = base + sum(max(cell) for cell in added)
    return Counter(base, law.low or 0, total if law.high is None else law.high), read


def _things(option: Option) -> tuple[Any, ...]:
    return (option.pair.what,) if option.pair else ()


def _kinds(letters: list[tuple[Any, ...]], options: int) -> Ints:
    """Return a number for each option: the same where every walk reads the same letter."""
    numbers: dict[tuple[Any, ...], int] = {}
    read = [tuple(day[n] for day in letters) for n in range(options)]
    return np.array([numbers.setdefault(word, len(numbers)) for word in read], dtype=np.int64)


def _multiplied(tracks: list[Track], kinds: tuple[Ints, ...]) -> Graph | None:
    """Follow all laws at once: a state is the tuple of theirs, and only states that are reached are kept."""
    reached: dict[tuple[int, ...], int] = {(0,) * len(tracks): 0}
    raw: list[list[tuple[int, int, float, int]]] = []
    for day, kind_of in enumerate(kinds):
        moves = [_moves(track.layers[day], track.price) for track in tracks]
        firsts = [int(np.argmax(kind_of == kind)) for kind in range(kind_of.max() + 1)]
        words = [tuple(track.read[day][first] for track in tracks) for first in firsts]
        heads: dict[tuple[int, ...], int] = {}
        arcs: list[tuple[int, int, float, int]] = []
        for state, tail in reached.items():
            for kind, word in enumerate(words):
                found = [move.get((s, letter)) for move, s, letter in zip(moves, state, word, strict=True)]
                steps = [step for step in found if step is not None]
                if len(steps) == len(found):
                    price = sum((cost for _, cost in steps), 0.0)
                    arcs.append((tail, kind, price, heads.setdefault(tuple(head for head, _ in steps), len(heads))))
        if len(heads) > LARGEST:
            raise GraphTooLargeError(f"More than {LARGEST} states on one day.")
        raw.append(arcs)
        reached = heads
    return _trimmed(raw, len(reached), kinds)


def _moves(layer: Layer, price: Callable[[int], float]) -> dict[tuple[int, Any], tuple[int, float]]:
    return {(a.tail, letter): (a.head, price(a.amount) if a.amount else 0.0) for a in layer for letter in a.letters}


def _trimmed(raw: list[list[tuple[int, int, float, int]]], last: int, kinds: tuple[Ints, ...]) -> Graph | None:
    """Merge states that go on alike, leave out those from which the last day cannot be reached, and sort by head."""
    classes: dict[int, int] = dict.fromkeys(range(last), 0)
    steps: list[Step] = []
    for arcs in reversed(raw):
        rows: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        for tail, kind, price, head in arcs:
            if head in classes:
                rows[tail].append((kind, classes[head], price))
        if not rows:
            return None
        names: dict[tuple[tuple[int, int, float], ...], int] = {}
        merged = {tail: names.setdefault(tuple(sorted(row)), len(names)) for tail, row in rows.items()}
        flat = sorted((head, number, kind, price) for row, number in names.items() for kind, head, price in row)
        heads, tails, read, prices = (np.array(column) for column in zip(*flat, strict=True))
        steps.append(Step(tails.astype(np.int64), read.astype(np.int64), prices.astype(float), heads.astype(np.int64)))
        classes = merged
    steps.reverse()
    return Graph(steps, kinds) if 0 in classes else None
