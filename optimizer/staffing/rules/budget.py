"""What the schedule may cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.pay import FINE, duty_cost, overtime_premium
from optimizer.staffing.rule import UnitRule
from optimizer.staffing.rules.hours import overtime_sum
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import money


@dataclass(frozen=True)
class Budget(UnitRule):
    """Keeps pay for the planning period within ``limit`` cents: duties at their rate, weekly overtime at a premium."""

    key, title, unit, per = "budget", "Budget for the period", "dollar over budget", 100 * FINE
    limit_unit, limit_scale = "dollars", 100

    limit: int = 100_000_00

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum over everything that is paid, in fine parts of a cent."""
        people = list(self.concerned(unit))
        duties = tuple(
            (duty_cost(unit, pair) * FINE, pair)
            for staff in people
            for day in unit.days
            for pair in unit.cells[staff.id, day]
        )
        premiums = tuple(
            (overtime_premium(unit, staff), overtime_sum(unit, staff, week))
            for staff in people
            for week in unit.calendar.weeks
        )
        place = Place(day=unit.days[0], until=unit.days[-1])
        yield Sum(place, duties, high=self.limit * FINE, overs=tuple(p for p in premiums if p[0]))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say what the schedule costs and what it may."""
        return f"The schedule costs {money(finding.total // FINE)}; the budget is {money(self.limit)}."
