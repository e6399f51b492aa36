"""A walk unfolded over the days to come: the fewest states that tell its breaches apart, one layer a day."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from optimizer.engine.clock import UNHURRIED, Check
from optimizer.planning.law import Letter, Machine, State

DEAD = -1


class Arc(NamedTuple):
    """One step: from a state of a layer, reading any of some letters, to a state of the next, with a breach."""

    tail: int
    letters: frozenset[Letter]
    head: int
    amount: int


Layer = tuple[Arc, ...]
ClassStep = tuple[int, int]
"""What a letter does in a state: the next state's class (or DEAD) and the amount of breach."""


class Unfolded(NamedTuple):
    """The arcs of each day, and which tail of the first day each start is (DEAD when it has no way through)."""

    entries: Mapping[State, int]
    layers: tuple[Layer, ...]


def unfold(
    machine: Machine, starts: Iterable[State], alphabet: Sequence[frozenset[Hashable]], *, must: bool,
    check: Check = UNHURRIED.check,
) -> Unfolded:  # fmt: skip
    """Unfold a walk from some starts, given the letters that each day can be.

    States that break the same from then on, whatever comes, are one; so are letters that do the same in every state.
    With ``must``, arcs with a breach are left out, and so are those from which the last day cannot be reached without
    one. ``check`` is called again and again, and may raise what ends it.
    """
    reached = _reached(machine, starts, alphabet, check)
    classes: dict[State, int] = dict.fromkeys(reached[-1], 0)
    layers: list[Layer] = []
    for states, letters in zip(reversed(reached[:-1]), reversed(alphabet), strict=True):
        check()
        ordered = sorted(letters, key=repr)
        rows = {state: tuple(_step(machine, state, letter, classes, must) for letter in ordered) for state in states}
        classes, kinds = _classes(rows)
        layers.append(_arcs(kinds, ordered))
    alive = sorted({kind for kind in classes.values() if kind != DEAD})
    names = {kind: number for number, kind in enumerate(alive)} | {DEAD: DEAD}
    return Unfolded({state: names[kind] for state, kind in classes.items()}, _renumbered(layers[::-1], names))


def _reached(
    machine: Machine, starts: Iterable[State], alphabet: Sequence[frozenset[Hashable]], check: Check
) -> list[list[State]]:
    reached = [list(set(starts))]
    for letters in alphabet:
        check()
        reached.append(list({machine.step(state, letter)[0] for state in reached[-1] for letter in letters}))
    return reached


def _step(machine: Machine, state: State, letter: Letter, classes: Mapping[State, int], must: bool) -> ClassStep:
    head, amount = machine.step(state, letter)
    return (DEAD, 0) if (must and amount) or classes[head] == DEAD else (classes[head], amount)


def _classes(rows: Mapping[State, tuple[ClassStep, ...]]) -> tuple[dict[State, int], list[tuple[ClassStep, ...]]]:
    """Return the class of every state, and what the letters do in each class; states without a way on are DEAD."""
    kinds = sorted({row for row in rows.values() if any(head != DEAD for head, _ in row)})
    index = {row: number for number, row in enumerate(kinds)}
    return {state: index.get(row, DEAD) for state, row in rows.items()}, kinds


def _arcs(kinds: list[tuple[ClassStep, ...]], letters: list[Letter]) -> Layer:
    same: dict[tuple[ClassStep, ...], list[Letter]] = {}
    for position, letter in enumerate(letters):
        same.setdefault(tuple(row[position] for row in kinds), []).append(letter)
    return tuple(
        Arc(tail, frozenset(group), head, amount)
        for column, group in same.items()
        for tail, (head, amount) in enumerate(column)
        if head != DEAD
    )


def _renumbered(layers: list[Layer], names: Mapping[int, int]) -> tuple[Layer, ...]:
    """Leave out the states that no start reaches, and number the rest from 0."""
    kept: list[Layer] = []
    for layer in layers:
        arcs = [arc for arc in layer if arc.tail in names]
        heads = {head: number for number, head in enumerate(sorted({arc.head for arc in arcs}))}
        kept.append(tuple(Arc(names[arc.tail], arc.letters, heads[arc.head], arc.amount) for arc in arcs))
        names = heads
    return tuple(kept)
