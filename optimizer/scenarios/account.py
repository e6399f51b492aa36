"""What a schedule comes to, in the numbers that scenarios are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.burden import BURDENS
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.need.hppd import PatientHours
from optimizer.staffing.schedule.fairness import gini, jain, shares_of, spread
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.patient_hours import patient_hours
from optimizer.staffing.schedule.shortage import uncovered_by_role


@dataclass(frozen=True, slots=True)
class Fairness:
    """How evenly a burden is spread, per FTE, over those who share it."""

    gini: float
    jain: float
    spread: float


@dataclass(frozen=True, slots=True)
class Account:
    """Counts over one schedule: ``bill`` in cents by bucket, times in minutes, wishes in days.

    ``uncovered`` is what is missing below the target, by role; ``asked`` and ``granted`` are days. ``worked`` is time
    at work, classes and orientation too; what of it is at the bedside ``hours`` tells, for the patients there are.
    """

    bill: Mapping[str, int]
    paid: int
    worked: int
    overtime: int
    agency: int
    uncovered: Mapping[str, int]
    asked: int
    granted: int
    fairness: Mapping[str, Fairness]
    hours: PatientHours

    @property
    def cost(self) -> int:
        """Return the whole bill."""
        return sum(self.bill.values())


def account(unit: Unit, plan: Plan) -> Account:
    """Return what a schedule comes to."""
    figures = Figures(unit, plan)
    agency = [staff for staff in unit.staff if staff.employment == Employment.AGENCY]
    return Account(
        {bucket.value: cents for bucket, cents in figures.spent.items()},
        paid=sum(map(figures.paid, unit.staff)),
        worked=sum(map(figures.worked, unit.staff)),
        overtime=sum(map(figures.overtime, unit.staff)),
        agency=sum(map(figures.paid, agency)),
        uncovered=uncovered_by_role(figures, CoverLevel.TARGET),
        asked=figures.asked,
        granted=figures.granted,
        fairness={burden: _fairness(figures, burden) for burden in BURDENS},
        hours=patient_hours(figures),
    )


def _fairness(figures: Figures, burden: str) -> Fairness:
    shares = shares_of(figures, burden)
    return Fairness(gini(shares), jain(shares), spread(shares))
