"""Simulated annealing over spans of days: others' duties, one's own elsewhere, or something else. Compiled."""

import math
from typing import Any

import numpy as np

from optimizer.engine.arrays import Ints, Small
from optimizer.engine.quick.fast import door, inner
from optimizer.engine.quick.moves import DAY, LABEL, PERSON, taken, taken_back, tried
from optimizer.engine.quick.problem import NONE, QuickProblem
from optimizer.engine.quick.state import KINDS, LONGEST, TAKEN, TRIED, QuickState

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SHORTER = 0.5
"""How likely a span that could be longer ends after each day."""
_SWAP, BACK, OWN, LIKE, _OTHER = range(KINDS)
"""Kinds of changes: two people change places, or on two spans that give each of them the same back; somebody's own days
do; a span becomes what is beside it, or something else."""
# Measured with these two and all inlined, one cooling of 10 s of a processor, two seeds: nrp/Instance13 from 4083, and
# from a plan that broke a must, to 3307 and 3282; of 6 s: inrc1/long_late01 from 282 and 268 to 260 and 268.
LEAST = 0.06
"""How often a kind is tried at the least, of all tries: each the oftener, the more of it was taken lately that changed
what the plan costs."""
DOUBT = 100.0
"""Of how many tries one is thought to be taken before there are any."""


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
    shared(state)
    falls, heat = (cool / hot) ** (1.0 / tries), hot
    for _ in range(tries):
        heat *= falls
        kind = kind_of(state, np.random.random())
        state.kinds[kind, TRIED] += 1
        many = drawn(problem, state, change, kind)
        if many == 0:
            continue
        most = -heat * math.log(1.0 - np.random.random())
        hard, soft, good = tried(problem, state, change, many, firm, most)
        if not good:
            taken_back(state, change, many)
            continue
        taken(state, change, many, hard, soft)
        state.kinds[kind, TAKEN] += hard != 0 or soft != 0
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
def shared(state: QuickState) -> None:
    """Tell how often each kind is tried from now on, and forget half of what was."""
    rates = 0.0
    for kind in range(KINDS):
        rates += (state.kinds[kind, TAKEN] + 1.0) / (state.kinds[kind, TRIED] + DOUBT)
    for kind in range(KINDS):
        rate = (state.kinds[kind, TAKEN] + 1.0) / (state.kinds[kind, TRIED] + DOUBT)
        state.shares[kind] = LEAST + (1.0 - KINDS * LEAST) * rate / rates
        state.kinds[kind, TAKEN] //= 2
        state.kinds[kind, TRIED] //= 2


@inner
def kind_of(state: QuickState, chance: float) -> int:
    """Return the kind that a number from 0 to 1 falls on."""
    kind = 0
    while kind < KINDS - 1 and chance >= state.shares[kind]:
        chance -= state.shares[kind]
        kind += 1
    return kind


@inner
def drawn(problem: QuickProblem, state: QuickState, change: Ints, kind: int) -> Any:
    """Draw a change of a kind by chance, and return of how many cells it is."""
    people, days = state.label.shape
    first, length = np.random.randint(days), 1
    while length < LONGEST and np.random.random() >= SHORTER:
        length += 1
    person = np.random.randint(people)
    if kind <= BACK:
        return swapped(problem, state, change, person, first, min(length, days - first), kind == BACK)
    if kind == OWN:
        return moved_away(problem, state, change, person, first, length)
    length = min(length, days - first)
    if kind == LIKE:
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
def swapped(
    problem: QuickProblem, state: QuickState, change: Ints, person: int, first: int, length: int, back: bool
) -> int:
    """Have two people change places on some days, as far as both can, or also on others that give back the same."""
    people, days = state.label.shape
    mate = np.random.randint(people)
    if mate == person:
        return 0
    second = first
    if back:
        second = mirrored(state, person, mate, first, length)
        if second == first:
            return 0
    early, late, many = min(first, second), max(first, second), 0
    for day in range(early, min(early + length, late if late > early else days)):
        many = theirs(problem, state, change, many, person, mate, day)
    if late > early:
        for day in range(late, min(late + length, days)):
            many = theirs(problem, state, change, many, person, mate, day)
    for n in range(many):
        put(change, many + n, mate, change[n, DAY], state.label[person, change[n, DAY]])
    return 2 * many


@inner
def mirrored(state: QuickState, person: int, mate: int, first: int, length: int) -> Any:
    """Return a day outside of a span on which two people have what the other has on its first, else that first day."""
    days = state.label.shape[1]
    mine, other = state.label[person, first], state.label[mate, first]
    if mine == other:
        return first
    start = np.random.randint(days)
    for n in range(days):
        day = (start + n) % days
        if state.label[person, day] == other and state.label[mate, day] == mine and abs(day - first) >= length:
            return day
    return first


@inner
def theirs(problem: QuickProblem, state: QuickState, change: Ints, many: int, person: int, mate: int, day: int) -> Any:
    """Have somebody what another has on a day, where both can, and return of how many cells the change is then."""
    mine, other = state.label[person, day], state.label[mate, day]
    if mine == other or problem.at[person, day, other] == NONE or problem.at[mate, day, mine] == NONE:
        return many
    put(change, many, person, day, other)
    return many + 1


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
