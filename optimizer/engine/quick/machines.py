"""Machines as tables over all states that can come up and all letters that can be read on any day."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Ints, Small
from optimizer.engine.clock import Check
from optimizer.planning.law import Letter, Machine, State

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
MOST_STEPS = 20_000
"""How many steps of one machine are spelled out at the most; a machine that has more is left out of the search."""
KnownSteps = dict[tuple[int, int], tuple[int, int]]
"""What is known of steps: by state and letter, the next state and the amount of breach."""


class Tabulated(NamedTuple):
    """What every letter does in every state: the next state and the amount of breach, both states × letters."""

    states: dict[State, int]
    letters: dict[Letter, int]
    head: Small
    amount: Ints


def tabulated(
    machine: Machine, starts: Collection[State], days: Sequence[Collection[Letter]], check: Check
) -> Tabulated | None:
    """Return a machine as a table of what can come up when each day reads some letters; None when that is too much.

    A step that cannot come up stays where it is.
    """
    states = {state: number for number, state in enumerate(dict.fromkeys(starts))}
    letters = {letter: number for number, letter in enumerate(dict.fromkeys(read for day in days for read in day))}
    known: KnownSteps = {}
    reached = list(states)
    for day in days:
        check()
        following = dict[State, None]()
        for state in reached:
            for letter in day:
                head, amount = machine.step(state, letter)
                following[head] = None
                known[states[state], letters[letter]] = states.setdefault(head, len(states)), amount
            if len(known) > MOST_STEPS:
                return None
        reached = list(following) if day else reached
    return _table(states, letters, known)


def _table(states: dict[State, int], letters: dict[Letter, int], known: KnownSteps) -> Tabulated:
    head = np.repeat(np.arange(len(states), dtype=np.int32)[:, None], len(letters), axis=1)
    amount = np.zeros(head.shape, np.int64)
    for (state, letter), (to, broken) in known.items():
        head[state, letter], amount[state, letter] = to, broken
    return Tabulated(states, letters, head, amount)
