"""Weekends worked in blocks: not fewer than so many in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, Machine, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import weekend_named
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import Ended, WeekendDay, walk, weekend_days
from optimizer.staffing.rules.sequence.in_a_row import ClosedFewestMachine, FewestMachine
from optimizer.staffing.rules.weekends.weekends import WeekendRule


@dataclass(frozen=True)
class FewestWeekendsMachine:
    """Counts weekends worked in a row as days are counted, and keeps whether the present one is worked."""

    fewest: int
    closed: bool

    @property
    def start(self) -> tuple[State, bool]:
        """Return the state of someone of whom nothing is known."""
        return self._runs.start, False

    def step(self, state: State, letter: Letter) -> tuple[tuple[State, bool], int]:
        """Read whether a weekend is worked; when a run of them is over too early, charge the weekends missing."""
        run, worked = cast(tuple[State, bool], state)
        day = cast(WeekendDay, letter)
        if self.closed and day.cut:
            return (run, worked), 0
        worked = worked or bool(day.worked)
        if not (day.closes or (self.closed and day.last)):
            return (run, worked), 0
        run, missing = self._runs.step(run, Ended(worked, day.last) if self.closed else worked)
        return (run, False), missing

    @property
    def _runs(self) -> Machine:
        return ClosedFewestMachine(self.fewest) if self.closed else FewestMachine(self.fewest)


@dataclass(frozen=True)
class FewestWeekendsInARow(BorderRule, WeekendRule):
    """Gives nobody a run of weekends shorter than so many; one that may go on beyond an open border is long enough."""

    key, title, unit = "fewest-weekends-in-a-row", "Fewest weekends in a row", "weekend missing"
    sentence = "no run of fewer than {limit} at work; one day of it makes a weekend"
    measure = number_of("weekend", "weekends")

    limit: int = 2

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine = FewestWeekendsMachine(self.limit, self.closed)
        read = weekend_days(unit, weekend_named(self.weekend))
        return (walk(unit, staff.id, machine, read) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run of weekends was too short, and by which day."""
        who, day = finding.place.who, finding.day
        run = count(self.limit - finding.amount, "weekend")
        return f"By {on(day)} {unit.name_of(who)} works only {run} in a row; it should be {self.limit} or more."
