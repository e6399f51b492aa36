"""Weekends worked in blocks: not fewer than so many in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, Machine, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import Ended, WeekendDay
from optimizer.staffing.rules.sequence.in_a_row import ClosedFewestMachine, FewestMachine
from optimizer.staffing.rules.weekends.counted import FREE, CountedWeekendRule, WeekendCount


@dataclass(frozen=True)
class FewestWeekendsMachine:
    """Counts weekends in a row as days are counted, and keeps how the present one is worked."""

    fewest: int
    begins: bool
    closed: bool
    count: WeekendCount

    @property
    def start(self) -> tuple[State, int]:
        """Return the state of someone of whom nothing is known."""
        return self._runs.start, FREE

    def step(self, state: State, letter: Letter) -> tuple[tuple[State, int], int]:
        """Read whether a weekend counts; when a run of them is over too early, charge the weekends missing."""
        run, worked = cast(tuple[State, int], state)
        day = cast(WeekendDay, letter)
        if self.begins and day.cut:
            return (run, worked), 0
        worked = self.count.worked(worked, day)
        if not (day.closes or (self.closed and day.last)):
            return (run, worked), 0
        counts = self.count.over(worked, day) != FREE
        run, missing = self._runs.step(run, Ended(counts, day.last) if self.closed else counts)
        return (run, FREE), missing

    @property
    def _runs(self) -> Machine:
        return ClosedFewestMachine(self.fewest) if self.closed else FewestMachine(self.fewest, self.begins)


@dataclass(frozen=True)
class FewestWeekendsInARow(BorderRule, CountedWeekendRule):
    """Gives nobody a run of weekends, worked or free, shorter than so many.

    One that may go on beyond an open border is long enough.
    """

    key, title, unit = "fewest-weekends-in-a-row", "Fewest weekends in a row", "weekend missing"
    sentence = "no run of fewer than {limit} {counted}"
    measure = number_of("weekend", "weekends")

    limit: int = 2

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine = FewestWeekendsMachine(self.limit, self.begins, self.closed, WeekendCount(self.free))
        read = self.readers(unit)
        return (self.walk(unit, h.id, machine, read(h.id)) for h in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run of weekends was too short, and by which day."""
        has, run = self.has(unit, finding.place.who), count(self.limit - finding.amount, "weekend")
        return f"By {on(finding.day)} {has} only {run} in a row; it should be {self.limit} or more."
