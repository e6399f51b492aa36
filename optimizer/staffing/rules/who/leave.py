"""Approved leave is leave."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class Leave(UnitRule):
    """Gives nobody a duty on a day of approved leave. A leave code such as PTO may stand there; it counts its hours."""

    key, title, unit = "leave", "Approved leave", "duty on leave"
    sentence = "no duty on a day of approved leave; a leave code such as PTO may stand there and counts its hours"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day of approved leave within the plan."""
        for staff in self.concerned(unit):
            approved = [request for request in unit.requests if request.who == staff.id and request.approved]
            for day in unit.days:
                off = [request for request in approved if request.first <= day <= request.last]
                if off:
                    duties = (p for p in unit.cells[staff.id, day] if unit.shift_of(p.what).kind is not Kind.LEAVE)
                    barred = tuple((1, pair) for pair in duties if any(each.means(pair.what.shift) for each in off))
                    yield Sum(Place(staff.id, day), barred, high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who works on leave."""
        return f"{unit.name_of(finding.place.who)} is on approved leave on {on(finding.day)} but has a duty."
