"""Prices of things that several parts share: who takes one pays, who gives one is paid; so each is solved apart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Law, Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding, Rule

Prices = Mapping[Any, int]
"""What one person in a thing, such as one shift on one day, is worth to whoever takes one, in cents; never below 0."""


@dataclass(frozen=True)
class SharedPrice(Rule[Any]):
    """Charges a part for what it takes of others, or for what it does not give."""

    key, title, unit = "shared-price", "Price of what is shared", "person taken or not given"
    sentence = "a price for what is shared"

    def laws(self, problem: Any) -> Iterable[Law]:
        """Yield nothing: prices are put on a formulation."""
        del problem
        return ()

    def say(self, problem: Any, finding: Finding) -> str:
        """Say what a price came to."""
        del problem
        return f"{finding.place.who} costs {finding.cost} cents."


def taking(formulation: Formulation, shared: Iterable[Pair], prices: Prices) -> Formulation:
    """Return a part that pays for every shared pair that it takes."""
    return _charged(formulation, (Clause(Sum(_place(p), ((1, p),), high=0), *_at(prices, p)) for p in shared))


def giving(formulation: Formulation, shared: Iterable[Pair], prices: Prices) -> tuple[Formulation, int]:
    """Return a part that pays for every shared pair that it does not give, and what that is too much in cents.

    A part that were paid for what it gives would cost so much less.
    """
    pairs = [*shared]
    part = _charged(formulation, (Clause(Sum(_place(p), ((1, p),), low=1), *_at(prices, p)) for p in pairs))
    return part, sum(prices.get(pair.what, 0) for pair in pairs)


def _charged(formulation: Formulation, clauses: Iterator[Clause]) -> Formulation:
    charged = (clause for clause in clauses if clause.price)
    return replace(formulation, clauses=(*formulation.clauses, *charged))


def _at(prices: Prices, pair: Pair) -> tuple[SharedPrice, bool, int]:
    return SharedPrice(), False, prices.get(pair.what, 0)


def _place(pair: Pair) -> Place:
    return Place(pair.who, pair.what.day)
