"""A plan as a search changes it."""

from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Floats, Ints, Small
from optimizer.engine.quick.problem import (
    ABOVE,
    BASE,
    CARRY_TO,
    CLAUSE_AT,
    GROUP,
    HARD,
    HEAD,
    HIGH,
    LETTERS,
    LOW,
    MUST,
    NONE,
    PRICE,
    SCALE,
    SOFT,
    START,
    STEP,
    STEP_AT,
    TERM_AT,
    TIMES,
    UNITS,
    WALK_MUST,
    WALK_PRICE,
    QuickProblem,
)

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
LONGEST = 7
"""The most days that one change spans."""
KINDS = 5
"""How many kinds of changes there are."""
TRIED, TAKEN = 0, 1
"""Columns of ``kinds``: how often each was tried lately, and how often that was taken and changed what a plan costs."""
TOTAL, SAVED, SEEN = 0, 1, 2
"""Columns of ``totals``: what a row comes to, what it came to before the last try, and which try that was."""


class QuickState(NamedTuple):
    """A plan as a search changes it, and room to try changes in.

    ``label`` is what everyone has on each day, ``totals`` what each row comes to, with what is carried into it,
    ``state`` where each walk is before each day and after the last, ``score`` what is broken and what it costs.
    ``own`` is the part of it that each person's walks have, ``more`` how much more the last try made that,
    ``shares`` how often each kind of change is tried.
    """

    label: Small
    totals: Ints
    state: Small
    score: Ints
    own: Ints
    more: Ints
    touched: Ints
    before: Small
    undo: Ints
    change: Ints
    counts: Ints
    kinds: Ints
    shares: Floats


def state_of(problem: QuickProblem, label: Small) -> QuickState:
    """Return the state of a plan: this is plain Python, since it is rare and would take longer to compile."""
    days, rows = label.shape[1], len(problem.rows) - 1
    options = np.take_along_axis(problem.at, label[:, :, None].astype(np.int64), axis=2).ravel()
    totals = np.zeros((rows, 3), np.int64)
    totals[:, TOTAL] = _totals(problem, options)
    state, walked = _walked(problem, label)
    score = (
        problem.options[options][:, [HARD, SOFT]].sum(axis=0)
        + walked.sum(axis=0)
        + _row_costs(problem, totals[:, TOTAL])
    )
    many, walks = 4 * LONGEST, len(problem.walks)
    return QuickState(
        label.copy(), totals, state, score, walked, np.zeros((many, 2), np.int64), np.zeros(rows, np.int64),
        np.zeros(days, np.int32), np.zeros((walks * days, 3), np.int64), np.zeros((many, 3), np.int64),
        np.zeros(3, np.int64), np.zeros((KINDS, 2), np.int64), np.zeros(KINDS),
    )  # fmt: skip


def _totals(problem: QuickProblem, options: Small) -> Ints:
    """Return what each row comes to, with what is carried into it."""
    totals, begins = problem.rows[:-1, BASE].copy(), problem.options[:, TERM_AT]
    many = begins[options + 1] - begins[options]
    terms = np.arange(many.sum()) + np.repeat(begins[options] - (np.cumsum(many) - many), many)
    np.add.at(totals, problem.terms[terms, 0], problem.terms[terms, 1])
    carries = problem.rows[:-1][problem.rows[:-1, CARRY_TO] != NONE]
    over = np.maximum(0, totals[problem.rows[:-1, CARRY_TO] != NONE] - carries[:, ABOVE])
    np.add.at(totals, carries[:, CARRY_TO], carries[:, TIMES] * over)
    return totals


def _walked(problem: QuickProblem, label: Small) -> tuple[Small, Ints]:
    """Return where each walk is before each day and after the last, and what each person's break and cost."""
    days, cost = label.shape[1], np.zeros((len(label), 2), np.int64)
    now, state = problem.walks[:, START].copy(), np.zeros((len(problem.walks), days + 1), np.int32)
    person = np.repeat(np.arange(len(label)), np.diff(problem.walk_at))
    group, price, must = (problem.walks[:, column] for column in (GROUP, WALK_PRICE, WALK_MUST))
    state[:, 0] = now
    for day in range(days):
        letter = problem.letter[group, day, label[person, day]]
        step = problem.groups[group, STEP_AT] + now * problem.groups[group, LETTERS] + letter
        read = letter != NONE
        taken = problem.steps[np.where(read, step, 0)] if len(problem.steps) else np.zeros((0, 2), np.int64)
        now = np.where(read, taken[:, HEAD], now)
        paid = np.where(read, taken[:, UNITS], 0) * price
        np.add.at(cost, person, np.stack([paid * must, paid * (1 - must)], axis=1))
        state[:, day + 1] = now
    return state, cost


def _row_costs(problem: QuickProblem, totals: Ints) -> Ints:
    """Return what all rows break and cost at their totals."""
    total = np.repeat(totals, np.diff(problem.rows[:, CLAUSE_AT]))
    columns = (LOW, HIGH, SCALE, STEP, PRICE, MUST)
    low, high, scale, step, price, must = (problem.clauses[:, column] for column in columns)
    amount = np.maximum(0, np.maximum(low - total, total - high))
    paid = -(-amount * scale // step) * price
    return np.array([(paid * must).sum(), (paid * (1 - must)).sum()], np.int64)
