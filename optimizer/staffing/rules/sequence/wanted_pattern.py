"""Duties and days off that are to follow each other at least once, such as a free weekend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.days_meant import days_meant
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, either
from optimizer.staffing.rules.reading import Duties
from optimizer.staffing.rules.sequence.pattern import PatternMachine, PatternRule


class Fitting(NamedTuple):
    """Which days of the pattern a day can be, as bits; and whether it is the last."""

    bits: int
    last: bool


@dataclass(frozen=True)
class WantedMachine:
    """Keeps which beginnings of the pattern the days end with, and how often it was had; charges what is missing."""

    length: int
    fewest: int

    @property
    def start(self) -> tuple[int, int]:
        """Return the state in which no pattern has begun."""
        return 0, 0

    def step(self, state: State, letter: Letter) -> tuple[tuple[int, int], int]:
        """Read which days of the pattern a day can be; with the last day, charge the times that are missing."""
        (begun, had), day = cast(tuple[int, int], state), cast(Fitting, letter)
        begun, fits = PatternMachine(self.length).step(begun, day.bits)
        had = min(self.fewest, had + fits)
        return ((0, 0), self.fewest - had) if day.last else ((begun, had), 0)


@dataclass(frozen=True)
class WantedPattern(PatternRule):
    """Has everyone's days go by a pattern so many times in the planning period; days as for an unwanted one.

    ``begins`` says on which days it may begin: weekdays, holidays, dates; on any when nothing does. "off, off" begun
    on Sat is a free weekend.
    """

    key, title, unit = "wanted-pattern", "Wanted pattern", "time missing"
    sentence = "at least {limit} days that go {pattern}{begins}"
    measure = number_of("time", "times")

    pattern: tuple[str, ...] = ("Sat off", "Sun off")
    begins: Scope = ()
    limit: int = 1

    def words(self) -> Mapping[str, str]:
        """Return also the words for the days on which it begins."""
        return {**super().words(), "begins": f", begun on {either(self.begins)}" if self.begins else ""}

    def check(self, unit: Unit) -> None:
        """Refuse also days that nobody knows."""
        super().check(unit)
        days_meant(self.begins, unit.calendar)

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person over the plan's days."""
        machine = WantedMachine(len(self.pattern), self.limit)
        for human in self.humans(unit):
            yield Walk(human.id, machine, self._fitting(unit, self.days_of(unit, human.id)), (), unit.days)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose days go by it too rarely."""
        times, days = count(self.limit - finding.amount, "time"), ", ".join(self.pattern)
        who = unit.name_of(finding.place.who)
        return f"{who}'s days go {times} by a wanted pattern in the period: {days}; it should be {self.limit} or more."

    def _fitting(self, unit: Unit, read: Reader) -> Reader:
        """Read which days of the pattern a day can be: the first only where it may begin."""
        may_begin, last = days_meant(self.begins, unit.calendar), unit.calendar.last

        def read_fitting(day: date, duties: Duties) -> Letter:
            bits = cast(int, read(day, duties))
            return Fitting(bits if may_begin(day) else bits & ~1, day == last)

        return read_fitting
