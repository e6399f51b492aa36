"""Shifts that rotate forward: from one day to the next, later or the same, never earlier."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.measure import HOURS
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import WorkTimes, times_on_the_wall, walk
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class RotationMachine:
    """Keeps when the day before started, None when it was off."""

    slack: int

    @property
    def start(self) -> None:
        """Return the state of someone who was off."""
        return None

    def step(self, state: State, letter: Letter) -> tuple[int | None, int]:
        """Read when a day starts; charge a start earlier than the day before by more than the slack."""
        if letter is None:
            return None, 0
        start, last = cast(WorkTimes, letter).start, cast(int | None, state)
        return start, int(last is not None and start < last - self.slack)


@dataclass(frozen=True)
class ForwardRotation(UnitRule):
    """Has duties on following days start no earlier than the day before, but for so many minutes."""

    key, title, unit = "forward-rotation", "Forward rotation", "backward step"
    sentence = "no duty that starts more than {limit} earlier than the one of the day before"
    measure = HOURS

    limit: int = 2 * 60

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = RotationMachine(self.limit), times_on_the_wall(unit.shifts)
        return (walk(unit, human.id, machine, read) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose duty steps back."""
        who, day = finding.place.who, finding.day
        slack = hours(self.limit)
        return f"{unit.name_of(who)} starts more than {slack} earlier on {on(day)} than the day before."
