"""A problem and a policy, spelled out: every pair, every law, every price."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import gcd
from typing import Any, Protocol

from optimizer.planning.law import Law
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy
from optimizer.planning.rule import Rule

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


@dataclass(frozen=True, slots=True)
class Clause:
    """One law in force: its rule, whether it is a must, and its price in cents per unit of breach."""

    law: Law
    rule: Rule[Any]
    must: bool
    price: int


@dataclass(frozen=True)
class Formulation:
    """All that a solver or a judge needs to know."""

    pairs: tuple[Pair, ...]
    offered: frozenset[Pair]
    past: Plan
    clauses: tuple[Clause, ...]

    @property
    def grain(self) -> int:
        """Return the cents of which every cost is a multiple: a bound may be rounded up to the next one."""
        return gcd(*(clause.price for clause in self.clauses if not clause.must)) or 1

    def relaxed(self, price: int = MUST_PRICE) -> "Formulation":
        """Return the same formulation with every must that can bend turned into a price, so that some plan exists.

        Its best plan is the one that comes nearest to keeping them all; staffing bends before safety.
        """
        return replace(self, clauses=tuple(_bent(clause, price) for clause in self.clauses))


def _bent(clause: Clause, price: int) -> Clause:
    if not clause.must or clause.rule.always_must:
        return clause
    return replace(clause, must=False, price=price * clause.rule.firmness)


def formulate(problem: Problem, policy: Policy) -> Formulation:
    """Return the laws that a policy puts in force over a problem."""
    clauses = tuple(
        Clause(law, ruling.rule, ruling.mode is Mode.MUST, ruling.price)
        for ruling in policy.rulings
        if ruling.mode is not Mode.OFF
        for law in ruling.rule.laws(problem)
    )
    return Formulation(tuple(problem.pairs), frozenset(problem.offered), problem.past, clauses)
