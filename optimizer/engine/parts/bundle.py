"""Prices by what the parts did before: the highest bound that their plans so far allow, near the best prices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ortools.linear_solver import pywraplp

from optimizer.engine.parts.price import Prices

# Chosen, no measurement is kept: `python -m tests.benchmarks hospital` shows what other numbers come to.
SHARE, LEAST = 4, 2_00
"""Which part of the highest price a price may move at first, and the cents that it always may."""


@dataclass(frozen=True, slots=True)
class PartCost:
    """What one plan of a part costs by itself in cents, and how many it takes of each thing; fewer than none it gives.

    At any prices the part costs no more than this plan does.
    """

    part: str
    cost: float
    taken: Mapping[Any, int]


@dataclass
class Bundle:
    """The plans of all parts so far, the prices of the best bound, and how far the next ones may lie from them."""

    most: int
    centre: Prices
    reach: int = 0
    best: int | None = None
    plans: list[PartCost] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to reach as far as a part of the highest price."""
        self.reach = self.reach or max(LEAST, self.most // SHARE)

    def heard(self, prices: Prices, bound: int) -> None:
        """Take note of the bound at some prices: go on from there where it is the best, else look nearer."""
        if self.best is None or bound > self.best:
            self.best, self.centre = bound, prices
        else:
            self.reach = max(LEAST, self.reach // 2)

    def next(self) -> Prices:
        """Return the prices within reach at which the plans so far allow the highest bound."""
        program = pywraplp.Solver.CreateSolver("GLOP")
        things = {thing for plan in self.plans for thing in plan.taken} | {*self.centre}
        price = {thing: program.NumVar(*self._around(thing), "") for thing in things}
        infinity = program.infinity()
        value = {part: program.NumVar(-infinity, infinity, "") for part in {plan.part for plan in self.plans}}
        for plan in self.plans:
            program.Add(value[plan.part] <= plan.cost + sum(n * price[thing] for thing, n in plan.taken.items()))
        program.Maximize(sum(value.values()))
        if program.Solve() != pywraplp.Solver.OPTIMAL:
            return self.centre
        found = {thing: round(variable.solution_value()) for thing, variable in price.items()}
        return {thing: cents for thing, cents in found.items() if cents > 0}

    def _around(self, thing: Any) -> tuple[int, int]:
        centre = self.centre.get(thing, 0)
        return max(0, centre - self.reach), min(self.most, centre + self.reach)
