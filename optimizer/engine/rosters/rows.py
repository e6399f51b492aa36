"""A formulation as the restricted master sees it: what people can have on each day, and a row for every wider sum."""

import math
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Floats, Ints
from optimizer.engine.clock import UNHURRIED, Check
from optimizer.engine.day_sets import DaySet, day_sets
from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import MUST_PRICE, Clause, Formulation
from optimizer.planning.law import Sum, Walk
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import rows_of

MUST = MUST_PRICE
"""What breaking a must costs when plans are compared, in cents per unit: relaxed this way, some plan always exists."""
EVERY = 200
"""After how many clauses it is seen whether there is time for more."""
# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
FIRM = 20
"""How many times the highest price a must is worth in a mix; with more, duals swing too widely to be of use."""


@dataclass(slots=True)
class RosterOption:
    """What somebody can have on a day, its own cost, and its coefficients in the rows, each of which stands once."""

    pairs: DaySet
    cost: int = 0
    terms: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: int, factor: int) -> None:
        """Add to the coefficient in the row that is being made."""
        if self.terms and self.terms[-1][0] == row:
            factor += self.terms.pop()[1]
        self.terms.append((row, factor))


class RowBound(NamedTuple):
    """What a clause asks of a row: its bounds, and the price of a unit beyond them."""

    low: float
    high: float
    price: float
    must: bool


@dataclass(slots=True)
class MasterRow:
    """A sum over the rosters chosen, and what is asked of it."""

    bounds: list[RowBound]

    def cost(self, total: float) -> float:
        """Return what the row costs in a mix at a total, each clause by how far the total lies outside its bounds."""
        return sum(price * max(0.0, low - total, total - high) for low, high, price, _ in self.bounds)

    @property
    def breakpoints(self) -> list[float]:
        """Return the totals at which the cost bends, in order."""
        return sorted({bound for low, high, *_ in self.bounds for bound in (low, high) if math.isfinite(bound)})


@dataclass(frozen=True, slots=True)
class RowExcess:
    """The amount by which one row exceeds ``high``, counted in another row with a factor."""

    source: int
    high: float
    target: int
    factor: int


