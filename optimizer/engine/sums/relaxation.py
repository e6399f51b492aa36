"""The linear program of a formulation of sums: its optimum is a bound, its corner is nearly a plan."""

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ortools.linear_solver import pywraplp

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair

ERROR = 1e-7
"""The relative error that is allowed for in an optimum."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What no plan costs less than, in cents, and how much of every pair the linear program takes.

    Pairs at 0 are missing. ``reduced`` is what each pair would add to ``cost``, the optimum itself. ``feasible`` is
    False when not even the linear program can keep every must.
    """

    bound: int
    values: Mapping[Pair, float]
    feasible: bool = True
    cost: float = 0.0
    reduced: Mapping[Pair, float] = field(default_factory=dict)

    def open(self, cost: int) -> frozenset[Pair]:
        """Return the pairs that a plan may have or lack and still cost no more than so much; all others stay.

        The others are worth so much by the linear program that turning one round costs more than that.
        """
        slack = cost - self.cost + 1e-3 + ERROR * abs(self.cost)
        return frozenset(pair for pair, worth in self.reduced.items() if abs(worth) <= slack)


def relax(formulation: Formulation, deadline: float | None) -> Relaxed | None:
    """Return the optimum of the linear program, None when there is no time for it."""
    program = _Program(formulation)
    return program.solve(deadline)


class _Program:
    def __init__(self, formulation: Formulation) -> None:
        self._lp = pywraplp.Solver.CreateSolver("GLOP")
        self._infinity = self._lp.infinity()
        self._pairs = {pair: self._lp.NumVar(0.0, 1.0, "") for pair in formulation.pairs if pair in formulation.offered}
        self._excess: dict[int, Any] = {}
        self._goal = self._lp.Objective()
        for clause in formulation.clauses:
            assert isinstance(clause.law, Sum)
            self._add(clause, clause.law)
        self._goal.SetMinimization()

    def solve(self, deadline: float | None) -> Relaxed | None:
        if deadline is not None:
            self._lp.SetTimeLimit(max(1, int(1000 * (deadline - time.monotonic()))))
        status = self._lp.Solve()
        if status == pywraplp.Solver.INFEASIBLE:
            return Relaxed(0, {}, feasible=False)
        if status != pywraplp.Solver.OPTIMAL:
            return None
        cost = self._goal.Value()
        bound = max(0, math.ceil(cost - 1e-4 - ERROR * abs(cost)))
        values = {pair: value for pair, variable in self._pairs.items() if (value := variable.solution_value()) > ERROR}
        reduced = {pair: variable.reduced_cost() for pair, variable in self._pairs.items()}
        return Relaxed(bound, values, cost=cost, reduced=reduced)

    def _add(self, clause: Clause, law: Sum) -> None:
        slack = None
        if not clause.must:
            slack = self._lp.NumVar(0.0, self._infinity, "")
            self._goal.SetCoefficient(slack, clause.price / clause.rule.per)
        if slack is None:
            self._row(law, law.low, law.high)
            return
        if law.low is not None:
            self._row(law, law.low, None).SetCoefficient(slack, 1.0)
        if law.high is not None:
            self._row(law, None, law.high).SetCoefficient(slack, -1.0)

    def _row(self, law: Sum, low: int | None, high: int | None) -> Any:
        lower = -self._infinity if low is None else float(low)
        row = self._lp.Constraint(lower, self._infinity if high is None else float(high))
        for factor, pair in law.terms:
            if pair in self._pairs:
                row.SetCoefficient(self._pairs[pair], float(factor))
        for factor, other in law.overs:
            row.SetCoefficient(self._excess_of(other), float(factor))
        return row

    def _excess_of(self, law: Sum) -> Any:
        if id(law) not in self._excess:
            self._excess[id(law)] = self._lp.NumVar(0.0, self._infinity, "")
            self._row(law, None, law.high).SetCoefficient(self._excess[id(law)], -1.0)
        return self._excess[id(law)]
