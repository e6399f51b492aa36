"""Tries changes of a plan: what a few cells that become something else break and cost more. Compiled."""

from typing import Any

from optimizer.engine.arrays import Ints
from optimizer.engine.quick.fast import inner
from optimizer.engine.quick.problem import (
    ABOVE,
    CARRY_TO,
    CLAUSE_AT,
    FACTOR,
    GROUP,
    HARD,
    HEAD,
    HIGH,
    LETTERS,
    LOW,
    MUST,
    NONE,
    PRICE,
    ROW,
    SCALE,
    SOFT,
    STEP,
    STEP_AT,
    TERM_AT,
    TIMES,
    UNITS,
    WALK_MUST,
    WALK_PRICE,
    QuickProblem,
)
from optimizer.engine.quick.state import SAVED, SEEN, TOTAL, QuickState

TRY, ROWS, UNDO = 0, 1, 2
"""Places in ``counts``: how many tries there were, how many rows the last one touched, how many states it changed."""
PERSON, DAY, LABEL = 0, 1, 2
"""Columns of a change: cells that become something else, those of one person together and in the order of days."""


@inner
def row_cost(problem: QuickProblem, row: int, total: int) -> Any:
    """Return what a row breaks and costs at a total."""
    hard = soft = 0
    for n in range(problem.rows[row, CLAUSE_AT], problem.rows[row + 1, CLAUSE_AT]):
        amount = max(0, problem.clauses[n, LOW] - total, total - problem.clauses[n, HIGH])
        if amount:
            step = problem.clauses[n, STEP]
            cost = (amount * problem.clauses[n, SCALE] + step - 1) // step * problem.clauses[n, PRICE]
            hard += cost * problem.clauses[n, MUST]
            soft += cost * (1 - problem.clauses[n, MUST])
    return hard, soft


@inner
def bump(state: QuickState, row: int, amount: int) -> None:
    """Add to a row, and remember what it was."""
    if state.totals[row, SEEN] != state.counts[TRY]:
        state.totals[row, SEEN] = state.counts[TRY]
        state.totals[row, SAVED] = state.totals[row, TOTAL]
        state.touched[state.counts[ROWS]] = row
        state.counts[ROWS] += 1
    state.totals[row, TOTAL] += amount


@inner
def tried(problem: QuickProblem, state: QuickState, change: Ints, size: int, firm: float, most: float) -> Any:
    """Make a change of so many cells and return what it breaks and costs more, and whether that is at most ``most``.

    A unit of what musts are broken by counts ``firm`` cents. ``taken_back`` undoes the change. It is left off half made
    once it is sure to cost more: walks are read last, since they take the longest, and gain no more than they cost. One
    long function, since it is slower in pieces.
    """
    state.counts[TRY] += 1
    state.counts[ROWS] = state.counts[UNDO] = 0
    hard, soft = placed(problem, state, change, size)
    more_hard, more_soft = rows_changed(problem, state)
    hard, soft, hope = hard + more_hard, soft + more_soft, 0.0
    for n in range(size):
        if n == 0 or change[n, PERSON] != change[n - 1, PERSON]:
            person = change[n, PERSON]
            hope += firm * state.own[person, 0] + state.own[person, 1]
    first = 0
    while first < size:
        last = first
        while last + 1 < size and change[last + 1, PERSON] == change[first, PERSON]:
            last += 1
        person = change[first, PERSON]
        for day in range(change[first, DAY], change[last, DAY] + 1):
            state.before[day] = state.label[person, day]
        for n in range(first, last + 1):
            state.before[change[n, DAY]] = change[n, LABEL]
        state.more[first, 0] = -hard
        state.more[first, 1] = -soft
        for walk in range(problem.walk_at[person], problem.walk_at[person + 1]):
            if firm * hard + soft - hope > most:
                return hard, soft, False
            units = walked(problem, state, person, walk, change[first, DAY], change[last, DAY])
            if units:
                cost = units * problem.walks[walk, WALK_PRICE]
                hard += cost * problem.walks[walk, WALK_MUST]
                soft += cost * (1 - problem.walks[walk, WALK_MUST])
        state.more[first, 0] += hard
        state.more[first, 1] += soft
        first = last + 1
    return hard, soft, firm * hard + soft <= most


