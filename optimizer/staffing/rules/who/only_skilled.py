"""Shifts that take a skill: nobody works them without it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import ShiftsRule


@dataclass(frozen=True)
class OnlySkilled(ShiftsRule):
    """Gives nobody a duty of the shifts meant without some credentials valid that day."""

    key, title, unit = "only-skilled", "Skill for the duty", "duty without the skill"
    sentence = "{credentials} valid that day for {shifts}"

    credentials: tuple[str, ...] = ("ACLS",)

    def words(self) -> Mapping[str, str]:
        """Return also the words for its credentials and the duties that take them."""
        held, duty = " and ".join(self.credentials) or "nothing", self.of_shifts("duty")
        return {**super().words(), "credentials": held, "shifts": f"every {duty}"}

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
