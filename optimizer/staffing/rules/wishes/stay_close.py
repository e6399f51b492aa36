"""Few changes to a schedule that people already know."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class StayClose(UnitRule):
    """Keeps every cell of the given schedule as it was. Without a given schedule it says nothing."""

    key, title, unit = "stay-close", "Stay close to the given schedule", "cell changed"
    sentence = "every day as it was in the given schedule; without a given schedule nothing is asked"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every cell: the duty it had is there still, or a day off is still free."""
        if not unit.given:
            return
        for staff in self.concerned(unit):
            for day in unit.days:
                cell = unit.cells[staff.id, day]
                had = tuple((1, pair) for pair in cell if pair in unit.given)
                place = Place(staff.id, day, what=tuple(pair.what.shift for _, pair in had))
                if had:
                    yield Sum(place, had, low=len(had))
                else:
                    yield Sum(place, tuple((1, pair) for pair in cell), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose day changed."""
        had = " and ".join(finding.place.what) or "a day off"
        return f"{unit.name_of(finding.place.who)} had {had} on {on(finding.day)} in the schedule before; that changed."
