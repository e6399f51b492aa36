"""The cheapest ways out of an impossible unit: changes alone and in pairs, each of them solved with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations

from optimizer.engine.explain.explain import Explanation
from optimizer.engine.run import UNLIMITED, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.pair import Plan
from optimizer.scenarios.explain.offers import offers
from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.implied import with_implied

EACH = 8.0
"""Seconds that a change is solved with at most."""
EXACT = 3_000
"""Up to how many duties offered the exact search looks for a plan; beyond it needs too long to state them."""
PAIRS = 15
"""How many pairs are tried, the cheapest."""
ENOUGH = 8
"""How many ways out are shown."""


@dataclass(frozen=True)
class WayOut:
    """One or two changes, the unit that they make, and a plan of it that keeps every must."""

    changes: tuple[Remedy, ...]
    asked: UnitToPlan
    plan: Plan
    cents: int

    @property
    def people(self) -> int:
        """Return how many people have to be asked or told."""
        return len(frozenset[str]().union(*(change.people for change in self.changes)))

    @property
    def rank(self) -> tuple[int, int, int]:
        """Return what ways out are ordered by: dollars, people touched, changes."""
        return self.cents, self.people, len(self.changes)

    def say(self, unit: Unit) -> str:
        """Return what is to be done."""
        return " ".join(change.say(unit) for change in self.changes)


def ways_out(asked: UnitToPlan, explanation: Explanation, run: Run = UNLIMITED) -> tuple[WayOut, ...]:
    """Return what makes a plan possible, the cheapest first, each proved by a plan; in pairs where one does not do."""
    tried = sorted(offers(asked.unit, asked.policy, explanation), key=lambda change: change.cost(asked.unit))
    start = explanation.shortfall.plan if explanation.shortfall else None
    alone = [*_possible(asked, [(change,) for change in tried], run.part(0.7), start)]
    both: list[WayOut] = []
    if not alone or len(explanation.clashes.found) != 1 or not explanation.clashes.all_told:
        helped = {change.kind for way in alone for change in way.changes}
        rest = [change for change in tried if change.kind not in helped]
        pairs = sorted(combinations(rest, 2), key=lambda pair: sum(change.cost(asked.unit) for change in pair))
        both = [*_possible(asked, pairs[:PAIRS], run, start)]
    return tuple(sorted([*alone, *both], key=lambda way: way.rank)[:ENOUGH])


def _possible(
    asked: UnitToPlan, choices: Sequence[tuple[Remedy, ...]], run: Run, start: Plan | None
) -> Iterator[WayOut]:
    """Yield the choices that make a plan possible, as long as there is time; more of the same is not tried then."""
    done: set[tuple[object, ...]] = set()
    for changes in choices:
        if run.clock.over():
            return
        kinds = tuple(change.kind for change in changes)
        if kinds in done:
            continue
        way = solved_with(asked, changes, run.within(EACH), start)
        if way is not None:
            yield way
            done.add(kinds)


def solved_with(
    asked: UnitToPlan, changes: tuple[Remedy, ...], run: Run = UNLIMITED, start: Plan | None = None
) -> WayOut | None:
    """Return some changes with a plan that keeps every must then, None when none was found in the time."""
    after = changed(asked, changes)
    plan = _plan(after, run, start)
    return None if plan is None else WayOut(changes, after, plan, sum(each.cost(asked.unit) for each in changes))


def changed(asked: UnitToPlan, changes: Iterable[Remedy]) -> UnitToPlan:
    """Return what is to be planned after some changes; nobody is in two places then either, though rest bends."""
    after = reduce(lambda so_far, change: change.apply(so_far), changes, asked)
    return replace(after, policy=with_implied(after.policy, after.unit))


def _plan(asked: UnitToPlan, run: Run, start: Plan | None) -> Plan | None:
    """Return some plan that keeps every must, None when there is none or none was found in the time."""
    musts = asked.formulation.musts()
    engine = Engine.CPSAT if len(musts.offered) <= EXACT else Engine.AUTO
    return solve(musts, asked.pins, start=start, run=run, engine=engine).plan
