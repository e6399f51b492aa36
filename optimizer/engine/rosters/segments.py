"""Rows in a linear program: what their totals cost, spelled out as segments, and the leeway that keeps duals calm."""

import math

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.arrays import Floats
from optimizer.engine.rosters.rows import MasterRow, MasterRows

SCALE = 100.0
"""Cents in one unit of a linear program's objective, which keeps its numbers small."""


class Segments:
    """The rows of a linear program that have entered it, in ``constraints``.

    A row says ``Σ what adds to it = total - fixed``; the total's cost is convex and bends at the row's bounds, so it is
    spelled out as segments on both sides of its cheapest point, as far as ``least`` and ``most`` let the total get.
    """

    def __init__(self, lp: pywraplp.Solver, rows: MasterRows, fixed: Floats, least: Floats, most: Floats) -> None:
        self.constraints: dict[int, pywraplp.Constraint] = {}
        self._lp, self._rows, self._fixed, self._least, self._most = lp, rows, fixed, least, most
        self._objective = lp.Objective()
        self._missed: dict[int, tuple[pywraplp.Variable, pywraplp.Variable]] = {}
        self._centre, self._leeway = np.zeros(len(fixed)), 0.0

    def enter(self, number: int) -> None:
        """Have a row in the program, with its cost."""
        self._spell_out(number)
        self._hold_row(number)

    def add_excesses(self) -> None:
        """Let each excess carry what its source has beyond its bound into the row that counts it."""
        for excess in self._rows.excesses:
            if excess.source in self.constraints:
                source = self.constraints[excess.source]
                source.SetBounds(-self._lp.infinity(), excess.high - float(self._fixed[excess.source]))
                beyond = self.variable(math.inf, 0.0)
                source.SetCoefficient(beyond, -1.0)
                self.constraints[excess.target].SetCoefficient(beyond, float(excess.factor))

    def hold(self, centre: Floats, leeway: float) -> None:
        """Let every row be missed by ``leeway`` of its largest factor at the price of the centre; 0 ends that."""
        self._centre, self._leeway = centre, leeway
        for row in self.constraints:
            self._hold_row(row)

    def duals(self) -> Floats:
        """Return what a unit of each row is worth in the program as solved, 0 for rows that have not entered."""
        duals = np.zeros(len(self._fixed))
        for row, constraint in self.constraints.items():
            duals[row] = SCALE * constraint.dual_value()
        return duals

    def variable(self, most: float, cost: float) -> pywraplp.Variable:
        """Return a new variable from 0 to ``most``, for a cost in cents a unit."""
        variable = self._lp.NumVar(0.0, self._lp.infinity() if math.isinf(most) else most, "")
        if cost:
            self._objective.SetCoefficient(variable, cost / SCALE)
        return variable

    def _spell_out(self, number: int) -> None:
        row: MasterRow = self._rows.rows[number]
        bends = row.breakpoints
        if not bends:  # the source of an excess, which sets its bounds itself
            self.constraints[number] = self._lp.Constraint(0.0, 0.0)
            return
        base, fixed = min(bends, key=row.cost), float(self._fixed[number])
        constraint = self.constraints[number] = self._lp.Constraint(base - fixed, base - fixed)
        above, below = [b for b in bends if b >= base], [b for b in reversed(bends) if b <= base]
        for points, sign, end in ((above, -1.0, self._most[number]), (below, 1.0, self._least[number])):
            for first, second in zip(points, [*points[1:], points[-1] - sign * math.inf], strict=True):
                if sign * (first - end) > 0:  # so far the total may get
                    near = first - sign if math.isinf(second) else second
                    slope = (row.cost(near) - row.cost(first)) / abs(near - first)
                    constraint.SetCoefficient(self.variable(abs(second - first), slope), sign)

    def _hold_row(self, number: int) -> None:
        """Keep the dual of a row near the centre's."""
        if number not in self._missed:
            if not self._leeway:
                return
            self._missed[number] = self.variable(0.0, 0.0), self.variable(0.0, 0.0)
        for variable, sign in zip(self._missed[number], (1.0, -1.0), strict=True):
            self.constraints[number].SetCoefficient(variable, sign)
            self._objective.SetCoefficient(variable, sign * self._centre[number] / SCALE)
            variable.SetUb(self._leeway * self._rows.largest[number])
