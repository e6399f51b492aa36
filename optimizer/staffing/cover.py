"""How every need is met, and what is missing where: the one count of it, beside which stands what the rules find."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from optimizer.staffing.demand import Demand
from optimizer.staffing.figures import Figures


class Level(StrEnum):
    """What a need can be short of."""

    MINIMUM = "minimum"
    TARGET = "target"


class Standing(StrEnum):
    """How a need stands."""

    BELOW_MINIMUM = "below minimum"
    BELOW_TARGET = "below target"
    MET = "on target"
    OVER = "above maximum"
    PAST = "before the plan"


SIGNS: Mapping[Standing, str] = {
    Standing.BELOW_MINIMUM: "▼",
    Standing.BELOW_TARGET: "▽",
    Standing.MET: "",
    Standing.OVER: "▲",
    Standing.PAST: "",
}
"""The signs of every schedule, on paper too, so that nobody has to tell colours apart."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How many people fill a need on a day, and how many it asks for; ``past`` when no duty of the plan can fill it."""

    have: int
    minimum: int
    target: int
    maximum: int | None
    past: bool = False

    @property
    def standing(self) -> Standing:
        """Return how the need stands."""
        if self.past:
            return Standing.PAST
        if self.missing(Level.MINIMUM):
            return Standing.BELOW_MINIMUM
        if self.missing(Level.TARGET):
            return Standing.BELOW_TARGET
        return Standing.OVER if self.maximum is not None and self.have > self.maximum else Standing.MET

    def missing(self, level: Level) -> int:
        """Return how many people are missing below a level; nobody where no duty of the plan can fill the need."""
        asked = self.minimum if level is Level.MINIMUM else self.target
        return 0 if self.past else max(0, asked - self.have)


def cover(figures: Figures, demand: Demand) -> Cover:
    """Return how one need is met."""
    need, past = demand.need, not figures.unit.plannable(demand.day, demand.need.shift)
    return Cover(figures.have(demand), need.minimum, need.target, need.maximum, past)


def have_of_target(cover: Cover) -> str:
    """Return how a need is met, as "▽3/4": three are there of four."""
    return f"{SIGNS[cover.standing]}{cover.have}/{cover.target}"


def missing(figures: Figures, level: Level) -> int:
    """Return how many people are missing below a level, over all needs."""
    return sum(number for _, number in _short(figures, level))


def uncovered(figures: Figures, level: Level) -> int:
    """Return the minutes for which somebody is missing below a level, over all needs."""
    return sum(uncovered_by_role(figures, level).values())


def uncovered_by_role(figures: Figures, level: Level) -> Mapping[str, int]:
    """Return the minutes for which somebody is missing below a level, by every role that some need counts."""
    minutes = Counter({demand.need.role: 0 for demand in figures.unit.fillable})
    for demand, number in _short(figures, level):
        minutes[demand.need.role] += number * figures.unit.length_of(demand.need.shift)
    return dict(minutes)


def _short(figures: Figures, level: Level) -> Iterator[tuple[Demand, int]]:
    """Yield the needs that are short, and by how many people."""
    found: Iterable[tuple[Demand, int]] = ((d, cover(figures, d).missing(level)) for d in figures.unit.fillable)
    return ((demand, number) for demand, number in found if number)
