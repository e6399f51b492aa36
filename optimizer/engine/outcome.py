"""What a solver is told, and what it answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from optimizer.planning.formulation import Formulation
from optimizer.planning.goal import Goal
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


NO_PLAN = (Status.INFEASIBLE, Status.OUT_OF_TIME)
"""How a solve ends that found no plan that keeps every must."""


class Pins(NamedTuple):
    """What is decided already: pairs to keep, and pairs to leave out."""

    keep: frozenset[Pair] = frozenset()
    ban: frozenset[Pair] = frozenset()

    def allow(self, plan: Plan, formulation: Formulation) -> bool:
        """Tell whether a plan keeps to what is decided, and else holds only what a solver may choose."""
        return self.keep <= plan <= (formulation.offered | self.keep) - self.ban


NO_PINS = Pins()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is: the incumbent's cost, what no plan can cost less than, both in cents; and a new plan.

    A new plan that comes while there is no cost breaks musts, fewer than those before. ``goal`` is the one that is
    being reached, where several are, one after another.
    """

    seconds: float
    cost: int | None
    bound: int
    plan: Plan | None = None
    goal: Goal | None = None


class Worth(NamedTuple):
    """A shadow price: what one more unit of a sum over several people would save, in cents, were all else re-planned.

    The unit is the rule's: a person on a shift, a dollar of a budget, an hour of a cap.
    It is read off the linear program that makes the bound: exact there, near the truth for whole people.
    """

    rule: Rule[Any]
    place: Place
    cents: int


class Nearest(NamedTuple):
    """A plan that breaks musts, where none that keeps them all was found.

    ``broken`` is by how many units of their rules, None where nobody had the time to judge it. ``sought`` tells whether
    it was looked for, with each must as firm as its rule is, or came up while others were.
    """

    plan: Plan
    broken: int | None = None
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a solve found.

    OPTIMAL and FEASIBLE have a plan, INFEASIBLE and OUT_OF_TIME have none, STOPPED may have one; a ``plan`` keeps every
    must and has a ``score``. No plan that does costs less than ``bound`` cents. ``worth`` is what is scarce, the
    scarcest first, and empty when the exact search alone was at work. Without a plan, ``nearest`` is the best of those
    that break musts, if there is any.
    """

    status: Status
    plan: Plan | None
    score: Score | None
    bound: int
    seconds: float
    worth: tuple[Worth, ...] = ()
    nearest: Nearest | None = None

    def __post_init__(self) -> None:
        """Refuse a plan where there is none, and another one beside it."""
        if self.plan is not None and (self.nearest is not None or self.status in NO_PLAN):
            raise ValueError(f"An outcome that is {self.status.value} has no plan, or it has no nearest one.")

    @property
    def found(self) -> Plan | None:
        """Return the plan or, where there is none, the nearest one."""
        return self.plan if self.plan is not None or self.nearest is None else self.nearest.plan

    @property
    def gap(self) -> float | None:
        """Return which part of the cost could at most still be saved, from 0 to 1; None without a plan."""
        if self.score is None:
            return None
        return max(0, self.score.cost - self.bound) / self.score.cost if self.score.cost else 0.0
