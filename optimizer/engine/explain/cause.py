"""What can stand in the way of a plan: a must in one place, or a cell that is decided already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Rule


@dataclass(frozen=True, slots=True)
class FixedCell:
    """A person's day that is decided already: the pairs that are kept there, and those that are left out."""

    who: str
    day: date | None
    keep: Plan
    ban: Plan


Cause: TypeAlias = Clause | FixedCell


@dataclass(frozen=True, slots=True)
class LocalClash:
    """Causes that cannot stand together; ``smallest`` tells whether it is proved that each of them is needed for it."""

    causes: tuple[Cause, ...]
    smallest: bool


def causes_of(formulation: Formulation, pins: Pins) -> tuple[Cause, ...]:
    """Return everything that could be given up for a plan: each must that is not always one, each decided cell."""
    musts = (clause for clause in formulation.clauses if clause.must and not stays(clause.rule))
    return (*musts, *fixed_cells(pins))


def stays(rule: Rule[Any]) -> bool:
    """Tell whether a must is not given up for any plan: nobody is in two places, or does more in a day than can be."""
    return rule.always_must or not rule.bends


def fixed_cells(pins: Pins) -> tuple[FixedCell, ...]:
    """Return what is decided, cell by cell in their order."""
    keep, ban = _by_cell(pins.keep), _by_cell(pins.ban)
    return tuple(
        FixedCell(who, day, frozenset(keep[who, day]), frozenset(ban[who, day]))
        for who, day in sorted(keep.keys() | ban.keys(), key=str)
    )


def pins_for(causes: Iterable[Cause]) -> Pins:
    """Return what is decided by the cells among some causes."""
    cells = [cause for cause in causes if isinstance(cause, FixedCell)]
    return Pins(frozenset[Pair]().union(*(c.keep for c in cells)), frozenset[Pair]().union(*(c.ban for c in cells)))


def only(formulation: Formulation, causes: Iterable[Cause]) -> Formulation:
    """Return a formulation with nothing in force but some causes and what is always a must, with the pairs they read.

    A pair that none of them reads can be left out of any plan.
    """
    causes = tuple(causes)
    chosen = [cause for cause in causes if isinstance(cause, Clause)]
    kept, walking, read = pins_for(causes).keep, _walkers(chosen), _summed(chosen)
    pairs = tuple(p for p in formulation.pairs if p in kept or p in read or formulation.cell(p)[0] in walking)
    clauses = (*_always(formulation, frozenset(pairs)), *chosen)
    return replace(formulation, pairs=pairs, offered=formulation.offered & {*pairs}, clauses=clauses)


def _always(formulation: Formulation, pairs: Plan) -> Iterator[Clause]:
    """Yield what is always a must and has a say in some pairs."""
    people = {formulation.cell(pair)[0] for pair in pairs if hasattr(pair.what, "day")}
    for clause in formulation.clauses:
        law = clause.law
        if not clause.must or not stays(clause.rule):
            continue
        if not isinstance(law, Sum):
            if law.who in people:
                yield clause
        elif law.low is not None or law.overs or any(pair in pairs for _, pair in law.terms):
            yield clause


def _walkers(clauses: Iterable[Clause]) -> frozenset[str]:
    return frozenset(clause.law.who for clause in clauses if not isinstance(clause.law, Sum))


def _summed(clauses: Iterable[Clause]) -> frozenset[Pair]:
    sums = [clause.law for clause in clauses if isinstance(clause.law, Sum)]
    return frozenset(pair for law in sums for each in (law, *(o for _, o in law.overs)) for _, pair in each.terms)


def _by_cell(pairs: Iterable[Pair]) -> dict[tuple[str, date | None], list[Pair]]:
    cells: dict[tuple[str, date | None], list[Pair]] = defaultdict(list)
    for pair in pairs:
        cells[pair.who, getattr(pair.what, "day", None)].append(pair)
    return cells
