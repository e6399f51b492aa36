"""A novice never works without someone experienced."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import Kind, Window
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class NoviceSupport(UnitRule):
    """Has few novices on a shift for every experienced colleague who is there from its start to its end.

    A novice has fewer than ``novice`` months of experience, an experienced colleague ``experienced`` or more and the
    same main role. An orientee has a preceptor instead.
    """

    key, title, unit = "novice-support", "Novices beside experienced staff", "novice alone"
    sentence = (
        "at most {limit} on a shift, counting {everyone} with less than {novice} of experience, for each colleague in "
        "the same main role with {experienced} or more who is there from its start to its end"
    )
    opening, measure = "", number_of("novice", "novices", "novices for each experienced")

    limit: int = 1
    novice: int = 12
    experienced: int = 36

    def words(self) -> Mapping[str, str]:
        """Return also the words for its months of experience."""
        months = {"novice": count(self.novice, "month"), "experienced": count(self.experienced, "month")}
        return {**super().words(), **months}

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day, work shift and main role that has novices."""
        novices = {s.id: s.roles[0] for s in self.concerned(unit) if s.experience < self.novice and not s.preceptors}
        experts = {s.id: s.roles[0] for s in unit.staff if s.experience >= self.experienced}
        for shift in (shift for shift in unit.shifts if shift.kind is Kind.WORK):
            alongside = sorted({*unit.spanning(Window(shift.start, shift.end)), (shift.code, 0)})
            for role in sorted(set(novices.values())):
                for day in unit.days:
                    new = tuple((1, pair) for pair in unit.columns[day, shift.code] if novices.get(pair.who) == role)
                    old = (pair for pair in unit.among(day, alongside) if experts.get(pair.who) == role)
                    terms = new + tuple((-self.limit, pair) for pair in old)
                    yield Sum(Place(day=day, what=(shift.code, role)), terms, high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say on which shift novices are without enough experienced colleagues."""
        shift, role = finding.place.what
        novices = count(finding.amount, "novice")
        return f"{shift} on {on(finding.day)} has {novices} as {role} more than its experienced staff can support."
