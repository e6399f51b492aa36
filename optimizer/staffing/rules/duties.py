"""How many duties somebody has in the planning period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding
from optimizer.staffing.rule import UnitRule
from optimizer.staffing.scope import Scope
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, kinds


@dataclass(frozen=True)
class MostDuties(UnitRule):
    """Gives nobody more than so many duties in the planning period, of any kind or of the shifts meant."""

    key, title, unit = "most-duties", "Most duties in the period", "duty too many"
    limit_unit = "duties"

    limit: int = 20
    shifts: Scope = ()

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person."""
        for staff in self.concerned(unit):
            yield Sum(Place(staff.id, *_period(unit)), _duties(unit, staff, self.shifts), high=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it may be."""
        return f"{_has(unit, finding, self.shifts)}; it should be {self.limit} at most."


@dataclass(frozen=True)
class FewestDuties(UnitRule):
    """Gives nobody fewer than so many duties in the planning period, of any kind or of the shifts meant."""

    key, title, unit = "fewest-duties", "Fewest duties in the period", "duty missing"
    limit_unit = "duties"

    limit: int = 1
    shifts: Scope = ()

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person."""
        for staff in self.concerned(unit):
            yield Sum(Place(staff.id, *_period(unit)), _duties(unit, staff, self.shifts), low=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it should be."""
        return f"{_has(unit, finding, self.shifts)}; it should be {self.limit} or more."


def _period(unit: Unit) -> tuple[date, date]:
    return unit.days[0], unit.days[-1]


def _duties(unit: Unit, staff: Staff, shifts: Scope) -> tuple[tuple[int, Pair], ...]:
    meant = {shift.code for shift in unit.shifts if shift.works and shift.matches(shifts)}
    cells = (pair for day in unit.days for pair in unit.cells[staff.id, day])
    return tuple((1, pair) for pair in cells if pair.what.shift in meant)


def _has(unit: Unit, finding: Finding, shifts: Scope) -> str:
    has = count(finding.total, kinds(shifts, "duty"), kinds(shifts, "duties"))
    return f"{unit.name_of(finding.place.who)} has {has} in the period"
