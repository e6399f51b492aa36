"""The master problem: a linear program that mixes people's rosters so that the rows cost the least."""

import math
from collections.abc import Iterable

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.rosters.graph import Floats
from optimizer.engine.rosters.people import Person, Roster
from optimizer.engine.rosters.rows import MasterRow, Rows

SCALE = 100.0
"""Cents in one unit of the linear program's objective, which keeps its numbers small."""


class Master:
    """A linear program over the rosters of some people, with the rosters of all others fixed.

    Every row that those people touch says ``Σ rosters = total``; the total's cost is convex and bends at the row's
    bounds, so it is spelled out as segments on both sides of its cheapest point.
    """

    def __init__(self, rows: Rows, people: list[Person], fixed: Floats) -> None:
        self.people, self._rows, self._fixed = people, rows, fixed
        self._mix: list[tuple[float, Roster]] = []
        self._settled: list[Roster] = []
        touched = {int(row) for person in people for row in person.touched}
        touched |= {excess.target for excess in rows.excesses if excess.source in touched}
        self.touched = sorted(touched)
        self._build()

    def _build(self) -> None:
        self._lp = pywraplp.Solver.CreateSolver("GLOP")
        self._objective = self._lp.Objective()
        self._objective.SetMinimization()
        self._constraints = {row: self._add_row(self._rows.rows[row], self._fixed[row]) for row in self.touched}
        self._one = {person.number: self._add_person() for person in self.people}
        self._add_excesses(self._fixed)
        self._entered: dict[int, tuple[pywraplp.Variable, Roster]] = {}

    def add(self, roster: Roster) -> bool:
        """Add a roster, and tell whether it is new here."""
        if id(roster) in self._entered:
            return False
        variable = self._variable(math.inf, roster.cost)
        self._one[roster.who].SetCoefficient(variable, 1.0)
        for row, factor in zip(roster.rows.tolist(), roster.factors.tolist(), strict=True):
            self._constraints[row].SetCoefficient(variable, factor)
        self._entered[id(roster)] = (variable, roster)
        return True

    def solve(self) -> tuple[float, Floats, dict[int, float]]:
        """Return the optimum, the duals of all rows (0 for those not touched), and of each person."""
        warm = pywraplp.MPSolverParameters()
        warm.SetIntegerParam(warm.PRESOLVE, warm.PRESOLVE_OFF)
        status = self._lp.Solve(warm)
        if status != pywraplp.Solver.OPTIMAL:
            cold = pywraplp.MPSolverParameters()
            cold.SetIntegerParam(cold.INCREMENTALITY, cold.INCREMENTALITY_OFF)
            status = self._lp.Solve(cold)  # a warm start can go wrong where a cold one does not
        if status != pywraplp.Solver.OPTIMAL:
            raise ArithmeticError(f"The linear program ended with status {status}.")
        duals = np.zeros(len(self._rows.rows))
        for row, constraint in self._constraints.items():
            duals[row] = SCALE * constraint.dual_value()
        self._mix = [(variable.solution_value(), roster) for variable, roster in self._entered.values()]
        ones = {who: SCALE * one.dual_value() for who, one in self._one.items()}
        return SCALE * self._objective.Value(), duals, ones

    def values(self) -> list[tuple[float, Roster]]:
        """Return the rosters in the last mix, the largest part first."""
        return sorted(((v, r) for v, r in self._mix if v > 1e-6), key=lambda entry: -entry[0])

    def fix(self, rosters: Iterable[Roster]) -> None:
        """Have the mix give some people these rosters and no others."""
        for roster in rosters:
            self._settled.append(roster)
            self._entered[id(roster)][0].SetLb(1.0)

    @property
    def size(self) -> int:
        """Return how many rosters there are to mix."""
        return len(self._entered)

    def purge(self, keep: int, duals: Floats, ones: dict[int, float]) -> None:
        """Start anew with the rosters nearest to the mix, so many for each person."""
        mixed = {id(roster) for value, roster in self._mix if value > 1e-9}
        rosters = [roster for _, roster in self._entered.values()]
        reduced = {id(r): r.cost - duals[r.rows] @ r.factors - ones[r.who] for r in rosters}
        rosters.sort(key=lambda r: (id(r) not in mixed, reduced[id(r)]))
        self._build()
        for roster in rosters[: max(keep * len(self.people), len(mixed))]:
            self.add(roster)
        for roster in self._settled:
            self._entered[id(roster)][0].SetLb(1.0)

    def _variable(self, most: float, cost: float) -> pywraplp.Variable:
        variable = self._lp.NumVar(0.0, self._lp.infinity() if math.isinf(most) else most, "")
        if cost:
            self._objective.SetCoefficient(variable, cost / SCALE)
        return variable

    def _add_person(self) -> pywraplp.Constraint:
        return self._lp.Constraint(1.0, 1.0)

    def _add_row(self, row: MasterRow, fixed: float) -> pywraplp.Constraint:
        bends = row.breakpoints
        if not bends:  # the source of an excess, which sets its bounds itself
            return self._lp.Constraint(0.0, 0.0)
        base = min(bends, key=row.cost)
        constraint = self._lp.Constraint(base - fixed, base - fixed)
        above, below = [b for b in bends if b >= base], [b for b in reversed(bends) if b <= base]
        for points, sign in ((above, -1.0), (below, 1.0)):
            for first, second in zip(points, [*points[1:], points[-1] - sign * math.inf], strict=True):
                near = first - sign if math.isinf(second) else second
                slope = (row.cost(near) - row.cost(first)) / abs(near - first)
                constraint.SetCoefficient(self._variable(abs(second - first), slope), sign)
        return constraint

    def _add_excesses(self, fixed: Floats) -> None:
        """Let each excess carry what its source has beyond its bound into the row that counts it."""
        for excess in self._rows.excesses:
            if excess.source in self._constraints:
                source = self._constraints[excess.source]
                source.SetBounds(-self._lp.infinity(), excess.high - fixed[excess.source])
                beyond = self._variable(math.inf, 0.0)
                source.SetCoefficient(beyond, -1.0)
                self._constraints[excess.target].SetCoefficient(beyond, float(excess.factor))


