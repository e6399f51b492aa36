"""How a need is met on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from optimizer.staffing.facts.demand import Need


class CoverLevel(StrEnum):
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
class NeedCover:
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
        if self.missing(CoverLevel.MINIMUM):
            return Standing.BELOW_MINIMUM
        if self.missing(CoverLevel.TARGET):
            return Standing.BELOW_TARGET
        return Standing.OVER if self.maximum is not None and self.have > self.maximum else Standing.MET

    def missing(self, level: CoverLevel) -> int:
        """Return how many people are missing below a level; nobody where no duty of the plan can fill the need."""
        asked = self.minimum if level is CoverLevel.MINIMUM else self.target
        return 0 if self.past else max(0, asked - self.have)


def cover_of(need: Need, have: int, *, past: bool) -> NeedCover:
    """Return how a need is met by so many people."""
    return NeedCover(have, need.minimum, need.target, need.maximum, past)


def have_of_target(cover: NeedCover) -> str:
    """Return how a need is met, as "▽3/4": three are there of four."""
    return f"{SIGNS[cover.standing]}{cover.have}/{cover.target}"
