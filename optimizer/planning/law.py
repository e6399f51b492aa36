"""The two kinds of law: a Sum looks across any set of pairs, a Walk along one person's days."""

from collections.abc import Callable, Container, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from optimizer.planning.pair import Pair, Plan

State = Hashable
Letter = Hashable
Reader = Callable[[date, tuple[Any, ...]], Letter]
"""Turns one day of one person, and what that person has on it, into the letter that a machine reads."""


PersonDays = Mapping[date, tuple[Any, ...]]
"""What one person has, day by day; days without anything are missing."""


class Place(NamedTuple):
    """Says where a law looks, so that a reader finds it: a person, a day or a span of days, things."""

    who: str = ""
    day: date | None = None
    until: date | None = None
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """Bounds a sum over pairs: ``low <= Σ coefficient · pair + Σ coefficient · over <= high``.

    ``overs`` adds, for each (coefficient, other sum), what the other sum exceeds its high bound by; so a budget counts
    overtime minutes. Such terms only ever add, and only an upper bound may stand over them: then the smallest amount
    that a solver can choose is the true one.
    """

    place: Place
    terms: tuple[tuple[int, Pair], ...]
    low: int | None = None
    high: int | None = None
    overs: tuple[tuple[int, "Sum"], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a sum whose overs a solver could cheat with."""
        if not self.overs:
            return
        if self.low is not None or any(coefficient < 0 for coefficient, _ in self.overs):
            raise ValueError(f"The sum at {self.place} counts an excess, so it takes no low bound and no negative one.")
        if any(other.overs or other.high is None for _, other in self.overs):
            raise ValueError(f"The sum at {self.place} counts the excess of a sum that has no plain high bound.")

    def counted(self, plan: Plan) -> int:
        """Return what the pairs of a plan add by themselves, without what is counted over other sums."""
        return sum(coefficient for coefficient, pair in self.terms if pair in plan)

    def total(self, plan: Plan) -> int:
        """Return what the sum comes to in a plan."""
        return self.counted(plan) + sum(
            factor * max(0, other.over(other.counted(plan))) for factor, other in self.overs
        )

    def reach(self, free: Container[Pair] | None = None, fixed: Plan = frozenset()) -> tuple[int, int]:
        """Return the least and the most that the sum can come to, whichever of the free pairs are taken.

        Without ``free`` all pairs are; ``fixed`` are taken beside them in any case.
        """
        base = self.counted(fixed) if fixed else 0
        open_ = [coefficient for coefficient, pair in self.terms if free is None or pair in free]
        least, most = base + sum(c for c in open_ if c < 0), base + sum(c for c in open_ if c > 0)
        for factor, other in self.overs:
            low, high = other.reach(free, fixed)
            least, most = least + factor * max(0, other.over(low)), most + factor * max(0, other.over(high))
        return least, most

    def over(self, total: int) -> int:
        """Return by how much a total exceeds the high bound, less than 0 while it does not; 0 where there is none."""
        return 0 if self.high is None else total - self.high

    def excess(self, total: int) -> int:
        """Return how far a total lies outside the bounds, 0 when it lies within."""
        if self.low is not None and total < self.low:
            return self.low - total
        if self.high is not None and total > self.high:
            return total - self.high
        return 0


class Machine(Protocol):
    """Reads letters one at a time and says what each breaks.

    A machine is total (any state, any letter) and is compared by its parameters, so that people share one graph.
    """

    @property
    def start(self) -> State:
        """Return the state of someone of whom nothing is known."""

    def step(self, state: State, letter: Letter) -> tuple[State, int]:
        """Return the next state and the amount of breach, 0 when fine."""


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """Has a machine read one person's days in order: ``before`` to reach a state, then ``days`` to be judged.

    Every breach is a multiple of ``grain``. ``who`` is the walker, who may stand for several.
    """

    who: str
    machine: Machine
    read: Reader
    before: tuple[date, ...]
    days: tuple[date, ...]
    grain: int = 1

    def state_after(self, past: PersonDays) -> State:
        """Return the state after the days before the plan; what they broke is past charging."""
        state = self.machine.start
        for day in self.before:
            state, _ = self.machine.step(state, self.read(day, past.get(day, ())))
        return state


Law = Sum | Walk
