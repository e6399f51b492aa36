"""What people asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class Requests(UnitRule):
    """Grants what people asked for, day by day; a request of weight 3 counts three times. Leave is none."""

    key, title, unit = "requests", "Requests", "request, times its weight"
    sentence = "what they asked for, day by day; a request of weight 3 counts three times, leave and blocked days none"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day of every request within the plan."""
        concerned = {staff.id for staff in self.concerned(unit)}
        return (self.law(unit, *asked) for asked in self.asked(unit) if asked[0].who in concerned)

    @staticmethod
    def asked(unit: Unit) -> Iterator[tuple[Request, date]]:
        """Yield every day of the plan that somebody asks for; leave and blocked days are none."""
        days = frozenset(unit.days)
        wishes = (request for request in unit.requests if not request.binds)
        return ((request, day) for request in wishes for day in request.days if day in days)

    @staticmethod
    def law(unit: Unit, request: Request, day: date) -> Sum:
        """Return the law that a day asked for is granted."""
        terms = tuple((request.weight, pair) for pair in unit.cells[request.who, day] if _meant(unit, request, pair))
        place = Place(request.who, day, what=(request.wish, request.shift))
        return Sum(place, terms, high=0) if request.wish is Wish.OFF else Sum(place, terms, low=request.weight)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose request is not granted."""
        wish, shift = finding.place.what
        name, work = unit.name_of(finding.place.who), f"work {shift}".rstrip()
        if wish == Wish.ON:
            return f"{name} asked to {work} on {on(finding.day)} but does not."
        return f"{name} asked not to {work} on {on(finding.day)} but does."


def _meant(unit: Unit, request: Request, pair: Pair) -> bool:
    shift = unit.shift_of(pair.what)
    return request.means(shift.code) and (bool(request.shift) or shift.works or shift.staffs)
