"""What the schedule may cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.currency import money
from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import DOLLARS
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.pay import FINE
from optimizer.staffing.pay.reckoned import ReckonedPay
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class Budget(UnitRule):
    """Keeps pay for the planning period within so many cents."""

    key, title, unit, per = "budget", "Budget for the period", "dollar over budget", 100 * FINE
    sentence = (
        "at most {limit} of pay in the planning period for {everyone} together: rates, premiums, overtime, on call, "
        "burden, agency"
    )
    opening, measure, eased = "", DOLLARS, 10_00

    limit: int = 100_000_00

    @property
    def in_parts(self) -> bool:
        """Tell that a part of a dollar costs its part of the price."""
        return True

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum over everything that is paid, in fine parts of a cent."""
        people, reckoned = list(self.concerned(unit)), ReckonedPay(unit)
        duties = tuple(
            (reckoned.duty(pair), pair) for staff in people for day in unit.days for pair in unit.cells[staff.id, day]
        )
        excesses = (excess for staff in people for excess in reckoned.excesses(staff))
        overs = tuple((sum(excess.fine.values()), excess.over) for excess in excesses)
        place = Place(day=unit.days[0], until=unit.days[-1])
        yield Sum(place, duties, high=self.limit * FINE, overs=overs)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say what the schedule costs at most, overtime being reckoned at its dearest, and what it may."""
        return f"The schedule costs {money(finding.total // FINE)} at most; the budget is {money(self.limit)}."
