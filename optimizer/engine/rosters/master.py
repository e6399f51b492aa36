"""The restricted master: a linear program that mixes the rosters known so that the rows cost the least."""

import math
from collections.abc import Iterable

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.clock import DAY, Clock
from optimizer.engine.rosters.people import Roster, RosterPerson
from optimizer.engine.rosters.rows import MasterRow, MasterRows
from optimizer.engine.rosters.segments import SCALE, Segments
from optimizer.engine.stopper import Stopper

GLOP = "basis_refactorization_period:128"
"""Programs here are small and solved again and again, so the basis is factorised less often than usual."""
# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
FEW = 400
"""Up to how many rows all of them are in from the beginning."""
NEAR = 0.5
"""How much more, or less, of a row may be wanting before it costs something, for it to come in beside a broken one."""
LARGE = 2_000
"""From how many rows and rosters on a program can take so long that it has to be interrupted in the middle."""
FREE_ROW = 1e-6
"""What a row may cost, in cents, that is left out."""


class Master:
    """A linear program over the rosters of some people, with the rosters of all others fixed.

    Most rows never cost anything in any mix, so a row comes in only when the mix breaks it; until then its dual is 0.
    ``spans`` has the least and the most that these people can add to every row, and the rows that they decide.

    The duals of such a program jump about, because many are equally good. ``hold`` keeps them near a centre: a row may
    then be missed by a little at the centre's price (a proximal bundle method in the l1 norm).
    """

    def __init__(
        self,
        rows: MasterRows,
        people: list[RosterPerson],
        fixed: Floats,
        spans: tuple[Floats, Floats, Ints],
        clock: Clock,
    ) -> None:
        self.people, self._rows, self._fixed, self._clock = people, rows, fixed, clock
        self._mix: list[tuple[float, Roster]] = []
        self._held = np.zeros(len(rows.rows)), 0.0
        self._least, self._most, self._touched = fixed + spans[0], fixed + spans[1], spans[2]
        for excess in rows.excesses:
            self._most[excess.target] = math.inf  # what is carried over comes on top of what people add themselves
        linked = {row for excess in rows.excesses for row in (excess.source, excess.target)}
        open_rows = [row for row in self._touched.tolist() if row in linked or self._can_cost(row)]
        self._build([row for row in open_rows if row in linked] if len(open_rows) > FEW else open_rows)

    def _build(self, rows: Iterable[int]) -> None:
        self._lp = pywraplp.Solver.CreateSolver("GLOP")
        self._lp.Objective().SetMinimization()
        self._lp.SetSolverSpecificParametersAsString(GLOP)
        self._entered: dict[int, tuple[pywraplp.Variable, Roster]] = {}
        self._segments = Segments(self._lp, self._rows, self._fixed, self._least, self._most)
        self._segments.hold(*self._held)
        for row in sorted(rows):
            self._segments.enter(row)
        self._one = {person.number: self._lp.Constraint(1.0, 1.0) for person in self.people}
        self._segments.add_excesses()

    def add(self, roster: Roster) -> bool:
        """Add a roster, and tell whether it is new here."""
        if id(roster) in self._entered:
            return False
        variable = self._segments.variable(math.inf, roster.cost)
        self._one[roster.who].SetCoefficient(variable, 1.0)
        for row, factor in zip(roster.rows.tolist(), roster.factors.tolist(), strict=True):
            if row in self._segments.constraints:
                self._segments.constraints[row].SetCoefficient(variable, factor)
        self._entered[id(roster)] = (variable, roster)
        return True

    def solve(self) -> tuple[float, Floats, dict[int, float]]:
        """Return the optimum, the duals of all rows (0 for those left out), and of each person.

        Raises TimeUpError when it is over before that, and ArithmeticError where the program cannot be solved.
        """
        while True:
            self._optimize()
            duals = self._segments.duals()
            ones = {who: SCALE * one.dual_value() for who, one in self._one.items()}
            optimum = SCALE * self._lp.Objective().Value()
            values = [(variable.solution_value(), roster) for variable, roster in self._entered.values()]
            self._mix = [(value, roster) for value, roster in values if value > 1e-9]
            broken = self._broken()
            if not broken:
                return optimum, duals, ones
            for row in broken:
                self._segments.enter(row)
            new = set(broken)
            for variable, roster in self._entered.values():
                for row, factor in zip(roster.rows.tolist(), roster.factors.tolist(), strict=True):
                    if row in new:
                        self._segments.constraints[row].SetCoefficient(variable, factor)

    def hold(self, centre: Floats, leeway: float) -> None:
        """Keep the duals of the mix near a centre, the nearer the more leeway rows have; 0 ends that."""
        self._held = centre, leeway
        self._segments.hold(centre, leeway)

    def values(self) -> list[tuple[float, Roster]]:
        """Return the rosters in the last mix, the largest part first."""
        return sorted(((v, r) for v, r in self._mix if v > 1e-6), key=lambda entry: -entry[0])

    def bar(self, who: int, allowed: Flags) -> bool:
        """Leave out a person's rosters that take what is not allowed, and tell whether any is left."""
        left = False
        for variable, roster in self._entered.values():
            if roster.who == who:
                fits = bool(allowed[roster.chosen].all())
                variable.SetUb(self._lp.infinity() if fits else 0.0)
                left |= fits
        return left

    @property
    def size(self) -> int:
        """Return how many rosters there are to mix."""
        return len(self._entered)

    @property
    def height(self) -> int:
        """Return how many rows there are."""
        return len(self._segments.constraints)

    def purge(self, most: int, duals: Floats, ones: dict[int, float]) -> None:
        """Start anew with the rosters nearest to the mix, without those that are barred."""
        mixed = {id(roster) for _, roster in self._mix}
        rosters = [roster for variable, roster in self._entered.values() if variable.ub() > 0]
        reduced_cost = {id(r): r.cost - duals[r.rows] @ r.factors - ones[r.who] for r in rosters}
        rosters.sort(key=lambda r: (id(r) not in mixed, reduced_cost[id(r)]))
        self._build(list(self._segments.constraints))
        for roster in rosters[: max(most, len(mixed))]:
            self.add(roster)

    def _optimize(self) -> None:
        warm = pywraplp.MPSolverParameters()
        warm.SetIntegerParam(warm.PRESOLVE, warm.PRESOLVE_OFF)
        status = self._solved(warm)
        if status != pywraplp.Solver.OPTIMAL:
            self._clock.check()
            cold = pywraplp.MPSolverParameters()
            cold.SetIntegerParam(cold.INCREMENTALITY, cold.INCREMENTALITY_OFF)
            status = self._solved(cold)  # a warm start can go wrong where a cold one does not
        if status != pywraplp.Solver.OPTIMAL:
            self._clock.check()
            raise ArithmeticError(f"The linear program ended with status {status}.")

    def _solved(self, parameters: pywraplp.MPSolverParameters) -> int:
        if self._clock.deadline is not None:
            self._lp.SetTimeLimit(max(1, int(1000 * self._clock.left(DAY))))
        over = self._clock.over if self.size + self.height > LARGE else None
        with Stopper(self._lp.InterruptSolve, over):
            status: int = self._lp.Solve(parameters)
        return status

    def _broken(self) -> list[int]:
        """Return the rows that are left out and that the mix breaks, and with them those that it nearly breaks.

        A linear program with more rows is solved from scratch, so few large steps are better than many small ones.
        """
        total = self._fixed.copy()
        for value, roster in self._mix:
            total[roster.rows] += value * roster.factors
        out = np.array([row for row in self._touched.tolist() if row not in self._segments.constraints], dtype=int)
        if not (self._rows.costs(total)[out] > FREE_ROW).any():
            return []
        near = np.maximum(self._rows.costs(total - NEAR), self._rows.costs(total + NEAR))
        return [int(row) for row in out[near[out] > FREE_ROW]]

    def _can_cost(self, number: int) -> bool:
        """Tell whether these people can make a row cost anything; its cost is convex, so the ends of it tell."""
        row: MasterRow = self._rows.rows[number]
        return max(row.cost(self._least[number]), row.cost(self._most[number])) > FREE_ROW
