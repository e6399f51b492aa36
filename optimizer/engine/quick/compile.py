"""Turns a formulation into the tables that a compiled search reads."""

from datetime import date
from typing import Any, NamedTuple

import numpy as np

from optimizer.engine.arrays import Small
from optimizer.engine.clock import Check
from optimizer.engine.day_sets import CellOf, DaySet, by_cell
from optimizer.engine.outcome import Pins
from optimizer.engine.quick.cells import NOTHING, QuickCells
from optimizer.engine.quick.problem import NONE, IntTable, QuickProblem, begins_of, table_of
from optimizer.engine.quick.sums import QuickRows, row_tables
from optimizer.engine.quick.walks import walk_tables
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum, Walk
from optimizer.planning.pair import Plan


class Compiled(NamedTuple):
    """The arrays, and what stands behind their numbers: people, days, and the pairs of each option."""

    problem: QuickProblem
    people: list[str]
    days: list[date]
    sets: list[DaySet]
    place: dict[DaySet, tuple[int, int, int]]
    cell_of: CellOf

    def plan(self, label: Small) -> Plan:
        """Return the plan in which everyone has what some labels say."""
        taken = np.take_along_axis(self.problem.at, label[:, :, None].astype(np.int64), axis=2)
        return frozenset(pair for option in taken.ravel().tolist() for pair in self.sets[option])

    def label(self, plan: Plan) -> Small | None:
        """Return the labels of a plan, None when it holds what nobody may choose, or too much on one day."""
        label = np.where(self.problem.at[:, :, 0] == NONE, NONE, 0).astype(np.int32)
        for pairs in by_cell(plan, self.cell_of).values():
            if pairs not in self.place:
                return None
            person, day, number = self.place[pairs]
            label[person, day] = number
        return None if (label == NONE).any() else label


def compiled(formulation: Formulation, pins: Pins, check: Check) -> Compiled | None:
    """Return a formulation as arrays; None when pins contradict each other, or there is nobody at all.

    Machines with too many states to spell out are left out: whoever judges the plans sees what they break.
    """
    cells = QuickCells(formulation, pins)
    if not cells.of or not all(cells.of.values()):
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
    sets = [option.pairs for option in cells.options()]
    numbers = np.argwhere(tables["at"] != NONE)
    order = tables["at"][tuple(numbers.T)].tolist()
    places = zip(order, numbers.tolist(), strict=True)
    place = {sets[option]: (n[0], n[1], n[2]) for option, n in places if sets[option]}
    return Compiled(QuickProblem(**tables), cells.people, cells.days, sets, place, formulation.cell)


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
