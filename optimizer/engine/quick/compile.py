"""Turns a formulation into the tables that a compiled search reads."""

from datetime import date
from typing import Any, NamedTuple

import numpy as np

from optimizer.engine.arrays import Small
from optimizer.engine.clock import Check
from optimizer.engine.outcome import Pins
from optimizer.engine.quick.cells import NOTHING, QuickCells
from optimizer.engine.quick.problem import NONE, IntTable, QuickProblem, begins_of, table_of
from optimizer.engine.quick.sums import QuickRows, row_tables
from optimizer.engine.quick.walks import walk_tables
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum, Walk
from optimizer.planning.pair import Pair, Plan


class Compiled(NamedTuple):
    """The arrays, and what stands behind their numbers: people, days, and the pair of each option."""

    problem: QuickProblem
    people: list[str]
    days: list[date]
    pairs: list[Pair | None]
    place: dict[Pair, tuple[int, int, int]]

    def plan(self, label: Small) -> Plan:
        """Return the plan in which everyone has what some labels say."""
        taken = np.take_along_axis(self.problem.at, label[:, :, None].astype(np.int64), axis=2)
        pairs = (self.pairs[option] for option in taken.ravel().tolist())
        return frozenset(pair for pair in pairs if pair is not None)

    def label(self, plan: Plan) -> Small | None:
        """Return the labels of a plan, None when it holds what nobody may choose, or too much on one day."""
        label = np.where(self.problem.at[:, :, 0] == NONE, NONE, 0).astype(np.int32)
        for pair in plan:
            if pair not in self.place:
                return None
            person, day, number = self.place[pair]
            if label[person, day] > 0:
                return None
            label[person, day] = number
        return None if (label == NONE).any() else label


def compiled(formulation: Formulation, pins: Pins, check: Check) -> Compiled | None:
    """Return a formulation as arrays; None when somebody is kept in two things on one day, or there is nobody at all.

    Machines with too many states to spell out are left out: whoever judges the plans sees what they break.
    """
    cells = QuickCells(formulation, pins)
    if not cells.of or len({formulation.cell(pair) for pair in pins.keep}) < len(pins.keep):
        return None
    rows, walks = QuickRows(formulation, cells), list[tuple[Clause, Walk]]()
    for number, clause in enumerate(formulation.clauses):
        if number % 100 == 0:
            check()
        if isinstance(clause.law, Sum):
            rows.add(clause, clause.law)
        else:
            walks.append((clause, clause.law))
    cells.prune()
    tables: dict[str, Any] = {
        **_option_tables(cells), **row_tables(rows.rows), **walk_tables(formulation, cells, walks, check),
    }  # fmt: skip
    pairs = [option.pair for option in cells.options()]
    numbers = np.argwhere(tables["at"] != NONE)
    order = tables["at"][tuple(numbers.T)].tolist()
    places = zip(order, numbers.tolist(), strict=True)
    place = {pair: (n[0], n[1], n[2]) for option, n in places if (pair := pairs[option]) is not None}
    return Compiled(QuickProblem(**tables), cells.people, cells.days, pairs, place)


def _option_tables(cells: QuickCells) -> dict[str, IntTable]:
    at, number = np.full((len(cells.people), len(cells.days), len(cells.labels)), NONE, np.int32), 0
    for p, who in enumerate(cells.people):
        for d, day in enumerate(cells.days):
            for option in cells.of.get((who, day)) or [NOTHING]:
                at[p, d, option.label] = number
                number += 1
    options = list(cells.options())
    begins = begins_of(len(option.terms) for option in options)
    costs = [(option.hard, option.soft) for option in options]
    return {
        "at": at,
        "options": table_of([(*cost, begin) for cost, begin in zip([*costs, (0, 0)], begins, strict=True)], 3),
        "terms": table_of([term for option in options for term in option.terms.items()], 2),
    }
