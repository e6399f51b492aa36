"""An orientee works beside their preceptor."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import Window
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class Preceptor(UnitRule):
    """Gives an orientee a shift only when one of their preceptors is there from its start to its end."""

    key, title, unit = "preceptor", "Orientee with preceptor", "duty without a preceptor"
    sentence = "one of their preceptors, if any are named, on every shift of theirs from its start to its end"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day and shift of every orientee: whoever names preceptors is one."""
        for staff in self.concerned(unit):
            for shift in (shift for shift in unit.shifts if shift.staffs and staff.preceptors):
                alongside = {*unit.spanning(Window(shift.start, shift.end)), (shift.code, 0)}
                for day in unit.days:
                    mine = tuple((1, pair) for pair in unit.columns[day, shift.code] if pair.who == staff.id)
                    theirs = (pair for pair in unit.among(day, sorted(alongside)) if pair.who in staff.preceptors)
                    yield Sum(Place(staff.id, day, what=(shift.code,)), mine + tuple((-1, p) for p in theirs), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say which orientee is without a preceptor."""
        who, day, (shift,) = finding.place.who, finding.day, finding.place.what
        preceptors = " or ".join(unit.name_of(other) for other in unit.people[who].preceptors)
        return f"{unit.name_of(who)} works {shift} on {on(day)} without a preceptor ({preceptors})."
