"""People as the master problem sees them: the graph of what each can do, and rosters drawn from it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from optimizer.engine.rosters.graph import Floats, Graph, Ints
from optimizer.engine.rosters.rows import Option, plan_of
from optimizer.planning.pair import Plan

POOL = 2_000
"""How many rosters of a person are remembered; then the older half is forgotten."""
FAR = 1e12
"""A cost that no roster has."""


@dataclass(frozen=True)
class Roster:
    """One person's options over all days: their cost, and what they add to which rows."""

    who: int
    cost: float
    rows: Ints
    factors: Floats
    plan: Plan


class Person:
    """Prices and keeps the rosters of one person."""

    def __init__(self, number: int, days: list[list[Option]], graph: Graph, rows: int) -> None:
        self.number, self.graph, self._days = number, graph, days
        self.pool: dict[bytes, Roster] = {}
        options = self._options = [option for cell in days for option in cell]
        self._costs = np.array([option.cost for option in options], dtype=float)
        entries = [(place, row, f) for place, option in enumerate(options) for row, f in option.terms]
        place, row, factor = zip(*entries, strict=True) if entries else ((), (), ())
        self._terms = sparse.csr_matrix((factor, (place, row)), shape=(len(options), rows), dtype=float)

    @cached_property
    def touched(self) -> Ints:
        """Return the rows that this person's rosters can add to."""
        return np.unique(self._terms.indices).astype(np.int64)

    def cheapest(self, duals: Floats) -> tuple[float, Roster]:
        """Return the least cost of a roster at some duals, and that roster."""
        costs = self._costs - self._terms @ duals
        value, chosen = self.graph.cheapest(costs)
        return value, self._keep(chosen, value - costs[chosen].sum())

    def roster_in(self, plan: Plan) -> Roster | None:
        """Return this person's roster in a plan, None when it holds what they cannot have."""
        mine = np.concatenate([_taken(cell, plan) for cell in self._days])
        value, chosen = self.graph.cheapest(np.where(mine, 0.0, FAR))
        return self._keep(chosen, value) if value < FAR else None

    def _keep(self, chosen: Ints, breaches: float) -> Roster:
        """Return the roster of some options, the same object every time."""
        key = chosen.tobytes()
        if key not in self.pool:
            added = self._terms[chosen].sum(axis=0).A1
            rows = np.flatnonzero(added)
            cost = round(breaches + self._costs[chosen].sum())
            if len(self.pool) >= POOL:
                self.pool = dict(list(self.pool.items())[-POOL // 2 :])
            self.pool[key] = Roster(self.number, cost, rows, added[rows], plan_of([self._options[n] for n in chosen]))
        return self.pool[key]


def _taken(cell: list[Option], plan: Plan) -> NDArray[np.bool_]:
    """Tell which option of a cell a plan takes: the one without a pair when it takes none of the others."""
    taken = np.array([option.pair in plan for option in cell])
    return taken if taken.any() else np.array([option.pair is None for option in cell])
