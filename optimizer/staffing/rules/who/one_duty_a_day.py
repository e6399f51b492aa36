"""Nobody is in two places: one duty a day."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class OneDutyADay(UnitRule):
    """Gives everyone at most one duty a day, leave and on call included."""

    key, title, unit = "one-duty-a-day", "One duty a day", "duty too many"
    sentence = "at most one duty a day, leave and on call included"
    always_must, bends = True, False

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every cell of the schedule."""
        for human in self.humans(unit):
            for day in unit.days:
                terms = tuple((1, pair) for pair in unit.cells[human.id, day])
                yield Sum(Place(human.id, day), terms, high=1)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who has how many duties on which day."""
        return f"{unit.name_of(finding.place.who)} has {finding.total} duties on {on(finding.day)}."
