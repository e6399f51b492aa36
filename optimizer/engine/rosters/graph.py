"""Everything one person can do over the days to come, as a layered graph that people with the same laws share."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Floats, Ints, Small
from optimizer.engine.clock import UNHURRIED, Check
from optimizer.engine.unfold import Layer, unfold
from optimizer.planning.law import Letter, Machine, State

DEAD = -1
DayWord = tuple[Letter, ...]
"""What the laws of a person read on one day, a letter each."""
Starts = tuple[State, ...]
"""In which state each law of a person starts."""


class GraphTooLargeError(Exception):
    """Raised when laws multiply to too many arcs."""


class DayTable(NamedTuple):
    """A day of one law as arrays over states × columns, and the column of each letter; letters alike share one."""

    head: Ints
    price: Floats
    column: Mapping[Letter, int]


class LawTrack(NamedTuple):
    """One law as a graph follows it: in which state each start is (DEAD: no way through), and every day."""

    entries: Mapping[State, int]
    days: list[DayTable]


class DayArcs(NamedTuple):
    """What every letter does in every state of a day: the next state (or DEAD) and the price, both states × letters."""

    head: Ints
    price: Floats


@dataclass(frozen=True)
class Graph:
    """States a day, and what each kind of option does in each of them; options of one kind do the same to every law.

    All days stand one behind the other in flat arrays: arc ``first[day] + state * width[day] + kind`` leads to state
    ``head`` of the next day for ``price``. ``entries`` tells in which state someone begins, from where each law starts
    for them; there is none for those who have no way through. All ways end in state 0.
    """

    entries: Mapping[Starts, int]
    kinds: tuple[Mapping[DayWord, int], ...]
    width: Ints
    states: Ints
    first: Ints
    head: Small
    price: Floats


def multiplied(
    tracks: Sequence[LawTrack], starts: Collection[Starts], words: Sequence[Collection[DayWord]], most: int,
    check: Check = UNHURRIED.check,
) -> Graph:  # fmt: skip
    """Follow some laws at once, over the words that each day can be.

    A state is the tuple of the laws' states. Only those that are reached are kept, and those that go on alike are one.
    Raises GraphTooLargeError when that takes more arcs than ``most``.
    """
    entries = {start: tuple(one.entries[s] for one, s in zip(tracks, start, strict=True)) for start in starts}
    alive = sorted({states for states in entries.values() if DEAD not in states})
    if not alive:
        return _flat([], {}, ())
    numbers: list[dict[DayWord, int]] = []
    steps: list[DayArcs] = []
    reached = np.array(alive, dtype=np.int64).reshape(len(alive), len(tracks))
    arcs = 0
    for day, spoken in enumerate(words):
        check()
        tables = [one.days[day] for one in tracks]
        kinds = {word: _kind(word, tables) for word in spoken}
        different = sorted(set(kinds.values()))
        read = np.array(different, dtype=np.int64).reshape(len(different), len(tracks))
        index = {kind: number for number, kind in enumerate(different)}
        numbers.append({word: index[kind] for word, kind in kinds.items()})
        arcs += len(reached) * len(read)
        if arcs > most:
            raise GraphTooLargeError(f"More than {most} arcs.")
        step, reached = _advanced(reached, tables, read)
        steps.append(step)
    merged, classes = _merged(steps, check)
    entered = {states: int(classes[n]) for n, states in enumerate(alive)}
    return _flat(merged, {s: n for s, e in entries.items() if (n := entered.get(e, DEAD)) != DEAD}, tuple(numbers))


def track(
    machine: Machine, starts: Iterable[State], alphabet: Sequence[frozenset[Letter]], *, must: bool,
    price: Callable[[int], float], check: Check = UNHURRIED.check,
) -> LawTrack:  # fmt: skip
    """Unfold a law over the letters that each day can be; ``price`` says what an amount of breach costs."""
    entries, layers = unfold(machine, starts, alphabet, must=must, check=check)
    return LawTrack(entries, [_table(layer, price) for layer in layers])


def _table(layer: Layer, price: Callable[[int], float]) -> DayTable:
    groups: dict[frozenset[Letter], int] = {}
    for arc in layer:
        groups.setdefault(arc.letters, len(groups))
    head = np.full((1 + max((arc.tail for arc in layer), default=0), len(groups)), DEAD)
    cost = np.zeros(head.shape)
    for arc in layer:
        head[arc.tail, groups[arc.letters]] = arc.head
        if arc.amount:
            cost[arc.tail, groups[arc.letters]] = price(arc.amount)
    return DayTable(head, cost, {letter: column for letters, column in groups.items() for letter in letters})


def _kind(word: DayWord, tables: Sequence[DayTable]) -> tuple[int, ...]:
    """Return which columns a word reads; a letter with no way on reads none of them, which is a kind of its own."""
    return tuple(table.column.get(letter, DEAD) for letter, table in zip(word, tables, strict=True))


def _advanced(reached: Ints, tables: Sequence[DayTable], kinds: Ints) -> tuple[DayArcs, Ints]:
    """Return what every kind does in every state reached, and the states that are reached then."""
    alive = np.ones((len(reached), len(kinds)), dtype=bool)
    price = np.zeros(alive.shape)
    code = np.zeros(alive.shape, dtype=np.int64)
    sizes = [int(table.head.max()) + 1 for table in tables]
    for number, (table, size) in enumerate(zip(tables, sizes, strict=True)):
        columns = kinds[:, number]
        if table.head.size == 1 and columns.min() == 0:  # nothing to tell apart on this day
            price += table.price[0, 0]
            continue
        head = table.head[reached[:, number]][:, columns]
        alive &= (head != DEAD) & (columns != DEAD)
        if table.price.any():
            price += table.price[reached[:, number]][:, columns]
        code = code * size + head
    found = np.unique(code[alive])
    head = np.where(alive, np.searchsorted(found, code), DEAD)
    states = np.empty((len(found), len(tables)), dtype=np.int64)
    for number in range(len(tables) - 1, -1, -1):
        found, states[:, number] = np.divmod(found, sizes[number])
    return DayArcs(head, np.where(alive, price, 0.0)), states


def _merged(steps: list[DayArcs], check: Check) -> tuple[list[DayArcs], Ints]:
    """Merge states that go on alike, and leave out those from which the last day cannot be reached.

    Returns the new steps, and the new number of each of the first day's states.
    """
    classes = np.zeros(1 + int(steps[-1].head.max(initial=DEAD)), dtype=np.int64)
    merged: list[DayArcs] = []
    for step in reversed(steps):
        check()
        head = np.where(step.head == DEAD, DEAD, classes[step.head]) if len(classes) else step.head
        price = np.where(head == DEAD, 0.0, step.price)
        alive = (head != DEAD).any(axis=1)
        head, price = head[alive], price[alive]
        first, same = _alike(head, price)
        classes = np.full(len(alive), DEAD)
        classes[alive] = same
        merged.append(DayArcs(head[first], price[first]))
    return merged[::-1], classes


def _alike(head: Ints, price: Floats) -> tuple[Ints, Ints]:
    """Return the first of all rows that are alike, and the number of the class that each row belongs to."""
    keys = np.concatenate([head, price.view(np.int64)], axis=1)
    factors = np.random.default_rng(0).integers(1, 2**62, size=keys.shape[1])
    _, first, same = np.unique((keys * factors).sum(axis=1), return_index=True, return_inverse=True)
    if not (keys == keys[first[same]]).all():  # two rows fell together by chance
        _, first, same = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    return first, same.reshape(-1)


def _flat(steps: list[DayArcs], entries: Mapping[Starts, int], kinds: tuple[Mapping[DayWord, int], ...]) -> Graph:
    sizes = np.array([step.head.size for step in steps], dtype=np.int64)
    return Graph(
        entries,
        kinds,
        width=np.array([step.head.shape[1] for step in steps], dtype=np.int64),
        states=np.array([len(step.head) for step in steps] + [1]),
        first=np.cumsum(sizes) - sizes,
        head=np.concatenate([np.zeros(0), *(step.head.ravel() for step in steps)]).astype(np.int32),
        price=np.concatenate([np.zeros(0), *(step.price.ravel() for step in steps)]),
    )