class MasterRows:
    """Splits the laws of a formulation.

    Sums within one cell become costs or bans of options, sums and walks of one person stay theirs, and only sums over
    several people become rows. ``options[who][day]`` holds what a solver may choose there; a cell without options means
    that the pins contradict a must.
    """

    def __init__(self, formulation: Formulation, pins: Pins, check: Check = UNHURRIED.check) -> None:
        self.rows: list[MasterRow] = []
        self.excesses: list[RowExcess] = []
        self.clauses: dict[int, Clause] = {}
        """The first clause of each row that has any."""
        self._same: dict[Hashable, int] = {}
        self.own: dict[str, list[tuple[Clause, Sum]]] = defaultdict(list)
        self.walks: dict[str, list[tuple[Clause, Walk]]] = defaultdict(list)
        self._past, self._cell_of = formulation.past, formulation.cell
        self.worked = rows_of(formulation.past, formulation.walkers)
        prices = [clause.price / clause.rule.per for clause in formulation.clauses if not clause.must]
        self._must = min(MUST, FIRM * max(prices, default=MUST))
        self.options = _options(formulation, pins)
        self._places: dict[Pair, list[RosterOption]] = defaultdict(list)
        for option in (option for days in self.options.values() for cell in days.values() for option in cell):
            for pair in option.pairs:
                self._places[pair].append(option)
        for number, clause in enumerate(formulation.clauses):
            if number % EVERY == 0:
                check()
            if isinstance(clause.law, Walk):
                self.walks[clause.law.who].append((clause, clause.law))
            else:
                self._add_sum(clause, clause.law)

    def price_of(self, clause: Clause) -> float:
        """Return what a unit of a sum's excess costs in cents; a started unit of the rule counts in proportion."""
        return (self._must if clause.must else clause.price) / clause.rule.per

    def costs(self, totals: Floats) -> Floats:
        """Return what every row costs at its total, musts at MUST a unit."""
        begin, low, high, price = self.flat
        row = np.repeat(np.arange(len(self.rows)), np.diff(begin))
        outside = np.maximum(0.0, np.maximum(low - totals[row], totals[row] - high))
        return np.bincount(row, weights=price * outside, minlength=len(self.rows)).astype(float)

    @cached_property
    def flat(self) -> tuple[Ints, Floats, Floats, Floats]:
        """Return all rows' clauses as arrays: where each row's begin; low, high and price of each, of musts MUST."""
        begin = np.cumsum([0, *(len(row.bounds) for row in self.rows)])
        bounds = [bound for row in self.rows for bound in row.bounds]
        table = [(bound.low, bound.high, MUST if bound.must else bound.price) for bound in bounds]
        low, high, price = (np.ascontiguousarray(column) for column in np.array(table, dtype=float).reshape(-1, 3).T)
        return begin, low, high, price

    @cached_property
    def largest(self) -> Floats:
        """Return the largest factor, in size, with which an option adds to each row."""
        largest = np.ones(len(self.rows))
        for days in self.options.values():
            for cell in days.values():
                for row, factor in (term for option in cell for term in option.terms):
                    largest[row] = max(largest[row], abs(factor))
        return largest

    def _add_sum(self, clause: Clause, law: Sum) -> None:
        cells = {self._cell_of(pair) for _, pair in law.terms if pair not in self._past}
        if len(cells) == 1 and not law.overs:
            self._charge_cell(clause, law, *cells.pop())
        elif len(people := {who for who, _ in cells}) == 1 and not law.overs:
            self.own[people.pop()].append((clause, law))
        else:
            self.clauses.setdefault(self._add_row(law, self.price_of(clause), must=clause.must), clause)

    def _charge_cell(self, clause: Clause, law: Sum, who: str, day: date) -> None:
        """Charge, or forbid, each option of a cell by what the sum comes to with it."""
        base = law.counted(self._past)
        factors: dict[Pair, int] = defaultdict(int)
        for factor, pair in law.terms:
            factors[pair] += factor
        kept = []
        for option in self.options[who][day]:
            amount = law.excess(base + sum(factors.get(pair, 0) for pair in option.pairs))
            if clause.must and amount:
                continue
            option.cost += clause.cost(amount)
            kept.append(option)
        self.options[who][day] = kept

    def _add_row(self, law: Sum, price: float, *, must: bool) -> int:
        """Add a clause to the row over the same terms, which is made when there is none yet, and return its number."""
        low, high = self._bounds(law)
        index = self._row_over(law) if not law.overs else self._new_row(law)
        self.rows[index].bounds.append(RowBound(low, high, price, must))
        for factor, other in law.overs:
            source = self._new_row(other)
            self.excesses.append(RowExcess(source, self._bounds(other)[1], index, factor))
        return index

    def _row_over(self, law: Sum) -> int:
        key = frozenset((pair, factor) for factor, pair in law.terms)
        if key not in self._same:
            self._same[key] = self._new_row(law)
        return self._same[key]

    def _new_row(self, law: Sum) -> int:
        self.rows.append(MasterRow([]))
        for factor, pair in law.terms:
            for option in self._places.get(pair, ()):
                option.add(len(self.rows) - 1, factor)
        return len(self.rows) - 1

    def _bounds(self, law: Sum) -> tuple[float, float]:
        """Return the bounds that are left for the plan once the past is counted."""
        base = law.counted(self._past)
        low = -math.inf if law.low is None else law.low - base
        return low, math.inf if law.high is None else law.high - base


def _options(formulation: Formulation, pins: Pins) -> dict[str, dict[date, list[RosterOption]]]:
    options: dict[str, dict[date, list[RosterOption]]] = defaultdict(dict)
    for (who, day), sets in day_sets(formulation, pins).items():
        options[who][day] = [RosterOption(pairs) for pairs in sets]
    return dict(options)


def plan_of(options: list[RosterOption]) -> Plan:
    """Return the pairs of some options."""
    return frozenset(pair for option in options for pair in option.pairs)
