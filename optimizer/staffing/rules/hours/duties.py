"""How many duties somebody has in the planning period."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, kinds
from optimizer.staffing.pay.working_time import Terms
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class MostDuties(UnitRule):
    """Gives nobody more than so many duties in the planning period, of any kind or of the shifts meant.

    Of any kind are those at work; on call and leave count where the shifts name them.
    """

    key, title, unit = "most-duties", "Most duties in the period", "duty too many"
    limit_unit = "duties"

    limit: int = 20
    shifts: Scope = ()

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person."""
        return (Sum(place, terms, high=self.limit) for place, terms in _duties(self, unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it may be."""
        return f"{_has(unit, finding, self.shifts)}; it should be {self.limit} at most."


@dataclass(frozen=True)
class FewestDuties(UnitRule):
    """Gives nobody fewer than so many duties in the planning period, of any kind or of the shifts meant.

    Of any kind are those at work; on call and leave count where the shifts name them.
    """

    key, title, unit = "fewest-duties", "Fewest duties in the period", "duty missing"
    limit_unit = "duties"

    limit: int = 1
    shifts: Scope = ()

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person."""
        return (Sum(place, terms, low=self.limit) for place, terms in _duties(self, unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it should be."""
        return f"{_has(unit, finding, self.shifts)}; it should be {self.limit} or more."


def _duties(rule: MostDuties | FewestDuties, unit: Unit) -> Iterator[tuple[Place, Terms]]:
    """Yield everybody's duties in the shifts meant; a unit that has no such shift has nobody's."""
    meant = unit.meant(rule.shifts)
    for staff in rule.concerned(unit) if meant else ():
        cells = (pair for day in unit.days for pair in unit.cells[staff.id, day])
        terms = tuple((1, pair) for pair in cells if pair.what.shift in meant)
        yield Place(staff.id, unit.days[0], unit.days[-1]), terms


def _has(unit: Unit, finding: Finding, shifts: Scope) -> str:
    has = count(finding.total, kinds(shifts, "duty"), kinds(shifts, "duties"))
    return f"{unit.name_of(finding.place.who)} has {has} in the period"
