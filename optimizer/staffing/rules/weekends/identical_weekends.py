"""The same shift on every day of a weekend."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.reading import WeekendDay, walk
from optimizer.staffing.rules.weekends.weekend_rule import AWAY, WholeWeekendRule


@dataclass(frozen=True)
class IdenticalMachine:
    """Keeps the shifts worked in the present weekend, in order of their codes."""

    @property
    def start(self) -> tuple[str, ...]:
        """Return the state of someone who works none."""
        return ()

    def step(self, state: State, letter: Letter) -> tuple[tuple[str, ...], int]:
        """Read the shifts of a day; when the weekend is over, charge every shift the days on which it is missing."""
        day = cast(WeekendDay, letter)
        codes = (*cast(tuple[str, ...], state), *(code for _, code in day.worked))
        if not (day.closes or day.last):
            return tuple(sorted(codes)), 0
        if day.cut or day.days < 2 or AWAY in codes:
            return (), 0
        return (), sum(max(0, day.days - number) for number in Counter(codes).values())


@dataclass(frozen=True)
class IdenticalWeekends(WholeWeekendRule):
    """Has every day of a weekend worked in the same shift: each shift is charged the days on which it is missing.

    A weekend cut by the first day known is not judged, one cut by the plan's end by its days within, if it has two.
    """

    key, title, unit = "identical-weekends", "Same shift all weekend", "day in another shift or off"
    sentence = "the same shift on every day of a weekend at work; each shift is charged the days on which it is missing"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = IdenticalMachine(), self.readers(unit, by_shift=True)
        return (walk(unit, h.id, machine, read(h.id)) for h in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend mixes shifts or has days off."""
        who, day = finding.place.who, finding.day
        return f"{unit.name_of(who)} does not work the same shift all through the weekend that ends on {on(day)}."
