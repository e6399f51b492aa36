"""Runs of duties that may have some lengths and no others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either, on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import Duties, Ended, ended, on_duty
from optimizer.staffing.rules.rule import ShiftsRule


class RunDay(Enum):
    """What a day is to a run: one of its days, leave beside or between them, or its end."""

    DUTY = auto()
    LEAVE = auto()
    OTHER = auto()


class RunSoFar(NamedTuple):
    """The duties of a run, the days of leave beside or between them, and whether it may have begun before all known."""

    duties: int
    leave: int
    cut: bool


@dataclass(frozen=True)
class RunLengthsMachine:
    """Counts the days of a run, up to one more than the longest allowed, and the days of leave that may count to it."""

    lengths: tuple[int, ...]
    begins: bool
    closed: bool

    @property
    def start(self) -> RunSoFar:
        """Return the state of someone whose run may have begun long before, beyond an open border."""
        return RunSoFar(0, 0, not self.begins)

    def step(self, state: State, letter: Letter) -> tuple[RunSoFar, int]:
        """Read what a day is; charge a run that is over and has no length allowed, leave counted in or not."""
        run, longest = cast(RunSoFar, state), max(self.lengths)
        day, last = cast(Ended, letter)
        if day is RunDay.DUTY:
            run = run._replace(duties=min(longest + 1, run.duties + 1))
        if day is RunDay.LEAVE:
            run = run._replace(leave=min(longest, run.leave + 1))
        if day is RunDay.OTHER or (self.closed and last):
            return RunSoFar(0, 0, cut=False), int(not run.cut and self._wrong(run))
        return run, 0

    def _wrong(self, run: RunSoFar) -> bool:
        return run.duties > 0 and not any(run.duties <= each <= run.duties + run.leave for each in self.lengths)


@dataclass(frozen=True)
class RunLengths(ShiftsRule, BorderRule):
    """Gives everyone duties only in runs of some lengths, such as 2, 3 or 5.

    Approved leave does not end a run, and its days beside or between the duties may be counted in or not. A run that
    may go on beyond an open border is not judged. With length 0 alone there is to be no run at all.
    """

    key, title, unit = "run-lengths", "Lengths of runs", "run of another length"
    sentence = "{duties} only in runs of {lengths}; approved leave does not end a run and may be counted in"

    lengths: tuple[str, ...] = ("2", "3")

    def words(self) -> Mapping[str, str]:
        """Return also what runs, and the lengths."""
        return {**super().words(), "duties": self.of_shifts("duties"), "lengths": either(self.lengths)}

    def check(self, unit: Unit) -> None:
        """Refuse lengths that are no numbers of days."""
        super().check(unit)
        for length in self.lengths or ("",):
            if not length.isdecimal() or int(length) > 31:
                raise ValueError(f"'{length}' is no length of a run; write days up to 31, such as 2, 3, 5")

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person; none in a unit without such a shift."""
        machine = RunLengthsMachine(tuple(int(length) for length in self.lengths), self.begins, self.closed)
        for human in self.humans(unit) if unit.meant(self.shifts) else ():
            yield self.walk(unit, human.id, machine, ended(unit, self._days(unit, unit.leave[human.id])))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run has no length allowed, and by which day it is over."""
        who, by = unit.name_of(finding.place.who), on(finding.day)
        runs, lengths = f"{self.of_shifts('duties')} in a row", either(self.lengths)
        return f"{who}'s run of {runs} that is over by {by} is not {lengths} long."

    def _days(self, unit: Unit, leave: frozenset[date]) -> Reader:
        runs, works = on_duty(unit, self.shifts), on_duty(unit)

        def read(day: date, duties: Duties) -> RunDay:
            if runs(day, duties):
                return RunDay.DUTY
            return RunDay.LEAVE if day in leave and not works(day, duties) else RunDay.OTHER

        return read
