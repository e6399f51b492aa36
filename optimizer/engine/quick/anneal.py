"""Simulated annealing over spans of days: others' duties, one's own elsewhere, or something else. Compiled."""

import math
from typing import Any

import numpy as np

from optimizer.engine.arrays import Ints, Small
from optimizer.engine.quick.fast import door, inner
from optimizer.engine.quick.moves import DAY, LABEL, PERSON, taken, taken_back, tried
from optimizer.engine.quick.problem import NONE, QuickProblem
from optimizer.engine.quick.state import LONGEST, QuickState

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SHORTER = 0.5
"""How likely a span that could be longer ends after each day."""
SWAPS, OWN, LIKE = 0.4, 0.1, 0.2
"""How often two people change places, how often somebody's own days do, and how often a span becomes what is beside it;
else it becomes something else."""


@door
def seed_chance(seed: int) -> None:
    """Have chance begin here."""
    np.random.seed(seed)


@door
def anneal(
    problem: QuickProblem,
    state: QuickState,
    best: Small,
    best_score: Any,
    firm: float,
    hot: float,
    cool: float,
    tries: int,
) -> None:
    """Try so many changes, and keep one that costs more only as the temperature allows, which falls from hot to cool.

    A unit of what musts are broken by counts ``firm`` cents. The best plan, the fewest musts broken first, is kept in
    ``best`` and ``best_score``.
    """
    change = state.change
    falls, heat = (cool / hot) ** (1.0 / tries), hot
    for _ in range(tries):
        heat *= falls
        many = drawn(problem, state, change)
        if many == 0:
            continue
        most = -heat * math.log(1.0 - np.random.random())
        hard, soft, good = tried(problem, state, change, many, firm, most)
        if not good:
            taken_back(state, change, many)
            continue
        taken(state, change, many, hard, soft)
        if state.score[0] < best_score[0] or (state.score[0] == best_score[0] and state.score[1] < best_score[1]):
            noted(state, best, best_score)


@inner
def noted(state: QuickState, best: Small, best_score: Any) -> None:
    """Keep the plan as the best."""
    best_score[0], best_score[1] = state.score[0], state.score[1]
    for person in range(best.shape[0]):
        for day in range(best.shape[1]):
            best[person, day] = state.label[person, day]


@inner
def drawn(problem: QuickProblem, state: QuickState, change: Ints) -> Any:
    """Draw a change by chance, and return of how many cells it is."""
    people, days = state.label.shape
    first, length = np.random.randint(days), 1
    while length < LONGEST and np.random.random() >= SHORTER:
        length += 1
    person, kind = np.random.randint(people), np.random.random()
    if kind < SWAPS:
        return swap(problem, state, change, person, first, min(length, days - first))
    if kind < SWAPS + OWN:
        return moved_away(problem, state, change, person, first, length)
    length = min(length, days - first)
    if kind < SWAPS + OWN + LIKE:
        beside = first - 1 if np.random.random() < 0.5 else first + length
        if beside < 0 or beside >= days:
            return 0
        return same(problem, state, change, person, first, length, state.label[person, beside])
    return other(problem, state, change, person, first, length)


@inner
def put(change: Ints, n: int, person: int, day: int, label: int) -> None:
    """Write down a cell of a change."""
    change[n, PERSON], change[n, DAY], change[n, LABEL] = person, day, label


@inner
def swap(problem: QuickProblem, state: QuickState, change: Ints, person: int, first: int, length: int) -> int:
    """Have two people change places on some days, as far as both can."""
    mate, many = np.random.randint(state.label.shape[0]), 0
    if mate == person:
        return 0
    for day in range(first, first + length):
        mine, theirs = state.label[person, day], state.label[mate, day]
        if mine != theirs and problem.at[person, day, theirs] != NONE and problem.at[mate, day, mine] != NONE:
            put(change, many, person, day, theirs)
            many += 1
    for n in range(many):
        put(change, many + n, mate, change[n, DAY], state.label[person, change[n, DAY]])
    return 2 * many


@inner
def moved_away(problem: QuickProblem, state: QuickState, change: Ints, person: int, first: int, length: int) -> int:
    """Have two spans of one person's days change places."""
    days, many = state.label.shape[1], 0
    second = np.random.randint(days)
    if second < first:
        first, second = second, first
    length = min(length, second - first, days - second)
    for turn in range(2):
        start, there = (first, second) if turn == 0 else (second, first)
        for n in range(length):
            label = state.label[person, there + n]
            if label != state.label[person, start + n]:
                if problem.at[person, start + n, label] == NONE:
                    return 0
                put(change, many, person, start + n, label)
                many += 1
    return many


@inner
def other(problem: QuickProblem, state: QuickState, change: Ints, person: int, first: int, length: int) -> Any:
    """Have somebody something else on some days, the same on all of them."""
    labels = problem.at.shape[2]
    label = np.random.randint(labels)
    while problem.at[person, first, label] == NONE:
        label = np.random.randint(labels)
    return same(problem, state, change, person, first, length, label)


@inner
def same(
    problem: QuickProblem, state: QuickState, change: Ints, person: int, first: int, length: int, label: int
) -> int:
    """Have somebody the same on some days, as far as they can."""
    many = 0
    for day in range(first, first + length):
        if state.label[person, day] != label and problem.at[person, day, label] != NONE:
            put(change, many, person, day, label)
            many += 1
    return many