@inner
def taken(state: QuickState, change: Ints, size: int, hard: int, soft: int) -> None:
    """Leave what was tried last as it is, and count what it costs."""
    state.score[0] += hard
    state.score[1] += soft
    for n in range(size):
        if n == 0 or change[n, PERSON] != change[n - 1, PERSON]:
            state.own[change[n, PERSON], 0] += state.more[n, 0]
            state.own[change[n, PERSON], 1] += state.more[n, 1]


@inner
def placed(problem: QuickProblem, state: QuickState, change: Ints, size: int) -> Any:
    """Write labels down, add to rows, and return what the options by themselves break and cost more.

    The change then holds what takes it back.
    """
    hard = soft = 0
    for n in range(size):
        person, day, label = change[n, PERSON], change[n, DAY], change[n, LABEL]
        was = state.label[person, day]
        old, new = problem.at[person, day, was], problem.at[person, day, label]
        hard += problem.options[new, HARD] - problem.options[old, HARD]
        soft += problem.options[new, SOFT] - problem.options[old, SOFT]
        for term in range(problem.options[old, TERM_AT], problem.options[old + 1, TERM_AT]):
            bump(state, problem.terms[term, ROW], -problem.terms[term, FACTOR])
        for term in range(problem.options[new, TERM_AT], problem.options[new + 1, TERM_AT]):
            bump(state, problem.terms[term, ROW], problem.terms[term, FACTOR])
        state.label[person, day] = label
        change[n, LABEL] = was
    return hard, soft


@inner
def rows_changed(problem: QuickProblem, state: QuickState) -> Any:
    """Carry over what rows exceed now, and return what all rows that were touched break and cost more."""
    hard = soft = n = 0
    while n < state.counts[ROWS]:  # what is carried over touches further rows
        row = state.touched[n]
        now, was = state.totals[row, TOTAL], state.totals[row, SAVED]
        if problem.rows[row, CARRY_TO] != NONE:
            more = max(0, now - problem.rows[row, ABOVE]) - max(0, was - problem.rows[row, ABOVE])
            if more:
                bump(state, problem.rows[row, CARRY_TO], problem.rows[row, TIMES] * more)
        n += 1
    for n in range(state.counts[ROWS]):
        row = state.touched[n]
        now, was = state.totals[row, TOTAL], state.totals[row, SAVED]
        if now != was:
            new_hard, new_soft = row_cost(problem, row, now)
            old_hard, old_soft = row_cost(problem, row, was)
            hard += new_hard - old_hard
            soft += new_soft - old_soft
    return hard, soft


@inner
def walked(problem: QuickProblem, state: QuickState, person: int, walk: int, first: int, last: int) -> int:
    """Read a walk again from one day until, past another, it is where it was; return the steps begun more."""
    days, units, day = state.label.shape[1], 0, first
    group = problem.walks[walk, GROUP]
    begin, letters = problem.groups[group, STEP_AT], problem.groups[group, LETTERS]
    now = was = state.state[walk, first]
    while day < days and (day <= last or now != was):
        new = problem.letter[group, day, state.label[person, day]]
        old = problem.letter[group, day, state.before[day]] if day <= last else new
        if now == was and new == old:
            now = was = state.state[walk, day + 1]  # nothing has changed so far
        elif new != NONE:
            new_step, old_step = begin + now * letters + new, begin + was * letters + old
            units += problem.steps[new_step, UNITS] - problem.steps[old_step, UNITS]
            now, was = problem.steps[new_step, HEAD], problem.steps[old_step, HEAD]
        day += 1
        if now != was:
            state.undo[state.counts[UNDO], 0] = walk
            state.undo[state.counts[UNDO], 1] = day
            state.undo[state.counts[UNDO], 2] = was
            state.counts[UNDO] += 1
            state.state[walk, day] = now
    return units


@inner
def taken_back(state: QuickState, change: Ints, size: int) -> None:
    """Undo what was tried last."""
    for n in range(size):
        state.label[change[n, PERSON], change[n, DAY]] = change[n, LABEL]
    for n in range(state.counts[ROWS]):
        row = state.touched[n]
        state.totals[row, TOTAL] = state.totals[row, SAVED]
    for n in range(state.counts[UNDO]):
        state.state[state.undo[n, 0], state.undo[n, 1]] = state.undo[n, 2]
