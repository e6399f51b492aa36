"""Choices as a linear program, of whole numbers or of any."""

from typing import Any

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.clock import DAY, Clock
from optimizer.engine.stopper import Stopper
from optimizer.engine.sums.choices import NOWHERE, Choices, SharedRow
from optimizer.engine.sums.counts import shares

FOUND = (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE)


class Program:
    """A program over the options that are kept; ``whole`` asks for whole ones.

    Groups that keep one option alone are settled: they only add to the rows.
    """

    IMPOSSIBLE = pywraplp.Solver.INFEASIBLE

    def __init__(self, choices: Choices, kept: Flags, *, whole: bool) -> None:
        self._choices, self._kept, self._whole = choices, kept, whole
        self._lp = pywraplp.Solver.CreateSolver("SCIP" if whole else "GLOP")
        if whole:
            self._lp.SetSolverSpecificParametersAsString(
                "presolving/maxrestarts = 0\n"
            )  # they cost more than they save
        self._infinity = self._lp.infinity()
        self._goal = self._lp.Objective()
        self._goal.SetMinimization()
        sizes = np.add.reduceat(kept.astype(np.int64), choices.begins[:-1])
        open_ = kept & np.repeat(sizes != 1, np.diff(choices.begins))
        self._settled, self._open = np.flatnonzero(kept & ~open_), np.flatnonzero(open_)
        self._goal.SetOffset(float(choices.fixed + choices.costs[self._settled].sum()))
        self._rows = self._all_rows()
        self._options = {number: self._option(number) for number in self._open.tolist()}
        for group in np.flatnonzero(sizes != 1).tolist():
            self._one_of(range(choices.begins[group], choices.begins[group + 1]))
        for row, numbers in shares(choices, self._options) if whole else ():
            self._count(row, numbers)

    def solve(self, clock: Clock, start: Ints | None = None) -> int:
        """Return the status; a start is tried first where it keeps to the options that are kept."""
        if clock.deadline is not None:
            self._lp.SetTimeLimit(max(1, int(1000 * clock.left(DAY))))
        if start is not None:
            taken = set(start.tolist())
            self._lp.SetHint([*self._options.values()], [float(number in taken) for number in self._options])
        exact = pywraplp.MPSolverParameters()
        exact.SetDoubleParam(exact.RELATIVE_MIP_GAP, 0.0)
        with Stopper(self._lp.InterruptSolve, clock.over if clock.stop else None):
            status: int = self._lp.Solve(exact)
        return status

    @property
    def cost(self) -> float:
        """Return what was found to cost, in cents."""
        return float(self._goal.Value())

    @property
    def bound(self) -> float:
        """Return what nothing costs less than, in cents, but for errors of rounding; of whole numbers alone."""
        return float(self._goal.BestBound())

    @property
    def taken(self) -> Floats:
        """Return how much of each option is taken."""
        values = np.zeros(len(self._choices.options))
        values[self._settled] = 1.0
        for number, variable in self._options.items():
            values[number] = variable.solution_value()
        return values

    @property
    def prices(self) -> Floats:
        """Return what one more unit of each row would save, less than nothing where it costs; not of whole numbers."""
        savings = [-row.dual_value() for row in self._rows]
        pairs = zip(savings, self._choices.shared, strict=True)
        return np.array([max(0.0, saving) if row.low is None else saving for saving, row in pairs])

    def _all_rows(self) -> list[Any]:
        used = np.zeros(len(self._choices.shared), np.int64)
        for number in self._settled.tolist():
            entries = slice(self._choices.entry_begins[number], self._choices.entry_begins[number + 1])
            np.add.at(used, self._choices.rows[entries], self._choices.factors[entries])
        shared = self._choices.shared
        rows = [
            self._lp.Constraint(self._least(row, used[n]), float(row.high - used[n])) for n, row in enumerate(shared)
        ]
        for index, row in enumerate(shared):
            if not row.must:
                self._add_excess(rows, index, row)
        return rows

    def _least(self, row: SharedRow, used: int) -> float:
        return -self._infinity if row.low is None else float(row.low - used)

    def _add_excess(self, rows: list[Any], index: int, row: SharedRow) -> None:
        excess = self._variable(self._infinity, row.price, whole=row.per != 1)
        rows[index].SetCoefficient(excess, -float(row.per))
        if row.target != NOWHERE:
            rows[row.target].SetCoefficient(excess, float(row.weight))

    def _option(self, number: int) -> Any:
        variable = self._variable(1.0, int(self._choices.costs[number]), whole=True)
        for entry in range(self._choices.entry_begins[number], self._choices.entry_begins[number + 1]):
            self._rows[self._choices.rows[entry]].SetCoefficient(variable, float(self._choices.factors[entry]))
        return variable

    def _one_of(self, options: range) -> None:
        one = self._lp.Constraint(1.0, 1.0)
        for number in options:
            if number in self._options:
                one.SetCoefficient(self._options[number], 1.0)

    def _count(self, row: int, numbers: list[int]) -> None:
        """Put a count in the place of the options that it counts, to be decided first.

        How many one person has settles much at once, where a single option settles little.
        """
        count = self._variable(float(len(numbers)), 0, whole=True)
        count.SetBranchingPriority(1)
        self._rows[row].SetCoefficient(count, 1.0)
        same = self._lp.Constraint(0.0, 0.0)
        same.SetCoefficient(count, -1.0)
        for number in numbers:
            self._rows[row].SetCoefficient(self._options[number], 0.0)
            same.SetCoefficient(self._options[number], 1.0)

    def _variable(self, most: float, cost: int, *, whole: bool) -> Any:
        variable = self._lp.Var(0.0, most, whole and self._whole, "")
        self._goal.SetCoefficient(variable, float(cost))
        return variable
