"""Duties and days off that are not to follow each other day by day: an evening, then a day; a lone day off."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.reading import walk
from optimizer.staffing.rules.sequence.pattern import PatternMachine, PatternRule


@dataclass(frozen=True)
class UnwantedPattern(PatternRule):
    """Has nobody's days go by a pattern.

    "E, D" is an evening before a day; "N, off, N" a lone day off between nights; "N, anything, N" two nights with any
    day between; "not N, N, not N" a lone night; "Fri off, Sat any, Sun any" a weekend on duty after a free Friday.
    Every place where the pattern fits is charged.
    """

    key, title, unit = "unwanted-pattern", "Unwanted pattern", "time it occurs"
    sentence = "no days that go {pattern}"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine = PatternMachine(len(self.pattern))
        return (walk(unit, human.id, machine, self.days_of(unit, human.id)) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose days follow the pattern, and until when."""
        days = ", ".join(self.pattern)
        return f"{unit.name_of(finding.place.who)}'s days up to {on(finding.day)} follow an unwanted pattern: {days}."
