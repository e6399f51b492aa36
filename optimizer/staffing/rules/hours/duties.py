"""How many duties somebody has in the planning period."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.working_time import Terms
from optimizer.staffing.rules.rule import DutiesRule


@dataclass(frozen=True)
class MostDuties(DutiesRule):
    """Gives nobody more than so many duties in the planning period."""

    key, title, unit = "most-duties", "Most duties in the period", "duty too many"
    sentence, measure = "at most {limit} in the planning period", number_of("duty", "duties")

    limit: int = 20

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person."""
        return (Sum(place, terms, high=self.limit) for place, terms in _duties(self, unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it may be."""
        return f"{_has(self, unit, finding)}; it should be {self.limit} at most."


@dataclass(frozen=True)
class FewestDuties(DutiesRule):
    """Gives nobody fewer than so many duties in the planning period."""

    key, title, unit = "fewest-duties", "Fewest duties in the period", "duty missing"
    sentence, measure = "at least {limit} in the planning period", number_of("duty", "duties")

    limit: int = 1

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person."""
        return (Sum(place, terms, low=self.limit) for place, terms in _duties(self, unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it should be."""
        return f"{_has(self, unit, finding)}; it should be {self.limit} or more."


def _duties(rule: DutiesRule, unit: Unit) -> Iterator[tuple[Place, Terms]]:
    """Yield everybody's duties in the shifts meant; a unit that has no such shift has nobody's."""
    meant = unit.meant(rule.shifts)
    for staff in rule.concerned(unit) if meant else ():
        cells = (pair for day in unit.days for pair in unit.cells[staff.id, day])
        terms = tuple((1, pair) for pair in cells if pair.what.shift in meant)
        yield Place(staff.id, unit.days[0], unit.days[-1]), terms


def _has(rule: DutiesRule, unit: Unit, finding: Finding) -> str:
    return f"{unit.name_of(finding.place.who)} has {rule.duties(finding.total)} in the period"