class Shapes:
    """The cost of every row at its bends, as arrays: for Lagrange bounds and for keeping duals where those exist."""

    def __init__(self, rows: Rows) -> None:
        bends = [row.breakpoints or [0.0] for row in rows.rows]
        width = max(map(len, bends), default=1)
        padded = [b + [b[-1]] * (width - len(b)) for b in bends]
        costs = [[row.cost(b) for b in line] for row, line in zip(rows.rows, padded, strict=True)]
        self._bends, self._costs = (np.array(table, dtype=float).reshape(-1, width) for table in (padded, costs))
        self._least = np.array([row.cost(b[-1]) - row.cost(b[-1] + 1) for row, b in zip(rows.rows, bends, strict=True)])
        self._most = np.array([row.cost(b[0] - 1) - row.cost(b[0]) for row, b in zip(rows.rows, bends, strict=True)])
        self._excesses = rows.excesses

    def clipped(self, duals: Floats) -> Floats:
        """Return duals moved to where the rows' cost at them is bounded."""
        kept = np.clip(duals, self._least, self._most)
        for excess in self._excesses:
            kept[excess.source] = min(0.0, max(duals[excess.source], excess.factor * kept[excess.target]))
        return kept

    def bound(self, touched: list[int], duals: Floats, fixed: Floats) -> float:
        """Return what some rows cost at least at clipped duals, whatever rosters are chosen."""
        each = (self._costs + duals[:, None] * (self._bends - fixed[:, None])).min(axis=1)
        for excess in self._excesses:
            each[excess.source] = duals[excess.source] * (excess.high - fixed[excess.source])
        return float(each[touched].sum())
