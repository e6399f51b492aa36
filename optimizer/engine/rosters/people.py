"""People as the pricing problems of column generation: the graph of what each can do, and rosters drawn from it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.rosters.graph import Graph
from optimizer.engine.rosters.loose import Bracket, Loose
from optimizer.engine.rosters.pricing import BARRED, NOWHERE, added, cheapest, marginal, reduced, span
from optimizer.engine.rosters.rows import MasterRows, RosterOption, plan_of
from optimizer.engine.rosters.ways.beam import beamed
from optimizer.engine.rosters.ways.tally import Tally, spread, traced
from optimizer.planning.pair import Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
POOL = 2_000
"""How many rosters of a person are remembered; then the older half is forgotten."""
TRIES = 4
"""How often the Lagrangian multipliers of a person's loose sums are moved in one pricing."""
BEAM = 100
"""How many beginnings of a roster are kept a day where multipliers alone find none within the loose sums."""
NEARLY = 1e-3
"""How far, in cents, what a roster costs may lie from what any does for it to be the cheapest."""


@dataclass(frozen=True, eq=False)
class Roster:
    """One person's options over all days: their cost, and what they add to which rows."""

    who: int
    cost: float
    rows: Ints
    factors: Floats
    chosen: Ints
    options: list[RosterOption]
    """All options of this person, of which ``chosen`` are the numbers of those taken."""

    @cached_property
    def plan(self) -> Plan:
        """Return the pairs of this roster."""
        return plan_of([self.options[number] for number in self.chosen])


class Way(NamedTuple):
    """How one person goes through a graph: where they begin, and of which kind each of their options is on its day."""

    graph: Graph
    entry: int
    kind: Ints
    tally: Tally | None = None


class FoundWay(NamedTuple):
    """The cheapest way at some costs: its cost, the graph's own part of it, and the options on it."""

    value: float
    breaches: float
    chosen: Ints


