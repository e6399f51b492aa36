"""How many days off in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.excused import LeaveRule
from optimizer.staffing.rules.reading import Duties, Ended, ended, off_but_present, off_work
from optimizer.staffing.rules.sequence.in_a_row import MostMachine, fewest_walk, too_long, too_short

LEAVE = None
"""The letter of a day of leave that is excused."""


@dataclass(frozen=True)
class MostFreeMachine:
    """Counts days off up to the most allowed, past days of leave as if they were not there."""

    most: int

    @property
    def start(self) -> int:
        """Return the state of someone who has had none."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read whether a day is off, or leave; charge every day off beyond the most."""
        return (cast(int, state), 0) if letter is LEAVE else MostMachine(self.most).step(state, letter)


@dataclass(frozen=True)
class FewestFreeMachine:
    """Counts the days of a break, leave among them, and keeps whether any of them is off without leave."""

    fewest: int
    begins: bool
    closed: bool

    @property
    def start(self) -> tuple[int, bool]:
        """Return the state of someone whose break may have begun long before, and is long enough; else of none."""
        return (0 if self.begins else self.fewest), False

    def step(self, state: State, letter: Letter) -> tuple[tuple[int, bool], int]:
        """Read whether a day is off, or leave; when a break that is not leave alone ends too early, charge its lack."""
        run, plain = cast(tuple[int, bool], state)
        off, last = cast(Ended, letter)
        if off is LEAVE or off:
            run, plain = min(self.fewest, run + 1), plain or off is not LEAVE
            if not (last and self.closed):
                return (run, plain), 0
        return (0, False), self.fewest - run if run and plain else 0


@dataclass(frozen=True)
class MostDaysOff(LeaveRule, BorderRule):
    """Gives nobody more than so many days off in a row; leave and blocked days do not count.

    Leave ends a row, but when it is excused: then the days off before and after it are in one.
    """

    key, title, unit = "most-days-off", "Most days off in a row", "day too many"
    sentence = "at most {limit} in a row; leave and blocked days do not count"
    measure = number_of("day off", "days off", "days")
    when_excused = "it does not end a row either"

    limit: int = 6

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        for human in self.humans(unit):
            read, away = off_but_present(unit, unit.unavailable[human.id]), self.away(unit, human.id)
            if self.excused:
                yield self.walk(unit, human.id, MostFreeMachine(self.limit), _with_leave(read, away))
            else:
                yield self.walk(unit, human.id, MostMachine(self.limit), read)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose break is too long, and on which day it becomes so."""
        return too_long(unit, finding, count(self.limit, "day off", "days off"))


@dataclass(frozen=True)
class FewestDaysOff(LeaveRule, BorderRule):
    """Gives nobody fewer than so many days off in a row; one that may go on beyond an open border is long enough."""

    key, title, unit = "fewest-days-off", "Fewest days off in a row", "day missing"
    sentence, measure = "no break of fewer than {limit}", number_of("day off", "days off", "days")
    when_excused = "a break of leave alone may be of any length"

    limit: int = 2

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        if not self.excused:
            yield from fewest_walk(self, self.limit, unit, off_work(unit))
            return
        machine = FewestFreeMachine(self.limit, self.begins, self.closed)
        for human in self.humans(unit):
            read = _with_leave(off_work(unit), self.away(unit, human.id))
            yield self.walk(unit, human.id, machine, ended(unit, read))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose break was too short, and by which day."""
        return too_short(self, unit, finding, count(self.limit - finding.amount, "day off", "days off"))


def _with_leave(read: Reader, away: Reader) -> Reader:
    """Read as another reader does, but for days of leave that is excused."""

    def read_leave(day: date, duties: Duties) -> Letter:
        return LEAVE if away(day, duties) else read(day, duties)

    return read_leave
