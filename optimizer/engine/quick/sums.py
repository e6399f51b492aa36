"""Sums, as costs of single options or as rows over several cells."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from optimizer.engine.quick.cells import QuickCells, QuickOption
from optimizer.engine.quick.problem import NONE, IntTable, begins_of, table_of
from optimizer.engine.quick.weight import ClauseWeight, weight_of
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair

FAR = 1 << 60
"""A bound that no sum reaches."""


class QuickBound(NamedTuple):
    """What a clause asks of a row."""

    low: int
    high: int
    weight: ClauseWeight


@dataclass(slots=True)
class QuickRow:
    """A sum over more than one cell: what was there before, its clauses, and where its excess is carried to."""

    base: int
    bounds: list[QuickBound] = field(default_factory=list)
    carry: tuple[int, int, int] = (NONE, 0, 0)


class QuickRows:
    """Sums, sorted into costs of single options and rows over several cells."""

    def __init__(self, formulation: Formulation, cells: QuickCells) -> None:
        self.rows: list[QuickRow] = []
        self._same: dict[Hashable, int] = {}
        self._past, self._cells = formulation.past, cells

    def add(self, clause: Clause, law: Sum) -> None:
        """Add a clause."""
        place = None if law.overs else self._only_cell(law)
        if place is not None:
            self._charge(clause, law, self._cells.of.get(place, []))
            return
        row = self._row(law) if law.overs else self._row_over(law)
        low, high = (FAR * sign if bound is None else bound for bound, sign in ((law.low, -1), (law.high, 1)))
        self.rows[row].bounds.append(QuickBound(low, high, weight_of(clause)))
        for factor, other in law.overs:
            assert other.high is not None
            self.rows[self._row(other)].carry = row, other.high, factor

    def _charge(self, clause: Clause, law: Sum, cell: list[QuickOption]) -> None:
        base, weight = law.counted(self._past), weight_of(clause)
        factors: dict[Pair, int] = defaultdict(int)
        for factor, pair in law.terms:
            factors[pair] += factor
        for option in cell:
            total = base + sum(factors.get(pair, 0) for pair in option.pairs)
            cost = weight.tariff.steps(law.excess(total)) * weight.tariff.price
            option.hard += cost if weight.must else 0
            option.soft += 0 if weight.must else cost

    def _only_cell(self, law: Sum) -> tuple[str, date] | None:
        """Return the cell that alone decides a sum, if there is one."""
        only = None
        for _, pair in law.terms:
            place = self._cells.cell_of(pair)
            if place != only and pair not in self._past:
                if only is not None:
                    return None
                only = place
        return only

    def _row_over(self, law: Sum) -> int:
        key = frozenset(law.terms)
        if key not in self._same:
            self._same[key] = self._row(law)
        return self._same[key]

    def _row(self, law: Sum) -> int:
        number = len(self.rows)
        self.rows.append(QuickRow(law.counted(self._past)))
        for factor, pair in law.terms:
            for option in self._cells.having.get(pair, ()):
                option.terms[number] = option.terms.get(number, 0) + factor
        return number


def row_tables(rows: list[QuickRow]) -> dict[str, IntTable]:
    """Return the tables of rows and of their clauses."""
    begins = begins_of(len(row.bounds) for row in rows)
    own = [(row.base, *row.carry) for row in rows]
    bounds = [bound for row in rows for bound in row.bounds]
    return {
        "rows": table_of([(*row, begin) for row, begin in zip([*own, (0, NONE, 0, 0)], begins, strict=True)], 5),
        "clauses": table_of([(low, high, *weight.tariff, weight.must) for low, high, weight in bounds], 6),
    }
