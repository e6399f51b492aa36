"""Leave begins rested: no night before it runs into its first day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule

DAY = timedelta(days=1)


@dataclass(frozen=True)
class NightIntoLeave(UnitRule):
    """Gives nobody a duty, on call included, that ends on the first day of approved leave.

    Where the rule is off, a schedule's summary still names such nights.
    """

    key, title, unit = "night-into-leave", "No night into leave", "night into leave"
    sentence = "no duty, on call included, that runs into the first day of approved leave"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day of the plan before somebody's leave."""
        return (law for staff in self.concerned(unit) for law in _before_leave(unit, staff))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who works into leave, and with which duty."""
        who, day, first = unit.name_of(finding.place.who), on(finding.day), on(finding.day + DAY)
        return f"{who}'s duty on {day} runs into {first}, the first day of approved leave."


def _before_leave(unit: Unit, staff: Staff) -> Iterator[Sum]:
    leave = unit.leave[staff.id]
    for day in sorted({first - DAY for first in leave} - leave):
        if unit.calendar.first <= day <= unit.calendar.last:
            nights = tuple((1, pair) for pair in unit.cells[staff.id, day] if _runs_on(unit.shift_of(pair.what)))
            yield Sum(Place(staff.id, day), nights, high=0)


def _runs_on(shift: Shift) -> bool:
    return shift.end > DAY_MINUTES and not shift.away
