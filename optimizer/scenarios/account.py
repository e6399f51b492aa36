"""What a schedule comes to, in the numbers that scenarios are compared by."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.staffing.burden import BURDENS
from optimizer.staffing.fairness import gini, jain, shares_of, spread
from optimizer.staffing.figures import Figures
from optimizer.staffing.need_source import patient_days
from optimizer.staffing.staff import Employment
from optimizer.staffing.unit import Unit


@dataclass(frozen=True, slots=True)
class Fairness:
    """How evenly a burden is spread, per FTE, over those who share it."""

    gini: float
    jain: float
    spread: float


@dataclass(frozen=True, slots=True)
class Account:
    """Counts over one schedule: ``bill`` in cents by bucket, times in minutes, wishes in days by their weight.

    ``uncovered`` is what is missing below the target, by role. ``hppd`` is hours at the bedside per patient day, None
    where no census is known.
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
    hppd: float | None = None

    @property
    def cost(self) -> int:
        """Return the whole bill."""
        return sum(self.bill.values())


def account(unit: Unit, plan: Plan) -> Account:
    """Return what a schedule comes to."""
    figures = Figures(unit, plan)
    agency = [staff for staff in unit.staff if staff.employment == Employment.AGENCY]
    days = patient_days(unit, unit.days)
    bedside = sum(map(figures.bedside, unit.staff)) / 60
    return Account(
        {bucket.value: cents for bucket, cents in figures.spent.items()},
        paid=sum(map(figures.paid, unit.staff)),
        worked=sum(map(figures.worked, unit.staff)),
        overtime=sum(map(figures.overtime, unit.staff)),
        agency=sum(map(figures.paid, agency)),
        uncovered=_uncovered(figures),
        asked=sum(request.weight for request, _, _ in figures.wishes),
        granted=sum(request.weight for request, _, yes in figures.wishes if yes),
        fairness={burden: _fairness(figures, burden) for burden in BURDENS},
        hppd=bedside / days if days else None,
    )


def _uncovered(figures: Figures) -> Mapping[str, int]:
    minutes: dict[str, int] = defaultdict(int)
    for demand in figures.unit.demand:
        if figures.unit.plannable(demand.day, demand.need.shift):
            missing = max(0, demand.need.target - figures.have(demand))
            minutes[demand.need.role] += missing * figures.unit.length_of(demand.need.shift)
    return dict(minutes)


def _fairness(figures: Figures, burden: str) -> Fairness:
    shares = shares_of(figures, burden)
    return Fairness(gini(shares), jain(shares), spread(shares))
