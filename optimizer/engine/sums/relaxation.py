"""The linear program of choices: its prices of the shared rows give a bound, its corner is nearly a plan."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.arrays import Flags, Floats
from optimizer.engine.clock import Clock
from optimizer.engine.sums.choices import NOWHERE, Choices
from optimizer.engine.sums.program import Program
from optimizer.planning.pair import Pair

ERROR = 1e-7
"""The relative error that is allowed for in an optimum, and below which a pair is not taken."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What no plan costs less than, in cents, and how much of every pair the linear program takes.

    Pairs at 0 are missing. ``cost`` is what all groups cost at least when the rows have their ``prices``, and ``worth``
    what an option costs more by these prices than the best one of its group. ``feasible`` is False when not even the
    linear program can keep every must.
    """

    bound: int
    values: Mapping[Pair, float]
    feasible: bool = True
    cost: float = 0.0
    worth: Floats = field(default_factory=lambda: np.zeros(0))
    prices: Floats = field(default_factory=lambda: np.zeros(0))


def relax(choices: Choices, clock: Clock) -> Relaxed | None:
    """Return the optimum of the linear program, None when there is no time for it."""
    if not np.diff(choices.begins).all():
        return Relaxed(0, {}, feasible=False)
    program = Program(choices, np.ones(len(choices.options), np.bool_), whole=False)
    status = program.solve(clock)
    if status == pywraplp.Solver.INFEASIBLE:
        return Relaxed(0, {}, feasible=False)
    if status != pywraplp.Solver.OPTIMAL:
        return None
    pairs = zip(choices.options, program.taken.tolist(), strict=True)
    values = {pair: value for pair, value in pairs if pair is not None and value > ERROR}
    cost, worth = priced(choices, program.prices)
    return Relaxed(rounded_up(cost), values, cost=cost, worth=worth, prices=program.prices)


def rounded_up(bound: float) -> int:
    """Return a bound as whole cents, errors of rounding allowed for."""
    return max(0, math.ceil(bound - 1e-4 - ERROR * abs(bound)))


def left(choices: Choices, relaxed: Relaxed, cost: int) -> Flags:
    """Return the options that plans may have which cost no more than so much."""
    kept: Flags = relaxed.worth <= cost - relaxed.cost + 1e-3 + ERROR * abs(relaxed.cost)
    return kept


def priced(choices: Choices, prices: Floats) -> tuple[float, Floats]:
    """Return what all groups cost at least when each unit of a row costs so much, and what each option costs more.

    That is a bound whatever the prices, Lagrangian multipliers, are; so it does not matter how exact the linear program
    was. A price above what an excess costs would be none; it is cut down to that.
    """
    prices = prices.copy()
    for index, row in enumerate(choices.shared):  # a target stands before all rows whose excess it counts
        if not row.must:
            most = float(row.price / row.per) + (row.weight * prices[row.target] if row.target != NOWHERE else 0.0)
            prices[index] = min(prices[index], most)
    option_of = np.repeat(np.arange(len(choices.options)), np.diff(choices.entry_begins))
    costs = choices.costs.astype(float)
    np.add.at(costs, option_of, choices.factors * prices[choices.rows])
    least = np.minimum.reduceat(costs, choices.begins[:-1]) if choices.groups else np.zeros(0)
    bounds = [
        row.high if row.low is None or price > 0 else row.low for price, row in zip(prices, choices.shared, strict=True)
    ]
    total = choices.fixed + float(least.sum()) - float(prices @ np.array(bounds, float))
    return total, costs - np.repeat(least, np.diff(choices.begins))
