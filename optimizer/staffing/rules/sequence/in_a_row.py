"""How many duties in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, Machine, Reader, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import Ended, ended, on_duty, walk
from optimizer.staffing.rules.rule import DutiesRule


@dataclass(frozen=True)
class MostMachine:
    """Counts the days of a run, up to the most allowed."""

    most: int

    @property
    def start(self) -> int:
        """Return the state of someone whose run has not begun."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read whether a day belongs to the run; charge every day beyond the most."""
        run = cast(int, state)
        return (min(self.most, run + 1), int(run == self.most)) if letter else (0, 0)


@dataclass(frozen=True)
class FewestMachine:
    """Counts the days of a run, up to the fewest wanted; ``begins`` is whether none began before what is known."""

    fewest: int
    begins: bool = False

    @property
    def start(self) -> int:
        """Return the state of someone whose run may have begun long before, so that it is long enough; else of none."""
        return 0 if self.begins else self.fewest

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read whether a day belongs to the run; when it ends too early, charge the days missing."""
        run = cast(int, state)
        return (min(self.fewest, run + 1), 0) if letter else (0, self.fewest - run if run else 0)


@dataclass(frozen=True)
class ClosedFewestMachine:
    """Counts as ``FewestMachine`` does, but takes no run to have begun before or to go on after the days known."""

    fewest: int

    @property
    def start(self) -> int:
        """Return the state of someone whose run has not begun."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read whether a day belongs to the run and is the last; then the run ends with it."""
        belongs, last = cast(Ended, letter)
        run, missing = FewestMachine(self.fewest).step(state, belongs)
        return run, missing + (self.fewest - run if last and run else 0)


@dataclass(frozen=True)
class MostInARow(DutiesRule):
    """Gives nobody more than so many duties in a row."""

    key, title, unit = "most-in-a-row", "Most duties in a row", "day too many"
    sentence, measure = "at most {limit} in a row", number_of("duty", "duties", "days")

    limit: int = 5

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = MostMachine(self.limit), on_duty(unit, self.shifts)
        return (walk(unit, human.id, machine, read) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run is too long, and on which day it becomes so."""
        return too_long(unit, finding, self.duties(self.limit))


@dataclass(frozen=True)
class FewestInARow(DutiesRule, BorderRule):
    """Gives nobody a run of duties shorter than so many; one that may go on beyond an open border is long enough."""

    key, title, unit = "fewest-in-a-row", "Fewest duties in a row", "day missing"
    sentence, measure = "no run of fewer than {limit}", number_of("duty", "duties", "days")

    limit: int = 2

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        return fewest_walk(self, self.limit, unit, on_duty(unit, self.shifts))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run was too short, and by which day."""
        return too_short(self, unit, finding, self.duties(self.limit - finding.amount))


def fewest_walk(rule: BorderRule, fewest: int, unit: Unit, read: Reader) -> Iterator[Walk]:
    """Yield a walk a person over runs that are not to be shorter than so many days."""
    machine: Machine = FewestMachine(fewest, rule.begins)
    if rule.closed:
        machine, read = ClosedFewestMachine(fewest), ended(unit, read)
    return (rule.walk(unit, human.id, machine, read) for human in rule.humans(unit))


def too_long(unit: Unit, finding: Finding, most: str) -> str:
    """Return by which day somebody has more than so many in a row."""
    who, day = finding.place.who, finding.day
    return f"With {on(day)} {unit.name_of(who)} has more than {most} in a row."


def too_short(rule: BorderRule, unit: Unit, finding: Finding, run: str) -> str:
    """Return by which day somebody has had only so many in a row."""
    who, day = finding.place.who, finding.day
    by = "by" if rule.closed else "before"
    return f"{unit.name_of(who)} has only {run} in a row {by} {on(day)}; it should be {rule.limit} or more."
