"""What stands beside and below the grid of a schedule: everyone's sums, and how every need is met on every day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from optimizer.planning.pair import Plan
from optimizer.staffing.burden import NIGHTS
from optimizer.staffing.calendar import Span
from optimizer.staffing.demand import Demand
from optimizer.staffing.figures import Figures
from optimizer.staffing.rules.hours import uncoded_leave
from optimizer.staffing.shift import Duty
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit, window_of


class Standing(StrEnum):
    """How a need stands."""

    BELOW_MINIMUM = "below minimum"
    BELOW_TARGET = "below target"
    MET = "on target"
    OVER = "above maximum"
    PAST = "before the plan"


@dataclass(frozen=True, slots=True)
class Cover:
    """How many people fill a need on a day, and how many it asks for; ``past`` when no duty of the plan can fill it."""

    have: int
    minimum: int
    target: int
    maximum: int | None
    past: bool = False

    @property
    def standing(self) -> Standing:
        """Return how the need stands."""
        if self.past:
            return Standing.PAST
        if self.have < self.minimum:
            return Standing.BELOW_MINIMUM
        if self.have < self.target:
            return Standing.BELOW_TARGET
        return Standing.OVER if self.maximum is not None and self.have > self.maximum else Standing.MET


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One shift or window and role, with its cover by day; a day on which nothing is needed is missing."""

    shift: str
    role: str
    days: Mapping[date, Cover]

    @property
    def label(self) -> str:
        """Return what the row is for, as "D RN"."""
        return f"{self.shift} {self.role}"


def coverage_rows(unit: Unit, plan: Plan) -> tuple[CoverageRow, ...]:
    """Return how every need is met: by shift in the unit's order, then windows by their start; by role in its order."""
    figures, found = Figures(unit, plan), dict[tuple[str, str], dict[date, Cover]]()
    for demand in unit.demand:
        found.setdefault(demand.need.thing, {})[demand.day] = cover(figures, demand)
    return tuple(CoverageRow(*thing, found[thing]) for thing in sorted(found, key=lambda thing: _place(unit, *thing)))


def cover(figures: Figures, demand: Demand) -> Cover:
    """Return how one need is met."""
    need, past = demand.need, not figures.unit.plannable(demand.day, demand.need.shift)
    return Cover(figures.have(demand), need.minimum, need.target, need.maximum, past)


def _place(unit: Unit, shift: str, role: str) -> tuple[int, int, int]:
    """Return what a row is sorted by."""
    codes, window = [*unit.shift_by_code], window_of(shift)
    roles = [*unit.role_by_name]
    first = codes.index(shift) if shift in codes else len(codes)
    return first, window.start if window else 0, roles.index(role) if role in roles else len(roles)


@dataclass(frozen=True, slots=True)
class PersonSums:
    """What a schedule gives somebody. Times are paid minutes; ``fair_nights`` is None for who does not share nights."""

    paid: int
    owed: int
    overtime: int
    nights: int
    weekends: int
    fair_nights: Fraction | None

    @property
    def balance(self) -> int:
        """Return the minutes above what the contract owes, below it when negative."""
        return self.paid - self.owed


def person_sums(figures: Figures, staff: Staff) -> PersonSums:
    """Return what a schedule gives somebody."""
    return PersonSums(
        figures.paid(staff),
        owed(figures.unit, staff),
        figures.overtime(staff),
        figures.nights(staff),
        figures.weekends(staff),
        figures.fair[NIGHTS].get(staff.id),
    )


def owed(unit: Unit, staff: Staff) -> int:
    """Return the paid minutes that a contract owes over the plan; leave without a code lowers it, as in its rule."""
    least, total = staff.contract(unit.calendar.full_time)[0], 0
    for period in unit.calendar.pay_periods:
        span = Span(max(period.first, unit.calendar.first), min(period.last, unit.calendar.last))
        days = sum(staff.employed(day) for day in span.days) - uncoded_leave(unit, staff, span)
        total += max(0, least * days // unit.calendar.pay_period_days)
    return total


class GridSums:
    """Keeps everyone's sums from one schedule to the next, and counts again only for whom it differs."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Duty, ...], PersonSums]] = {}

    def of(self, figures: Figures) -> Mapping[str, PersonSums]:
        """Return everyone's sums by id. All figures must be of one unit."""
        for staff in figures.unit.staff:
            duties = figures.duties[staff.id]
            if staff.id not in self._known or self._known[staff.id][0] != duties:
                self._known[staff.id] = duties, person_sums(figures, staff)
        return {staff.id: self._known[staff.id][1] for staff in figures.unit.staff}
