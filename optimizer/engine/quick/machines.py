"""Machines as tables over all states that can come up and all letters that can be read, for every day alike."""

from collections.abc import Callable, Collection, Hashable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.planning.law import Letter, Machine, State

MOST_STEPS = 400_000
"""How many steps of one machine are spelled out at the most; a machine that has more is left out of the search."""
EVERY = 1_000
"""After how many steps the clock is looked at."""


class Tabulated(NamedTuple):
    """What every letter does in every state: the next state and the amount of breach, both states × letters."""

    states: dict[State, int]
    letters: dict[Letter, int]
    head: NDArray[np.int32]
    amount: NDArray[np.int64]


def tabulated(
    machine: Machine, starts: Collection[State], letters: Collection[Hashable], days: int, check: Callable[[], None]
) -> Tabulated | None:
    """Return a machine as a table of what can come up within so many days; None when that is too much to spell out.

    States that come up on the last day alone are spelled out no further: there they stay.
    """
    states, order = {state: n for n, state in enumerate(dict.fromkeys(starts))}, list(dict.fromkeys(starts))
    read, rows = list(dict.fromkeys(letters)), list[tuple[list[int], list[int]]]()
    for _ in range(days):
        fresh = order[len(rows) :]
        if len(order) * len(read) > MOST_STEPS:
            return None
        for number, state in enumerate(fresh):
            if number * len(read) % EVERY < len(read):
                check()
            steps = [machine.step(state, letter) for letter in read]
            for head, _ in steps:
                if head not in states:
                    states[head] = len(states)
                    order.append(head)
            rows.append(([states[head] for head, _ in steps], [amount for _, amount in steps]))
    rest = range(len(rows), len(order))
    heads = [row for row, _ in rows] + [[number] * len(read) for number in rest]
    broken = [amounts for _, amounts in rows] + [[0] * len(read) for _ in rest]
    return Tabulated(
        states, {letter: n for n, letter in enumerate(read)}, np.array(heads, np.int32), np.array(broken, np.int64)
    )
