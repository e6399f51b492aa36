"""What judging a plan comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from optimizer.planning.law import PersonRow, State
from optimizer.planning.overlay import Overlay
from optimizer.planning.pair import Plan


class Score(NamedTuple):
    """How good a plan is: units of broken musts first, then cents. Less is better, and tuples compare that way."""

    broken: int
    cost: int


NOTHING = Score(0, 0)


@dataclass(frozen=True, slots=True)
class Track:
    """What a machine went through: its state before every day, and the breach on every day."""

    states: tuple[State, ...]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged plan: its score, and what each law came to, so that an edit can start from here."""

    plan: Plan
    score: Score
    rows: Mapping[str, PersonRow]
    totals: tuple[int, ...]
    tracks: tuple[Track, ...]
    breaches: Mapping[int, Score]


class Trial:
    """What an edit changes in a verdict."""

    def __init__(self, before: Verdict) -> None:
        self.score = before.score
        self.totals = Overlay(before.totals)
        self.tracks = Overlay(before.tracks)
        self.rows: dict[str, PersonRow] = {}
        self.breaches: dict[int, Score] = {}

    def charge(self, index: int, found: Score, before: Score) -> None:
        """Have a law come to another score than before."""
        self.breaches[index] = found
        self.score = Score(self.score.broken + found.broken - before.broken, self.score.cost + found.cost - before.cost)
