"""Hours over the whole planning period, whatever the pay periods are."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.pay.working_time import Terms, paid_minutes
from optimizer.staffing.rules.rule import HoursRule


@dataclass(frozen=True)
class MostHoursInPeriod(HoursRule):
    """Gives nobody more than so many paid hours in the planning period, leave included."""

    key, title, unit = "most-hours-in-period", "Most hours in the period", "hour too many"
    sentence = "at most {limit} paid in the planning period, leave included"

    limit: int = 160 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        for staff in self.concerned(unit):
            yield Sum(_place(unit, staff), _minutes(unit, staff), high=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours somebody has and how many it may be."""
        return f"{_has(unit, finding)}; it should be {hours(self.limit)} at most."


@dataclass(frozen=True)
class FewestHoursInPeriod(HoursRule):
    """Gives everyone at least so many paid hours in the planning period, leave included."""

    key, title, unit = "fewest-hours-in-period", "Fewest hours in the period", "hour missing"
    sentence = "at least {limit} paid in the planning period, leave included"

    limit: int = 120 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        for staff in self.concerned(unit):
            yield Sum(_place(unit, staff), _minutes(unit, staff), low=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours somebody has and how many it should be."""
        return f"{_has(unit, finding)}; it should be {hours(self.limit)} or more."


def _place(unit: Unit, staff: Staff) -> Place:
    return Place(staff.id, unit.days[0], unit.days[-1])


def _minutes(unit: Unit, staff: Staff) -> Terms:
    return paid_minutes(unit, staff, Span(unit.days[0], unit.days[-1]))


def _has(unit: Unit, finding: Finding) -> str:
    period = f"from {on(unit.days[0])} to {on(unit.days[-1])}"
    return f"{unit.name_of(finding.place.who)} has {hours(finding.total)} paid in the period {period}"
