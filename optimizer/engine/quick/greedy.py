"""The quickest plan: day by day, everyone takes what breaks and costs the least so far.

It is plain Python, so that there is a plan even before anything is compiled.
"""

import random
from itertools import pairwise
from typing import TypeVar

import numpy as np

from optimizer.engine.arrays import Small
from optimizer.engine.clock import Check
from optimizer.engine.quick.problem import BASE, CLAUSE_AT, GROUP, NONE, START, TERM_AT, QuickProblem

T = TypeVar("T")
QuickCost = tuple[int, int]
"""What musts are broken by, and cents."""


def greedy(problem: QuickProblem, seed: int, check: Check) -> Small:
    """Return the label of every person and day."""
    people, days, _ = problem.at.shape
    label, build, order = np.zeros((people, days), np.int32), _Build(problem), list(range(people))
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for day in range(days):
        check()
        chance.shuffle(order)
        for person in order:
            label[person, day] = build.take(person, day)
    return label


class _Build:
    """A plan that grows: what its sums have come to, and in which state every machine is."""

    def __init__(self, problem: QuickProblem) -> None:
        self._at, self._letter = problem.at.tolist(), problem.letter.tolist()
        self._options, self._walks = problem.options.tolist(), problem.walks.tolist()
        self._terms = _split(problem.terms.tolist(), problem.options[:, TERM_AT].tolist())
        self._clauses = _split(problem.clauses.tolist(), problem.rows[:, CLAUSE_AT].tolist())
        self._walks_of = _split(list(range(len(self._walks))), problem.walk_at.tolist())
        self._groups, self._steps = problem.groups.tolist(), problem.steps
        self._total, self._state = problem.rows[:, BASE].tolist(), problem.walks[:, START].tolist()

    def take(self, person: int, day: int) -> int:
        """Give somebody what costs the least on a day, and return its label."""
        options = [(label, option) for label, option in enumerate(self._at[person][day]) if option != NONE]
        best = min(options, key=lambda one: self._cost(person, day, *one)) if len(options) > 1 else options[0]
        for row, factor in self._terms[best[1]]:
            self._total[row] += factor
        for walk in self._walks_of[person]:
            self._state[walk], _ = self._step(walk, day, best[0])
        return best[0]

    def _cost(self, person: int, day: int, label: int, option: int) -> QuickCost:
        hard, soft, _ = self._options[option]
        for row, factor in self._terms[option]:
            before = self._total[row]
            for low, high, scale, step, price, must in self._clauses[row]:
                more = _steps(before + factor, low, high, scale, step) - _steps(before, low, high, scale, step)
                hard, soft = (hard + price * more, soft) if must else (hard, soft + price * more)
        for walk in self._walks_of[person]:
            _, _, price, must = self._walks[walk]
            cost = self._step(walk, day, label)[1] * price
            hard, soft = (hard + cost, soft) if must else (hard, soft + cost)
        return hard, soft

    def _step(self, walk: int, day: int, label: int) -> tuple[int, int]:
        group, state = self._walks[walk][GROUP], self._state[walk]
        letter = self._letter[group][day][label]
        if letter == NONE:
            return state, 0
        first, letters = self._groups[group]
        head, units = self._steps[first + state * letters + letter]
        return int(head), int(units)


def _steps(total: int, low: int, high: int, scale: int, step: int) -> int:
    return -(-max(0, low - total, total - high) * scale // step)


def _split(items: list[T], begins: list[int]) -> list[list[T]]:
    return [items[first:last] for first, last in pairwise(begins)]
