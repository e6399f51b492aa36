"""Nobody is in two places: no duty begins before the one of the day before has ended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import as_one, as_they_last, walk
from optimizer.staffing.rules.rule import TimeRule


class Occupied(NamedTuple):
    """From when to when a duty holds somebody, in minutes after a day's midnight, and whether they are at work."""

    start: int
    end: int
    works: bool


FREE = Occupied(0, 0, False)


@dataclass(frozen=True)
class OverlapMachine:
    """Keeps until when somebody is held by the day before, as seen from the next midnight, where that can matter.

    ``first`` is when the earliest duty begins. Two duties at work are charged only ``at_work``.
    """

    first: int
    at_work: bool

    @property
    def start(self) -> Occupied:
        """Return the state of someone who is free."""
        return FREE

    def step(self, state: State, letter: Letter) -> tuple[Occupied, int]:
        """Read what holds somebody on a day; charge the minutes by which it begins too early."""
        held, before = cast(Occupied | None, letter), cast(Occupied, state)
        if held is None:
            return FREE, 0
        until = held.end - DAY_MINUTES
        left = Occupied(0, until, held.works and not self.at_work) if until > self.first else FREE
        judged = not (before.works and held.works)
        return left, max(0, before.end - held.start) if judged else 0


@dataclass(frozen=True)
class NoOverlap(TimeRule):
    """Lets no duty begin before the one of the day before has ended, on call included; leave has no hours of its own.

    Where rest between duties is a must for everyone, two duties at work are left to it: ``at_work`` is 0 then.
    """

    key, title, unit = "no-overlap", "No two duties at once", "hour in two places"
    sentence = "no duty that begins before the one of the day before has ended, on call included"
    always_must = True

    at_work: int = 1

    def details(self) -> Iterator[str]:
        """Yield what is left to another rule."""
        if not self.at_work:
            yield "two duties at work are left to the rest between duties"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person, where any two shifts can overlap at all."""
        holding = [shift for shift in unit.shifts if not shift.away]
        if any(self._overlap(one, other) for one, other in product(holding, holding)):
            machine = OverlapMachine(min(shift.start for shift in holding), bool(self.at_work))
            read = as_they_last(unit, _held)
            yield from (walk(unit, human.id, machine, read) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose duty begins too early, and by how much."""
        who, day, early = unit.name_of(finding.place.who), on(finding.day), finding.amount
        by = hours(early) if early >= 60 else f"{early} min"
        return f"{who}'s duty on {day} begins {by} before the one before it ends."

    def _overlap(self, one: Shift, other: Shift) -> bool:
        """Tell whether a shift, the day after another, begins before that has ended, and this rule judges it."""
        judged = self.at_work or not (one.works and other.works)
        return bool(judged) and one.end - DAY_MINUTES > other.start


def _held(shifts: Iterable[Shift]) -> Reader:
    """Read from when to when somebody is held on a day, None when by nothing. Two duties are read as one long one."""
    known = {shift.code: Occupied(shift.start, shift.end, shift.works) for shift in shifts if not shift.away}
    return as_one(
        known, lambda had: Occupied(min(h.start for h in had), max(h.end for h in had), all(h.works for h in had))
    )
