"""What rows are worth to begin with: the duals of a program in which people forget every law along their days."""

import math
from collections import defaultdict

import numpy as np
from ortools.linear_solver import pywraplp

from optimizer.engine.arrays import Floats
from optimizer.engine.clock import UNHURRIED, Clock
from optimizer.engine.rosters.rows import MasterRows, RosterOption
from optimizer.engine.rosters.segments import Segments
from optimizer.engine.stopper import Stopper
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SECONDS = 20.0
"""How long it may take; what it knows is only a beginning."""
PairParts = dict[Pair, list[pywraplp.Variable]]
"""The variables of the options that have a pair."""


def opening_duals(rows: MasterRows, past: Plan, clock: Clock = UNHURRIED, seconds: float = SECONDS) -> Floats:
    """Return the duals of a linear program that mixes options day by day, held together by people's own sums alone.

    It takes moments, and knows already what is scarce. All 0 when it cannot be solved within so many seconds.
    """
    lp = pywraplp.Solver.CreateSolver("GLOP")
    lp.Objective().SetMinimization()
    nothing = np.zeros(len(rows.rows))
    segments = Segments(lp, rows, nothing, nothing - math.inf, nothing + math.inf)
    for number in range(len(rows.rows)):
        segments.enter(number)
    segments.add_excesses()
    for who, days in rows.options.items():
        clock.check()
        taken: PairParts = {}
        for cell in days.values():
            taken |= _mixed(lp, cell, segments)
        for clause, law in rows.own[who]:
            _add_sum(lp, law, past, rows.price_of(clause), taken, segments)
    lp.SetTimeLimit(max(1, int(1000 * clock.left(seconds))))
    with Stopper(lp.InterruptSolve, clock.over):
        solved = lp.Solve() == pywraplp.Solver.OPTIMAL
    return segments.duals() if solved else nothing


def _mixed(lp: pywraplp.Solver, cell: list[RosterOption], segments: Segments) -> PairParts:
    """Have exactly one of a cell's options taken, in parts; return the variables of those that have a pair."""
    one = lp.Constraint(1.0, 1.0)
    taken: PairParts = {}
    for option in cell:
        part = segments.variable(math.inf, option.cost)
        one.SetCoefficient(part, 1.0)
        for row, factor in option.terms:
            segments.constraints[row].SetCoefficient(part, float(factor))
        for pair in option.pairs:
            taken.setdefault(pair, []).append(part)
    return taken


def _add_sum(lp: pywraplp.Solver, law: Sum, past: Plan, price: float, taken: PairParts, segments: Segments) -> None:
    """Hold a sum of one person within its bounds, at its price."""
    base = law.counted(past)
    low = -lp.infinity() if law.low is None else float(law.low - base)
    high = lp.infinity() if law.high is None else float(law.high - base)
    constraint = lp.Constraint(low, high)
    factors: dict[Pair, int] = defaultdict(int)
    for factor, pair in law.terms:
        factors[pair] += factor
    for pair, factor in factors.items():
        for part in taken.get(pair, ()):
            constraint.SetCoefficient(part, constraint.GetCoefficient(part) + float(factor))
    for sign in (1.0, -1.0):
        constraint.SetCoefficient(segments.variable(math.inf, price), sign)
