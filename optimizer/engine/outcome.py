"""What a solver is told, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Place
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Rule
from optimizer.planning.score import Score


class Status(StrEnum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"
    OUT_OF_TIME = "out of time"


class Pins(NamedTuple):
    """What is decided already: pairs to keep, and pairs to leave out."""

    keep: frozenset[Pair] = frozenset()
    ban: frozenset[Pair] = frozenset()

    def allow(self, plan: Plan, formulation: Formulation) -> bool:
        """Tell whether a plan keeps to what is decided, and else holds only what a solver may choose."""
        return self.keep <= plan <= (formulation.offered | self.keep) - self.ban


NO_PINS = Pins()


@dataclass(frozen=True, slots=True)
class Effort:
    """How to search: threads (None: one a core), seed, and a limit in deterministic time, alike on every machine."""

    workers: int | None = None
    seed: int = 0
    deterministic: float | None = None


USUAL = Effort()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is: the best plan's cost, what no plan can cost less than, both in cents; and a new plan.

    A new plan that comes while there is no cost breaks musts, fewer than those before.
    """

    seconds: float
    cost: int | None
    bound: int
    plan: Plan | None = None


class Worth(NamedTuple):
    """A shadow price: what one more unit of a sum over several people would save, in cents, were all else re-planned.

    The unit is the rule's: a person on a shift, a dollar of a budget, an hour of a cap.
    It is read off the linear program that makes the bound: exact there, near the truth for whole people.
    """

    rule: Rule[Any]
    place: Place
    cents: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a solve found.

    OPTIMAL and FEASIBLE have a plan that keeps every must, INFEASIBLE and OUT_OF_TIME have none, STOPPED may have one.
    No plan that keeps every must costs less than ``bound`` cents. ``worth`` is what is scarce, the scarcest first, and
    empty when the exact search alone was at work. Without a plan, ``near`` is the best of those that break musts, if
    there is any, each must as firm as its rule is.

    A plan without a ``score`` breaks musts, by ``broken`` of their units: whoever asked wanted the nearest where none
    keeps them all. ``searched`` tells whether it was looked for, or came up while others were.
    """

    status: Status
    plan: Plan | None
    score: Score | None
    bound: int
    seconds: float
    worth: tuple[Worth, ...] = ()
    near: Plan | None = None
    broken: int = 0
    searched: bool = False

    @property
    def gap(self) -> float | None:
        """Return which part of the cost could at most still be saved, from 0 to 1; None without a plan."""
        if self.score is None:
            return None
        return max(0, self.score.cost - self.bound) / self.score.cost if self.score.cost else 0.0


OnProgress = Callable[[Progress], None]
