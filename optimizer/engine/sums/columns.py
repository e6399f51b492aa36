"""A restricted master over loads, which grows by the loads that its prices ask for, and a dive to a plan through it.

Its bound is that of Dantzig and Wolfe: far closer than that of the options where people take few groups each.
"""

import random
from typing import Any

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.clock import Over
from optimizer.engine.sums.choices import NOWHERE
from optimizer.engine.sums.knapsack import knapsack
from optimizer.engine.sums.loads import Load, Loads

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
CLOSE = 1e-6
"""By how much a load has to be worth more than it costs, and the bound to lie below the program."""
SMOOTH, HALVES = 0.8, 0.3
"""How near to the best prices so far loads are asked for at first, and from where on at the program's own (Wentges)."""
DEAR = 3
"""How many times the dearest option is paid for a group that nobody takes."""
FRESH_ROUNDS, NOISE = 10, 0.2
"""How often a program grows after each step of a dive, and how much chance has to say in what is taken."""
LEFT = 30
"""So many groups, or fewer, are left to exact search."""


class LoadColumns:
    """The program of some people and groups. ``bound`` is what nothing of theirs costs less than, without the fixed."""

    def __init__(self, loads: Loads, people: tuple[int, ...], open_: Flags, prices: Floats) -> None:
        self.people, self.open, self.prices = people, open_, prices
        self.loads: list[Load] = []
        self.values: Floats = np.zeros(0)
        self.bound = -np.inf
        self._all = loads
        self._known: set[tuple[int, bytes]] = set()
        self._variables: list[Any] = []
        self._lp = pywraplp.Solver.CreateSolver("GLOP")
        self._goal = self._lp.Objective()
        self._goal.SetMinimization()
        self._groups = {group: self._lp.Constraint(1.0, 1.0) for group in np.flatnonzero(open_).tolist()}
        self._persons = {person: self._lp.Constraint(0.0, 1.0) for person in people}
        dear = float(DEAR * (1 + np.abs(loads.choices.costs).max()))
        for group in self._groups.values():
            for sign in (1.0, -1.0):
                missed = self._lp.NumVar(0.0, self._lp.infinity(), "")
                self._goal.SetCoefficient(missed, dear)
                group.SetCoefficient(missed, sign)
        for option in loads.unlimited.tolist():
            if open_[loads.group_of[option]]:
                self.add(Load(NOWHERE, np.array([option])))

    def add(self, load: Load) -> bool:
        """Add a load; False when it was known."""
        key = (load.person, load.options.tobytes())
        if key in self._known:
            return False
        self._known.add(key)
        variable = self._lp.NumVar(0.0, self._lp.infinity(), "")
        self._goal.SetCoefficient(variable, float(self._all.cost(load)))
        for group in self._all.group_of[load.options].tolist():
            self._groups[group].SetCoefficient(variable, 1.0)
        if load.person != NOWHERE:
            self._persons[load.person].SetCoefficient(variable, 1.0)
        self._variables.append(variable)
        self.loads.append(load)
        return True

    def grow(self, rounds: int, over: Over) -> None:
        """Add the loads that cost less than they are worth, until there is none, or for so many rounds."""
        while self._solved() and rounds and not over() and self._goal.Value() - self.bound > CLOSE:
            rounds -= 1
            fresh = self._asked()
            if not sum([self.add(load) for load in fresh]):
                return

    def _solved(self) -> bool:
        solved = bool(self._lp.Solve() == pywraplp.Solver.OPTIMAL)
        self.values = np.array([variable.solution_value() if solved else 0.0 for variable in self._variables])
        return solved

    def _asked(self) -> list[Load]:
        """Return the loads that the program lacks: by prices near the best first, so that they do not swing."""
        own = np.zeros(len(self.prices))
        for group, row in self._groups.items():
            own[group] = row.dual_value()
        rents = {person: row.dual_value() for person, row in self._persons.items()}
        share = SMOOTH
        while True:
            asked = self._priced(share * self.prices + (1 - share) * own)
            fresh = [load for load in asked if self._reduced_cost(load, own, rents) < -CLOSE]
            if fresh or share == 0.0:
                return fresh
            share = share / 2 if share > HALVES else 0.0

    def _reduced_cost(self, load: Load, own: Floats, rents: dict[int, float]) -> float:
        """Return what a load costs less what its groups pay at the duals, and its person's rent."""
        return self._all.cost(load) - float(own[self._all.group_of[load.options]].sum()) - rents[load.person]

    def _priced(self, prices: Floats) -> list[Load]:
        """Return everybody's best load at some prices, and keep the prices where they give the best bound."""
        best = [self._best(person, prices) for person in self.people]
        free = self._all.unlimited[self.open[self._all.group_of[self._all.unlimited]]]
        spared = np.minimum(0.0, self._all.choices.costs[free] - prices[self._all.group_of[free]]).sum()
        bound = float(prices[self.open].sum()) + sum(cost for cost, _ in best) + float(spared)
        if bound > self.bound:
            self.bound, self.prices = bound, prices
        return [load for _, load in best]

    def _best(self, person: int, prices: Floats) -> tuple[float, Load]:
        """Return the load that costs a person least when each group pays a price, and what it then costs."""
        options, gains = self._all.options[person], self._all.gains(person, prices, self.open)
        taken = knapsack(gains, self._all.uses[options], self._all.limit(person))
        return -float(gains[taken].sum()), Load(person, options[taken])

    @property
    def options(self) -> Ints:
        """Return all options of the people and groups."""
        mine = [self._all.options[person] for person in self.people] + [self._all.unlimited]
        both = np.concatenate(mine)
        return both[self.open[self._all.group_of[both]]]

    def without(self, taken: Load) -> "LoadColumns":
        """Return the program of what is left when a load is taken, with the loads that go with it."""
        people, open_ = tuple(person for person in self.people if person != taken.person), self.open.copy()
        open_[self._all.group_of[taken.options]] = False
        rest = LoadColumns(self._all, people, open_, self.prices)
        for load in self.loads:
            if load.person in people and open_[self._all.group_of[load.options]].all():
                rest.add(load)
        return rest


def columns(loads: Loads, rows: Floats) -> LoadColumns:
    """Return the program of everything, with prices that come from what a unit of each person's limit is worth."""
    everybody = tuple(person for person, options in enumerate(loads.options) if len(options))
    return LoadColumns(loads, everybody, np.ones(loads.choices.groups, np.bool_), loads.prices(rows))


def dive(program: LoadColumns, chance: random.Random, over: Over) -> tuple[Ints, LoadColumns]:
    """Take one load after another, nearly those that the program takes most of; return their options and what is left.

    What is left is small enough for exact search, unless the time is over, or the program takes no load any more.
    """
    taken: list[Load] = []
    while program.open.sum() > LEFT and not over():
        pairs = zip(program.loads, program.values.tolist(), strict=True)
        values = [value if load.person != NOWHERE else 0.0 for load, value in pairs]
        liked = [value + NOISE * chance.random() if value > CLOSE else 0.0 for value in values]
        if not any(liked):
            break
        taken.append(program.loads[int(np.argmax(liked))])
        program = program.without(taken[-1])
        program.grow(FRESH_ROUNDS, over)
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *(load.options for load in taken)]), program
