"""What every law of a person reads on every day, and whether it can be left to totals and multipliers."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from datetime import date
from math import gcd, inf
from typing import NamedTuple, cast

import numpy as np

from optimizer.engine.rosters.loose import Loose
from optimizer.engine.rosters.rows import MUST, MasterRows, RosterOption
from optimizer.engine.rosters.ways.counter import Counter, CounterLetter
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Letter, Machine, PersonDays, State, Sum, Walk
from optimizer.planning.pair import Pair, Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SHORT = 14
"""Sums over no more days than this enter a graph first: what they add to it is forgotten soon."""
Rank = tuple[bool, bool, bool, int]
Cells = Mapping[date, list[RosterOption]]


class LawReading(NamedTuple):
    """One law of one person: the machine that reads it and from where, what it reads in each option of each day.

    People whose laws have the same ``key`` share a graph. A sum can be left to multipliers instead; the lower its rank,
    the more it belongs into the graph.
    """

    key: Hashable
    clause: Clause
    machine: Machine
    start: State
    letters: tuple[tuple[Letter, ...], ...]
    loose: Loose | None = None
    rank: Rank = (False, False, False, 0)

    @property
    def most(self) -> int:
        """Return up to which total a sum may come, beside what has been."""
        assert self.loose is not None
        most = sum(max(cast(CounterLetter, letter).factor for letter in day) for day in self.letters)
        return max(-1, int(min(most, self.loose.high))) if self.clause.must else most

    @property
    def short(self) -> bool:
        """Tell whether few days count."""
        return not self.rank[0]

    @property
    def totals(self) -> int:
        """Return how many totals a sum can be told apart by."""
        return 1 + self.rank[-1]


def read_laws(rows: MasterRows, who: str, past: Plan) -> list[LawReading]:
    """Return everything that one person's laws read: walks first, then sums."""
    worked = rows.worked.get(who, {})
    cells = dict(sorted(rows.options[who].items()))
    walks = [_walk(clause, law, worked, cells) for clause, law in rows.walks[who]]
    return walks + [_sum(clause, law, past, cells) for clause, law in rows.own[who]]


def _walk(clause: Clause, law: Walk, worked: PersonDays, cells: Cells) -> LawReading:
    letters = tuple(tuple(law.read(day, _things(option)) for option in cells[day]) for day in law.days)
    key = (law.machine, clause.must, clause.price, clause.rule.per, clause.whole)
    return LawReading(key, clause, law.machine, law.state_after(worked), letters)


def _sum(clause: Clause, law: Sum, past: Plan, cells: Cells) -> LawReading:
    factors: dict[Pair, int] = defaultdict(int)
    for factor, pair in law.terms:
        factors[pair] += factor
    base = law.counted(past)
    each = [[sum(factors.get(pair, 0) for pair in option.pairs) for option in cell] for cell in cells.values()]
    busy = {pair.what.day for pair in factors if pair not in past}
    places = [n for n, day in enumerate(cells) if day in busy]
    first, last = places[0], places[-1]
    most = base + sum(max(cell) for cell in each)
    low = -inf if law.low is None else law.low - base
    high = inf if law.high is None else law.high - base
    price = (MUST if clause.must else clause.price) / clause.rule.per
    totals = most if law.high is None else min(most, law.high)
    unit = gcd(*(factor for cell in each for factor in cell)) or 1
    return LawReading(
        key=(law.low, law.high, last, clause.must, clause.price, clause.rule.per, clause.whole),
        clause=clause,
        machine=Counter(law.low or 0, law.high),
        start=base,
        letters=tuple(tuple(CounterLetter(factor, n == last) for factor in cell) for n, cell in enumerate(each)),
        loose=Loose(np.array([f for cell in each for f in cell], dtype=float), low, high, price, clause.must),
        rank=(last - first >= SHORT, not clause.must, law.low is None, totals // unit),
    )


def _things(option: RosterOption) -> tuple[object, ...]:
    return tuple(pair.what for pair in option.pairs)
