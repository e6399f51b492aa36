"""Has CP-SAT choose the best combination of the rosters that are known."""

import threading

import numpy as np
from ortools.sat.python import cp_model

from optimizer.engine.rosters.people import Roster
from optimizer.engine.rosters.search import Rosters, Search

WIDEST = 300
"""How many rosters of each person are chosen among."""


def choose(
    search: Search, rosters: Rosters, cost: float, seconds: float, seed: int, stop: threading.Event | None = None
) -> Rosters | None:
    """Return the best combination of known rosters, None when none is found that costs less than the present ones.

    A roster whose reduced cost is more than what the present cost lies above the bound cannot be part of a better plan,
    so it is left out.
    """
    model = cp_model.CpModel()
    total = [[] for _ in search.rows.rows]
    costs: list[cp_model.LinearExpr] = []
    literals: list[tuple[cp_model.IntVar, Roster]] = []
    for person in search.people:
        known = person.nearest(search.duals, WIDEST)
        if rosters[person.number] not in known:
            known.append(rosters[person.number])
        mine = [(model.new_bool_var(""), roster) for roster in known]
        model.add_exactly_one(literal for literal, _ in mine)
        literals += mine
        for literal, roster in mine:
            model.add_hint(literal, roster is rosters[person.number])
            for row, factor in zip(roster.rows.tolist(), roster.factors.tolist(), strict=True):
                total[row].append((literal, round(factor)))
    costs = [literal * round(roster.cost) for literal, roster in literals]
    for row, terms in zip(search.rows.rows, total, strict=True):
        value = cp_model.LinearExpr.weighted_sum([t[0] for t in terms], [t[1] for t in terms]) if terms else 0
        most = sum(abs(t[1]) for t in terms) + 1000
        for low, high, price in row.clauses:
            slack = model.new_int_var(0, most, "")
            if np.isfinite(low):
                model.add(value + slack >= int(low))
            if np.isfinite(high):
                model.add(value - slack <= int(high))
            costs.append(slack * round(price))
    model.minimize(cp_model.LinearExpr.sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = seed
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or solver.objective_value >= cost:
        return None
    return {roster.who: roster for literal, roster in literals if solver.boolean_value(literal)}
