"""A walk unfolded over the days to come: the fewest states that tell its breaches apart, one layer a day."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from optimizer.planning.law import Letter, Machine, State

DEAD = -1


class Arc(NamedTuple):
    """One step: from a state of a layer, reading any of some letters, to a state of the next, with a breach."""

    tail: int
    letters: frozenset[Letter]
    head: int
    amount: int


Layer = tuple[Arc, ...]
Step = tuple[int, int]
"""What a letter does in a state: the next state's class (or DEAD) and the amount of breach."""


def unfold(machine: Machine, start: State, alphabet: Sequence[frozenset[Hashable]], *, must: bool) -> list[Layer]:
    """Return the arcs of each day, given the letters that each day can be. The first day's only tail is 0.

    States that break the same from then on, whatever comes, are one; so are letters that do the same in every state.
    With ``must``, arcs with a breach are left out, and so are those from which the last day cannot be reached without
    one; a layer without arcs means that no way through is left.
    """
    reached = _reached(machine, start, alphabet)
    classes: dict[State, int] = dict.fromkeys(reached[-1], 0)
    layers: list[Layer] = []
    for states, letters in zip(reversed(reached[:-1]), reversed(alphabet), strict=True):
        ordered = sorted(letters, key=repr)
        rows = {state: tuple(_step(machine, state, letter, classes, must) for letter in ordered) for state in states}
        classes, kinds = _classes(rows)
        layers.append(_arcs(kinds, ordered))
    return _renumbered(list(reversed(layers)))


def _reached(machine: Machine, start: State, alphabet: Sequence[frozenset[Hashable]]) -> list[list[State]]:
    reached = [[start]]
    for letters in alphabet:
        reached.append(list({machine.step(state, letter)[0] for state in reached[-1] for letter in letters}))
    return reached


def _step(machine: Machine, state: State, letter: Letter, classes: Mapping[State, int], must: bool) -> Step:
    head, amount = machine.step(state, letter)
    return (DEAD, 0) if (must and amount) or classes[head] == DEAD else (classes[head], amount)


def _classes(rows: Mapping[State, tuple[Step, ...]]) -> tuple[dict[State, int], list[tuple[Step, ...]]]:
    """Return the class of every state, and what the letters do in each class; states without a way on are DEAD."""
    kinds = sorted({row for row in rows.values() if any(head != DEAD for head, _ in row)})
    index = {row: number for number, row in enumerate(kinds)}
    return {state: index.get(row, DEAD) for state, row in rows.items()}, kinds


def _arcs(kinds: list[tuple[Step, ...]], letters: list[Letter]) -> Layer:
    same: dict[tuple[Step, ...], list[Letter]] = {}
    for position, letter in enumerate(letters):
        same.setdefault(tuple(row[position] for row in kinds), []).append(letter)
    return tuple(
        Arc(tail, frozenset(group), head, amount)
        for column, group in same.items()
        for tail, (head, amount) in enumerate(column)
        if head != DEAD
    )


def _renumbered(layers: list[Layer]) -> list[Layer]:
    """Leave out the states that the start does not reach, and number the rest from 0."""
    names = {0: 0}
    for day, layer in enumerate(layers):
        kept = [arc for arc in layer if arc.tail in names]
        heads = {head: number for number, head in enumerate(sorted({arc.head for arc in kept}))}
        layers[day] = tuple(Arc(names[arc.tail], arc.letters, heads[arc.head], arc.amount) for arc in kept)
        names = heads
    return layers
