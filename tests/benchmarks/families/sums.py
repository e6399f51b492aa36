"""A problem and a rule that say no more than the sums of an instance."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding, Rule


@dataclass(frozen=True)
class Pairs:
    """A problem of pairs alone, all of them offered."""

    pairs: tuple[Pair, ...]

    @property
    def offered(self) -> frozenset[Pair]:
        """Return all pairs."""
        return frozenset(self.pairs)

    @property
    def walkers(self) -> Mapping[str, str]:
        """Return nobody: each walks alone."""
        return {}

    @property
    def past(self) -> Plan:
        """Return nothing."""
        return frozenset()


@dataclass(frozen=True)
class Said(Rule[Any]):
    """A rule whose laws are given."""

    key, title, unit = "said", "As the instance says", "unit"

    given: Callable[[], Iterable[Sum]]

    def laws(self, problem: Any) -> Iterable[Sum]:
        """Return the laws."""
        del problem
        return self.given()

    def say(self, problem: Any, finding: Finding) -> str:
        """Say how much is wrong."""
        del problem
        return f"{finding.place} is off by {finding.amount}."
