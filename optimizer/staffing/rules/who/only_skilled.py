"""Shifts that take a skill: nobody works them without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class OnlySkilled(UnitRule):
    """Gives nobody a duty, of any kind or of the shifts meant, without ``credentials`` valid that day."""

    key, title, unit = "only-skilled", "Skill for the duty", "duty without the skill"

    shifts: Scope = ()
    credentials: tuple[str, ...] = ("ACLS",)

    def counts(self, shift: Shift) -> bool:
        """Tell whether a shift is held in a role: nobody needs a skill for leave."""
        return shift.staffs

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every person and day on which a credential is missing or expired."""
        meant = {shift.code for shift in unit.shifts if shift.staffs and shift.matches(self.shifts)}
        for staff in self.concerned(unit):
            for day in unit.days:
                if not all(staff.holds(name, day) for name in self.credentials):
                    barred = (pair for pair in unit.cells[staff.id, day] if pair.what.shift in meant)
                    yield Sum(Place(staff.id, day), tuple((1, pair) for pair in barred), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose duty takes which skill."""
        staff, day = unit.people[finding.place.who], finding.day
        lacking = ", ".join(name for name in self.credentials if not staff.holds(name, day))
        return f"{unit.name_of(staff.id)} has a duty on {on(day)} that takes what is missing or has expired: {lacking}."
