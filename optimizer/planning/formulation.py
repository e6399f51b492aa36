"""A problem and a policy, spelled out: every pair, every law, every price."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import gcd
from typing import Any, Protocol

from optimizer.planning.law import Law, Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy
from optimizer.planning.rule import Rule
from optimizer.planning.tariff import Tariff, in_parts, whole_units
from optimizer.planning.together import DayTogether

MARGIN = 1000
"""Which part of what a fine must allows is left over on the way to it."""
MUST_PRICE = 10_000_00
"""Cents for each unit of the softest must that is broken, so that no saving elsewhere is worth it."""


class Problem(Protocol):
    """What a problem tells about its pairs."""

    @property
    def pairs(self) -> Sequence[Pair]:
        """Return every pair that a plan may hold, so that any edit can be judged."""

    @property
    def offered(self) -> Collection[Pair]:
        """Return the pairs that a solver may choose without being told to."""

    @property
    def past(self) -> Plan:
        """Return what already happened: always taken, never charged on its own."""

    @property
    def walkers(self) -> Mapping[str, str]:
        """Return who walks through somebody's days where that is not they alone, as a human being of two contracts."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One law in force: its rule, whether it is a must, and its price in cents per unit of breach.

    ``whole`` tells whether a started unit costs its whole price.
    """

    law: Law
    rule: Rule[Any]
    must: bool
    price: int
    whole: bool = True

    @property
    def tariff(self) -> Tariff:
        """Return the steps in which a breach is priced; that looks at the whole law."""
        per = self.rule.per
        return whole_units(self.price, per) if self.whole else in_parts(self.law, self.price, per)

    def cost(self, amount: int) -> int:
        """Return what an amount of breach costs in cents, nothing for a must."""
        if self.must:
            return 0
        return self.rule.units(amount) * self.price if self.whole else -(-amount * self.price // self.rule.per)

    def as_dear(self, amount: int) -> int:
        """Return the largest amount of breach that costs no more than this one."""
        per = self.rule.per
        return self.rule.units(amount) * per if self.whole else self.cost(amount) * per // self.price


@dataclass(frozen=True)
class Formulation:
    """All that a solver or a judge needs to know.

    ``walkers`` has, of those whose days others share, whom walks speak of: ``{"0041": "0041 and 0042", ...}``.
    A solver gives one thing a day to a person, and more only where ``together`` tells what may stand together.
    """

    pairs: tuple[Pair, ...]
    offered: frozenset[Pair]
    past: Plan
    clauses: tuple[Clause, ...]
    walkers: Mapping[str, str] = field(default_factory=dict)
    together: tuple[DayTogether, ...] = ()

    def cell(self, pair: Pair) -> tuple[str, date]:
        """Return whose day a pair is on: who walks through it, and the day."""
        return self.walkers.get(pair.who, pair.who), pair.what.day

    def sets(self, pairs: Sequence[Pair]) -> tuple[frozenset[Pair], ...]:
        """Return every set of two or more pairs of one person's day, out of some, that may be chosen together."""
        return tuple(dict.fromkeys(each for one in self.together for each in one.sets(pairs)))

    def stand_together(self, pairs: Collection[Pair]) -> bool:
        """Tell whether what somebody has on a day may be chosen together; one thing always may."""
        return len(pairs) < 2 or frozenset(pairs) in self.sets(sorted(pairs))

    @cached_property
    def grain(self) -> int:
        """Return the cents of which every cost is a multiple: a bound may be rounded up to the next one."""
        return gcd(*(clause.tariff.price for clause in self.clauses if not clause.must)) or 1

    def musts(self) -> "Formulation":
        """Return the same formulation without prices: any plan that keeps every must is as good as another."""
        return replace(self, clauses=tuple(clause for clause in self.clauses if clause.must))

    def relaxed(self, price: int = MUST_PRICE) -> "Formulation":
        """Return the same formulation with every must that can bend turned into a price, so that some plan exists.

        Its best plan is the one that comes nearest to keeping them all; staffing bends before safety.
        """
        return replace(self, clauses=tuple(_bent(clause, price) for clause in self.clauses))

    def eased(self) -> "Formulation":
        """Return the same formulation with the finest musts at a price, and a little less allowed, to come near them.

        It is the same formulation when there are none.
        """
        return replace(self, clauses=tuple(_eased(clause) for clause in self.clauses))


def _eased(clause: Clause) -> Clause:
    law, price = clause.law, clause.rule.eased
    if not clause.must or not price or not isinstance(law, Sum) or law.high is None:
        return clause
    less = Sum(law.place, law.terms, law.low, law.high - law.high // MARGIN, law.overs)
    return replace(clause, law=less, must=False, price=price, whole=not clause.rule.in_parts)


def _bent(clause: Clause, price: int) -> Clause:
    if not clause.must or not clause.rule.bends:
        return clause
    return replace(clause, must=False, price=price * clause.rule.firmness, whole=True)


def formulate(problem: Problem, policy: Policy) -> Formulation:
    """Return the laws that a policy puts in force over a problem."""
    clauses = tuple(
        Clause(law, ruling.rule, ruling.mode is Mode.MUST, ruling.price, not ruling.rule.in_parts)
        for ruling in policy.rulings
        if ruling.mode is not Mode.OFF
        for law in ruling.rule.laws(problem)
    )
    together = (ruling.rule.lets_stand(problem, must=ruling.mode is Mode.MUST) for ruling in policy.rulings)
    return Formulation(
        tuple(problem.pairs),
        frozenset(problem.offered),
        problem.past,
        clauses,
        problem.walkers,
        tuple(each for each in together if each),
    )
