"""What a schedule comes to, in the numbers that scenarios are compared by."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.staffing.burden import BURDENS
from optimizer.staffing.fairness import gini, jain, shares_of, spread
from optimizer.staffing.figures import Figures
from optimizer.staffing.staff import Employment
from optimizer.staffing.unit import Unit, window_of

BASE, OVERTIME, AGENCY = "base", "overtime", "agency"


@dataclass(frozen=True, slots=True)
class Fairness:
    """How evenly a burden is spread, per FTE, over those who share it."""

    gini: float
    jain: float
    spread: float


@dataclass(frozen=True, slots=True)
class Account:
    """Counts over one schedule: ``bill`` in cents by bucket, times in minutes, wishes in days by their weight.

    ``uncovered`` is what is missing below the target, by role. ``hppd`` is worked hours per patient day, None where no
    census is known.
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
    return Account(
        bill_of(figures),
        paid=sum(map(figures.paid, unit.staff)),
        worked=sum(map(figures.worked, unit.staff)),
        overtime=sum(map(figures.overtime, unit.staff)),
        agency=sum(map(figures.paid, agency)),
        uncovered=_uncovered(figures),
        asked=sum(request.weight for request, _, _ in figures.wishes),
        granted=sum(request.weight for request, _, yes in figures.wishes if yes),
        fairness={burden: _fairness(figures, burden) for burden in BURDENS},
    )


def bill_of(figures: Figures) -> Mapping[str, int]:
    """Return what a schedule costs in cents, by bucket; whatever agency staff are paid is agency."""
    bill = {BASE: 0, OVERTIME: 0, AGENCY: 0}
    for staff in figures.unit.staff:
        plain, premium = figures.cost(staff)
        guest = staff.employment == Employment.AGENCY
        bill[AGENCY if guest else BASE] += plain
        bill[AGENCY if guest else OVERTIME] += premium
    return bill


def minutes_of(unit: Unit, label: str) -> int:
    """Return how long a need lasts: a shift's paid minutes, or all of a window."""
    if label in unit.shift_by_code:
        return unit.shift_by_code[label].paid
    window = window_of(label)
    return window.end - window.start if window else 0


def _uncovered(figures: Figures) -> Mapping[str, int]:
    minutes: dict[str, int] = defaultdict(int)
    for demand in figures.unit.demand:
        if figures.unit.plannable(demand.day, demand.need.shift):
            missing = max(0, demand.need.target - figures.have(demand))
            minutes[demand.need.role] += missing * minutes_of(figures.unit, demand.need.shift)
    return dict(minutes)


def _fairness(figures: Figures, burden: str) -> Fairness:
    shares = shares_of(figures, burden)
    return Fairness(gini(shares), jain(shares), spread(shares))
