"""What nobody likes to work, how much of it a unit aims at, and who takes it without being asked."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

from optimizer.staffing.demand import Demand
from optimizer.staffing.shift import Kind, Part, Shift
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit, window_of

NIGHTS, WEEKENDS, HOLIDAYS = BURDENS = ("nights", "weekends", "holidays")


def is_burden(unit: Unit, burden: str, day: date, shift: Shift) -> bool:
    """Tell whether a shift on a day is of the kind that is shared."""
    if shift.kind is not Kind.WORK:
        return False
    if burden == NIGHTS:
        return shift.part is Part.NIGHT
    if burden == WEEKENDS:
        return unit.calendar.weekend_of(day, shift.part) is not None
    return day in unit.calendar.holidays


def allowed(unit: Unit, staff: Staff) -> list[Shift]:
    """Return the work shifts that a contract allows."""
    return [
        shift for shift in unit.shifts if shift.kind is Kind.WORK and (not staff.shifts or shift.code in staff.shifts)
    ]


def can_share(unit: Unit, staff: Staff, burden: str) -> bool:
    """Tell whether somebody can share: whose contract knows only nights, or none, has no share of them to speak of."""
    parts = {shift.part for shift in allowed(unit, staff)}
    return burden != NIGHTS or (Part.NIGHT in parts and len(parts) > 1)


def days_present(unit: Unit, staff: Staff) -> list[date]:
    """Return the days of the plan on which somebody is employed and not on approved leave."""
    return [day for day in unit.days if staff.employed(day) and day not in unit.leave[staff.id]]


def duties_aimed_at(unit: Unit, burden: str, main_role: str) -> int:
    """Return about how many duties of a kind the target staffing takes, in the roles that a main role's people fill.

    A duty that fills several windows of the day counts in each for its share of their length.
    """
    fillers = Counter((role, staff.roles[0]) for staff in unit.staff for role in staff.roles)
    most = {role: max(n for (other, _), n in fillers.items() if other == role) for role, _ in fillers}
    roles = {role for (role, main), number in fillers.items() if main == main_role and number == most[role]}
    return round(sum(_aimed_at(unit, burden, demand) for demand in unit.demand if demand.need.role in roles))


def duties_taken(unit: Unit, burden: str, staff: Staff) -> int:
    """Return about how many duties of a kind somebody takes who does not share: their contract's worth, if they can."""
    shifts, present = allowed(unit, staff), days_present(unit, staff)
    able = sum(any(is_burden(unit, burden, day, shift) for shift in shifts) for day in present)
    minutes = staff.fte * unit.calendar.full_time * len(present) / unit.calendar.pay_period_days
    return min(able, int(minutes // max((shift.paid for shift in shifts), default=1)))


def _aimed_at(unit: Unit, burden: str, demand: Demand) -> Fraction:
    filling = unit.filling(demand.need.shift)
    shares = (
        _share(unit, demand, code) * is_burden(unit, burden, demand.day - timedelta(before), unit.shift_by_code[code])
        for code, before in filling
    )
    return demand.need.target * sum(shares, Fraction()) / max(1, len(filling))


def _share(unit: Unit, demand: Demand, code: str) -> Fraction:
    """Return for which part of its windows a shift stands in this one; all of it where the need is for the shift."""
    window = window_of(demand.need.shift)
    if window is None or demand.need.shift in unit.shift_by_code:
        return Fraction(1)
    labels = {need.shift for need in unit.needs if need.role == demand.need.role}
    filled = [other for label in labels if code in dict(unit.filling(label)) and (other := window_of(label))]
    return Fraction(window.end - window.start, sum(other.end - other.start for other in filled))
