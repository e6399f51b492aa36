"""A share of the people on every shift who are registered nurses, or anything but aides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import percent_of
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, either, on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class SkillMix(UnitRule):
    """Has a share of the people on every shift among those for whom the rule stands.

    For RN it is the share of registered nurses, for "not CNA" a cap on aides. ``roles`` are the roles that are counted,
    so that RN among RN and LPN is a cap on LPN; all that the shift needs when empty. Whoever is there in a role that no
    need counts, such as an orientee, is left out.
    """

    key, title, unit = "skill-mix", "Skill mix", "person of the mix missing"
    sentence = "at least {limit} on every shift, counting {everyone}"
    opening, per, measure = "", 100, percent_of("the people", "percent of the shift")

    limit: int = 50
    roles: Scope = ()

    def details(self) -> Iterator[str]:
        """Yield the roles that are counted."""
        if self.roles:
            yield f"people are those on duty as {either(self.roles)}"

    def check(self, unit: Unit) -> None:
        """Refuse a role that the unit does not have."""
        for role in self.roles:
            if role not in unit.role_by_name:
                raise ValueError(f"'{role}' is no role; they are {', '.join(unit.role_by_name)}")

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day, and every shift or window that has needs, over those who are there."""
        concerned = {staff.id for staff in self.concerned(unit)}
        needed: dict[tuple[date, str], set[str]] = {}
        for day, need in unit.demand:
            needed.setdefault((day, need.shift), set()).add(need.role)
        for (day, label), roles in needed.items():
            counted = roles & {*self.roles} if self.roles else roles
            if unit.plannable(day, label):
                there = (pair for pair in unit.on(day, label) if pair.what.role in counted)
                terms = tuple((self._weight(pair, concerned), pair) for pair in there)
                yield Sum(Place(day=day, what=(label,)), terms, low=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say on which shift the share is too small, and how many it takes in place of others."""
        (shift,) = finding.place.what
        share = f"less than {self.limit} % who are {' or '.join(self.to) or 'anybody'}"
        people = count(self.units(finding.amount), "person", "people")
        return f"{shift} on {on(finding.day)} has {share}; {people} in place of others would do."

    def _weight(self, pair: Pair, concerned: set[str]) -> int:
        return 100 - self.limit if pair.who in concerned else -self.limit