class RosterPerson:
    """Prices and keeps the rosters of one person."""

    def __init__(self, number: int, days: list[list[RosterOption]], way: Way, loose: list[Loose], rows: int) -> None:
        self.number, self._way, self._loose = number, way, loose
        self.pool: dict[bytes, Roster] = {}
        self._options = [option for cell in days for option in cell]
        self.begin = np.cumsum([0, *map(len, days)])
        self._own = np.array([option.cost for option in self._options], dtype=float)
        self._rows = rows
        entries = [term for option in self._options for term in option.terms]
        self._start = np.cumsum([0, *(len(option.terms) for option in self._options)])
        self._row = np.array([row for row, _ in entries], dtype=np.int64)
        self._factor = np.array([factor for _, factor in entries], dtype=float)
        self._multipliers = [0.0] * len(loose)
        self._factors = np.array([one.factors for one in loose])

    @cached_property
    def touched(self) -> Ints:
        """Return the rows that this person's rosters can add to."""
        return np.unique(self._row)

    def span(self, allowed: Flags) -> tuple[Floats, Floats, Flags]:
        """Return the least and the most that allowed options can add to each row, and whether they decide that."""
        least, most, decided = span(allowed, self.begin, self._start, self._row, self._factor, self._rows)
        return least, most, decided

    def within(self, roster: Roster, first: int, last: int) -> Flags:
        """Return which options may be taken when a roster is free from day ``first`` to before day ``last`` only."""
        allowed = np.zeros(len(self.day_of), dtype=bool)
        allowed[roster.chosen] = True
        allowed[(self.day_of >= first) & (self.day_of < last)] = True
        return allowed

    def cheapest(self, duals: Floats, allowed: Flags | None = None) -> tuple[float, list[Roster]]:
        """Return what a roster costs at least at some duals, and the best rosters found; none when there is no way.

        ``allowed`` tells which options may be taken, if not all.
        """
        costs = reduced(self._own, self._start, self._row, self._factor, duals)
        if allowed is not None:
            costs[~allowed] = BARRED
        return self._found(costs)

    @cached_property
    def day_of(self) -> Ints:
        """Return the number of each option's day."""
        return np.repeat(np.arange(len(self.begin) - 1), np.diff(self.begin))

    def beside(self, totals: Floats, rows: MasterRows) -> list[Roster]:
        """Return the best rosters found beside what all others add to the rows."""
        layers = (self._own, self._start, self._row, self._factor, totals, *rows.flat)
        return self._found(marginal(*layers))[1]

    def nearest(self, duals: Floats, most: int) -> list[Roster]:
        """Return the rosters of the pool that are worth the most at some duals."""
        rosters = list(self.pool.values())
        if len(rosters) <= most:
            return rosters
        worth = reduced(np.zeros(len(self._own)), self._start, self._row, self._factor, duals)
        cost = np.array([roster.cost for roster in rosters])
        reach = cost + worth[np.array([roster.chosen for roster in rosters])].sum(axis=1)
        return [rosters[number] for number in np.argpartition(reach, most)[:most]]

    def roster_in(self, plan: Plan) -> Roster | None:
        """Return this person's roster in a plan, None when it holds what they cannot have."""
        taken = np.concatenate([_taken(self._options[a:b], plan) for a, b in pairwise(self.begin)])
        value, breaches, chosen = self._cheapest(np.where(taken, 0.0, BARRED))
        return self._keep(chosen, breaches) if value < NOWHERE else None

    def _found(self, costs: Floats) -> tuple[float, list[Roster]]:
        if self._loose:
            return self._balanced(costs)
        value, breaches, chosen = self._cheapest(costs)
        return value, [self._keep(chosen, breaches)] if value < NOWHERE else []

    def _cheapest(self, costs: Floats) -> FoundWay:
        graph, entry, kind, tally = self._way
        layers = (graph.width, graph.states, graph.first, graph.head, graph.price)
        if tally is None:
            return FoundWay(*cheapest(*layers, entry, kind, self.begin, costs))
        values, blank = spread(*layers, entry, kind, self.begin, costs, *tally)
        return FoundWay(*traced(*layers, kind, self.begin, costs, *tally, values, blank))

    def _balanced(self, costs: Floats) -> tuple[float, list[Roster]]:
        """Move the Lagrangian multipliers until the cheapest way keeps within the loose sums, or for a few times.

        Where none does, rosters that do are built day by day.
        """
        scale = float(np.abs(costs[costs < NOWHERE]).mean())
        brackets = [
            Bracket(loose, value, scale / max(1.0, float(np.abs(loose.factors).max())))
            for loose, value in zip(self._loose, self._multipliers, strict=True)
        ]
        bound, best, found = -np.inf, np.inf, []
        for _ in range(TRIES):
            point = np.array([bracket.value for bracket in brackets])
            value, breaches, chosen = self._cheapest(costs + point @ self._factors)
            if value >= NOWHERE:
                return value, []
            found.append(self._keep(chosen, breaches))
            totals = self._factors[:, chosen].sum(axis=1)
            cost = sum(loose.penalty(total) for loose, total in zip(self._loose, totals.tolist(), strict=True))
            best = min(best, value - float(point @ totals) + cost)
            value -= self._earned(point)
            if value > bound:
                bound, self._multipliers = value, point.tolist()
            moved = [bracket.move(total) for bracket, total in zip(brackets, totals.tolist(), strict=True)]
            if best <= bound + NEARLY or not any(moved):
                break
        if best > bound + NEARLY:
            bound, better = self._built(costs, bound)
            found += better
        return bound, found

    def _earned(self, point: Floats) -> float:
        return sum(loose.earned(each) for loose, each in zip(self._loose, point.tolist(), strict=True))

    def _built(self, costs: Floats, bound: float) -> tuple[float, list[Roster]]:
        """Build the cheapest roster within the loose sums that a beam finds, and raise the bound by what it sees."""
        graph, entry, kind, tally = self._way
        tally = tally or Tally(np.zeros(len(kind), dtype=np.int64), np.zeros(1), np.ones(1, dtype=np.int64))
        point = np.array(self._multipliers)
        weighed = costs + point @ self._factors
        layers = (graph.width, graph.states, graph.first, graph.head, graph.price, entry, kind, self.begin, weighed)
        values, blank = spread(*layers, *tally)
        sums = (self._factors, *self._bounds, point, self._earned(point))
        read: tuple[Any, ...] = (*layers, *tally, values, blank, *sums, BEAM)
        least, value, breaches, chosen = beamed(*read)
        return max(bound, least), [self._keep(chosen, breaches)] if value < NOWHERE else []

    @cached_property
    def _bounds(self) -> tuple[Floats, Floats, Floats, Flags]:
        """Return low, high and price of all loose sums, and which of them are musts."""
        low, high, price = (np.array([getattr(one, name) for one in self._loose]) for name in ("low", "high", "price"))
        return low, high, price, np.array([one.must for one in self._loose])

    def _keep(self, chosen: Ints, breaches: float) -> Roster:
        """Return the roster of some options, the same object every time."""
        key = chosen.tobytes()
        known = self.pool.get(key)
        if known is None:
            total = added(chosen, self._start, self._row, self._factor, self._rows)
            rows = np.flatnonzero(total)
            penalty = sum(loose.penalty(float(loose.factors[chosen].sum())) for loose in self._loose)
            cost = round(breaches + self._own[chosen].sum() + penalty)
            if len(self.pool) >= POOL:
                self.pool = dict(list(self.pool.items())[-POOL // 2 :])
            known = self.pool[key] = Roster(self.number, cost, rows, total[rows], chosen, self._options)
        return known


def _taken(cell: list[RosterOption], plan: Plan) -> Flags:
    """Tell which option of a cell a plan takes: the one with the most pairs of it, and of no others."""
    pairs = np.array([len(option.pairs) if plan.issuperset(option.pairs) else -1 for option in cell])
    taken: Flags = pairs == pairs.max(initial=0)
    return taken
