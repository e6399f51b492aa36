"""Nobody is in two places: no two duties at once, from one day to the next or on one day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import Duties, as_they_last, walk
from optimizer.staffing.rules.rule import TimeRule


class Occupied(NamedTuple):
    """From when to when a duty, or a part of it, holds somebody, in minutes after a midnight; and what duty it is."""

    start: int
    end: int
    works: bool
    away: bool


class Holding(NamedTuple):
    """What holds somebody on a day, and for how many minutes two duties of the day do so at once."""

    by: tuple[Occupied, ...]
    twice: int = 0


FREE = ()


@dataclass(frozen=True)
class OverlapMachine:
    """Keeps what of a day holds somebody on the next, as seen from its midnight, where that can matter.

    ``first`` is when the earliest duty begins. Two duties at work are charged only ``at_work``.
    """

    first: int
    at_work: bool

    @property
    def start(self) -> tuple[Occupied, ...]:
        """Return the state of someone who is free."""
        return FREE

    def step(self, state: State, letter: Letter) -> tuple[tuple[Occupied, ...], int]:
        """Read what holds somebody on a day; charge the minutes by which it begins too early, and those held twice."""
        held, before = cast(Holding, letter), cast(tuple[Occupied, ...], state)
        early = max((b.end - h.start for b, h in product(before, held.by) if not (b.works and h.works)), default=0)
        ends = {each.works and not self.at_work: each.end - DAY_MINUTES for each in held.by}  # the last of either sort
        left = (Occupied(0, end, works, away=False) for works, end in sorted(ends.items()) if end > self.first)
        return tuple(left), max(0, early) + held.twice


@dataclass(frozen=True)
class NoOverlap(TimeRule):
    """Lets no duty begin before the one of the day before has ended, on call included; leave has no hours of its own.

    Where rest between duties is a must for everyone, two duties at work are left to it: ``at_work`` is 0 then. Where a
    day may have several duties ``same_day`` is 1: no two of them overlap, nor does leave for part of the day one.
    """

    key, title, unit = "no-overlap", "No two duties at once", "hour in two places"
    sentence = "no duty that begins before the one of the day before has ended, on call included"
    always_must = True

    at_work: int = 1
    same_day: int = 0

    def details(self) -> Iterator[str]:
        """Yield what is left to another rule."""
        if self.same_day:
            yield "nor any that overlaps another of its day"
        if not self.at_work:
            yield "two duties at work are left to the rest between duties"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person, where any two shifts can overlap at all."""
        holding = [shift for shift in unit.shifts if not shift.away]
        if holding and (self.same_day or any(self._overlap(one, other) for one, other in product(holding, holding))):
            machine = OverlapMachine(min(shift.start for shift in holding), bool(self.at_work))
            read = as_they_last(unit, _held)
            yield from (walk(unit, human.id, machine, read) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose duty begins too early, and by how much."""
        who, day, early = unit.name_of(finding.place.who), on(finding.day), finding.amount
        by = hours(early) if early >= 60 else f"{early} min"
        if self.same_day:
            return f"{who} would be in two places for {by} with what they have on {day}."
        return f"{who}'s duty on {day} begins {by} before the one before it ends."

    def _overlap(self, one: Shift, other: Shift) -> bool:
        """Tell whether a shift, the day after another, begins before that has ended, and this rule judges it."""
        judged = self.at_work or not (one.works and other.works)
        return bool(judged) and one.end - DAY_MINUTES > other.start


def _held(shifts: Iterable[Shift]) -> Reader:
    """Read what holds somebody on a day, in the order in which it ends; leave counts for the day itself alone."""
    known = {shift.code: tuple(Occupied(*each, shift.works, shift.away) for each in shift.held) for shift in shifts}

    def read(_day: date, duties: Duties) -> Holding:
        had = [known[duty.shift] for duty in duties]
        twice = sum(_shared(a, b) for one, other in combinations(had, 2) for a, b in product(one, other))
        by = sorted((each for held in had for each in held if not each.away), key=lambda each: each.end)
        return Holding(tuple(by), twice)

    return read


def _shared(one: Occupied, other: Occupied) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
