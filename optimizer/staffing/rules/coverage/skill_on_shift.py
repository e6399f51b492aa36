"""Enough people with a skill on a shift, whatever their role; and not too many."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.demand import SkillNeed, most_particular
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.rule import UnitRule

OF_SKILLED = "of people on a shift with a credential valid that day, as its skills say, counting {everyone}"


@dataclass(frozen=True)
class SkillCover(UnitRule):
    """Bounds the people on a shift, or through a window, who hold a credential that is valid that day."""

    opening, firmness = "", 2
    should: ClassVar[str] = "it needs"
    """What goes before the bound in a sentence."""

    @abstractmethod
    def bounds(self, need: SkillNeed) -> tuple[int | None, int | None]:
        """Return the low and high bound that a need sets, None where it sets none."""

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every skill needed on every day, over those who hold it."""
        people = {staff.id: staff for staff in self.concerned(unit)}
        for day in unit.days:
            for need in most_particular(day, unit.skill_needs, unit.calendar):
                low, high = self.bounds(need)
                if (low is not None or high is not None) and unit.plannable(day, need.shift):
                    there = (pair for pair in unit.on(day, need.shift) if pair.who in people)
                    able = (pair for pair in there if people[pair.who].holds(need.credential, pair.what.day))
                    place = Place(day=day, what=(need.shift, need.credential))
                    yield Sum(place, tuple((1, pair) for pair in able), low, high)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many with the skill are there and how many it should be."""
        shift, credential = finding.place.what
        there = count(finding.total, "person", "people")
        return f"{shift} on {on(finding.day)} has {there} with {credential}; {self.should} {finding.bound}."


@dataclass(frozen=True)
class SkillOnShift(SkillCover):
    """At least so many people on a shift hold a credential that is valid that day."""

    key, title, unit = "skill-on-shift", "Skills on every shift", "skilled person missing"
    sentence = "at least as many people on a shift with a credential valid that day as it needs, counting {everyone}"

    def bounds(self, need: SkillNeed) -> tuple[int | None, int | None]:
        """Bound from below by what is needed."""
        return need.at_least or None, None


@dataclass(frozen=True)
class SkillTarget(SkillCover):
    """As many people with a skill as wished."""

    key, title, unit = "skill-target", "Target of skills", "skilled person missing"
    sentence = f"at least the target {OF_SKILLED}"
    should = "the target is"

    def bounds(self, need: SkillNeed) -> tuple[int | None, int | None]:
        """Bound from below by the target."""
        return need.target or None, None


@dataclass(frozen=True)
class SkillMaximum(SkillCover):
    """No more people with a skill than are of use, so that the others have some."""

    key, title, unit = "skill-maximum", "Maximum of skills", "skilled person too many"
    sentence = f"at most the maximum {OF_SKILLED}"
    should = "the maximum is"

    def bounds(self, need: SkillNeed) -> tuple[int | None, int | None]:
        """Bound from above by the maximum."""
        return None, need.maximum
