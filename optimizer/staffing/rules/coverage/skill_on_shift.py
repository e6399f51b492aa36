"""Enough people with a skill on every shift: someone with ACLS, two who can run the pump."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.demand import most_particular
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class SkillOnShift(UnitRule):
    """At least so many people on a shift hold a credential that is valid that day."""

    key, title, unit = "skill-on-shift", "Skills on every shift", "skilled person missing"
    sentence = "at least as many people on a shift with a credential valid that day as it needs, counting {everyone}"
    opening, firmness = "", 2

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every skill needed on every day, over those who hold it."""
        people = {staff.id: staff for staff in self.concerned(unit)}
        for day in unit.days:
            for need in most_particular(day, unit.skill_needs, unit.calendar):
                if unit.plannable(day, need.shift):
                    there = (pair for pair in unit.on(day, need.shift) if pair.who in people)
                    able = (pair for pair in there if people[pair.who].holds(need.credential, pair.what.day))
                    place = Place(day=day, what=(need.shift, need.credential))
                    yield Sum(place, tuple((1, pair) for pair in able), low=need.at_least)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many with the skill are there and how many it should be."""
        shift, credential = finding.place.what
        there = count(finding.total, "person", "people")
        return f"{shift} on {on(finding.day)} has {there} with {credential}; it needs {finding.bound}."
