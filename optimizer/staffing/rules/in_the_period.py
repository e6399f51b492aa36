"""How many duties, and how many hours, in the whole planning period."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.calendar import Span
from optimizer.staffing.rule import UnitRule
from optimizer.staffing.rules.hours import Terms, paid_minutes
from optimizer.staffing.scope import Scope
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, hours, kinds, on


@dataclass(frozen=True)
class MostInPeriod(UnitRule):
    """Gives nobody more than so many duties in the planning period, of any kind or of the shifts meant."""

    key, title, unit = "most-in-period", "Most duties in the period", "duty too many"
    limit_unit = "duties"

    limit: int = 20
    shifts: Scope = ()

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        for staff in self.concerned(unit):
            yield Sum(_place(unit, staff), _duties(unit, staff, self.shifts), high=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it may be."""
        return f"{_has_duties(unit, finding, self.shifts)}; it should be {self.limit} at most."


@dataclass(frozen=True)
class FewestInPeriod(UnitRule):
    """Gives everyone at least so many duties in the planning period, of any kind or of the shifts meant."""

    key, title, unit = "fewest-in-period", "Fewest duties in the period", "duty missing"
    limit_unit = "duties"

    limit: int = 1
    shifts: Scope = ()

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        for staff in self.concerned(unit):
            yield Sum(_place(unit, staff), _duties(unit, staff, self.shifts), low=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it should be."""
        return f"{_has_duties(unit, finding, self.shifts)}; it should be {self.limit} or more."


@dataclass(frozen=True)
class MostHoursInPeriod(UnitRule):
    """Gives nobody more than so many paid minutes in the planning period, leave included."""

    key, title, unit, per = "most-hours-in-period", "Most hours in the period", "hour too many", 60
    limit_unit, limit_scale = "hours", 60

    limit: int = 160 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        for staff in self.concerned(unit):
            yield Sum(_place(unit, staff), _minutes(unit, staff), high=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours somebody has and how many it may be."""
        return f"{_has_hours(unit, finding)}; it should be {hours(self.limit)} at most."


@dataclass(frozen=True)
class FewestHoursInPeriod(UnitRule):
    """Gives everyone at least so many paid minutes in the planning period, leave included."""

    key, title, unit, per = "fewest-hours-in-period", "Fewest hours in the period", "hour missing", 60
    limit_unit, limit_scale = "hours", 60

    limit: int = 120 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        for staff in self.concerned(unit):
            yield Sum(_place(unit, staff), _minutes(unit, staff), low=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours somebody has and how many it should be."""
        return f"{_has_hours(unit, finding)}; it should be {hours(self.limit)} or more."


def _place(unit: Unit, staff: Staff) -> Place:
    return Place(staff.id, unit.days[0], unit.days[-1])


def _duties(unit: Unit, staff: Staff, shifts: Scope) -> Terms:
    codes = {shift.code for shift in unit.shifts if shift.works and shift.matches(shifts)}
    return tuple((1, pair) for day in unit.days for pair in unit.cells[staff.id, day] if pair.what.shift in codes)


def _minutes(unit: Unit, staff: Staff) -> Terms:
    return paid_minutes(unit, staff, Span(unit.days[0], unit.days[-1]))


def _has_duties(unit: Unit, finding: Finding, shifts: Scope) -> str:
    duties = count(finding.total, kinds(shifts, "duty"), kinds(shifts, "duties"))
    return f"{unit.name_of(finding.place.who)} has {duties} {_period(unit)}"


def _has_hours(unit: Unit, finding: Finding) -> str:
    return f"{unit.name_of(finding.place.who)} has {hours(finding.total)} paid {_period(unit)}"


def _period(unit: Unit) -> str:
    return f"in the period from {on(unit.days[0])} to {on(unit.days[-1])}"
