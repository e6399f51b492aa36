"""Approved leave is leave, and a blocked day is blocked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule

BLOCKED = (Wish.BLOCKED,)


@dataclass(frozen=True)
class Leave(UnitRule):
    """Gives nobody a duty on a day of approved leave, or on a blocked day.

    A leave code such as PTO may stand there; it counts its hours. Leave without one lowers what is owed, a blocked day
    does not.
    """

    key, title, unit = "leave", "Approved leave", "duty on leave"
    sentence = "no duty on a day of approved leave or a blocked day; a leave code may stand there and counts its hours"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day of the plan on which somebody has leave or may not be asked."""
        for staff in self.concerned(unit):
            binding = [request for request in unit.requests if request.who == staff.id and request.binds]
            for day in unit.days:
                asked = [request for request in binding if request.first <= day <= request.last]
                if asked:
                    yield _nothing_on(unit, staff.id, day, asked)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who works on leave, or on a blocked day."""
        who, day = unit.name_of(finding.place.who), on(finding.day)
        if finding.place.what == BLOCKED:
            return f"{who} may not be asked on {day}, a blocked day, but has a duty."
        return f"{who} is on approved leave on {day} but has a duty."


def _nothing_on(unit: Unit, who: str, day: date, asked: list[Request]) -> Sum:
    """Return the law that somebody has nothing of what was asked for on a day, but for codes that say they are away."""
    duties = (pair for pair in unit.cells[who, day] if not unit.shift_of(pair.what).away)
    barred = tuple((1, pair) for pair in duties if any(each.means(pair.what.shift) for each in asked))
    return Sum(Place(who, day, what=() if any(each.approved for each in asked) else BLOCKED), barred, high=0)
