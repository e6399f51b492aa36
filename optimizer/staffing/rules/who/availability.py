"""Only those who work here, on the shifts they are hired for."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class Availability(UnitRule):
    """Gives nobody a duty while they are not employed here, or on a shift that their contract excludes."""

    key, title, unit = "availability", "Availability by contract", "duty outside the contract"
    sentence = "duties only while employed here, and only on shifts that the contract allows"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every cell of the schedule that holds a duty someone may not have."""
        for staff in self.concerned(unit):
            for day in unit.days:
                barred = tuple(pair for pair in unit.cells[staff.id, day] if _barred(unit, staff, pair))
                if barred:
                    yield Sum(Place(staff.id, day), tuple((1, pair) for pair in barred), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say which of the two it is."""
        who, day = finding.place.who, finding.day
        staff, name = unit.people[who], unit.name_of(who)
        if not staff.employed(day):
            return f"{name} is not employed on {on(day)} but has a duty."
        return f"{name} has a duty on {on(day)} that the contract excludes; it allows {' or '.join(staff.shifts)}."


def _barred(unit: Unit, staff: Staff, pair: Pair) -> bool:
    if not staff.employed(pair.what.day):
        return True
    return bool(staff.shifts) and unit.shift_of(pair.what).staffs and pair.what.shift not in staff.shifts
