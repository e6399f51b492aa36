"""What nobody likes to work, how much of it a unit aims at, and who takes it without being asked."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

from optimizer.staffing.facts.demand import Demand
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.shift import Kind, Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit, window_of

NIGHTS, WEEKENDS, HOLIDAYS = BURDENS = ("nights", "weekends", "holidays")
DUTIES = "duties"
"""All duties in some shifts, whenever they are; no period's ledger counts them."""


def is_burden(unit: Unit, burden: str, day: date, shift: Shift, shifts: Scope = ()) -> bool:
    """Tell whether a shift on a day is of the kind that is shared: of ``shifts``, or of work when there are none."""
    if not _is_shared(shift, shifts):
        return False
    if burden == DUTIES:
        return True
    if burden == NIGHTS:
        return shift.part is Part.NIGHT
    if burden == WEEKENDS:
        return unit.calendar.weekend_of(day, shift.part) is not None
    return day in unit.calendar.holidays


def allowed(unit: Unit, staff: Staff, shifts: Scope = ()) -> list[Shift]:
    """Return the shifts that a contract allows: of ``shifts``, or of work when there are none."""
    own = (shift for shift in unit.shifts if not staff.shifts or shift.code in staff.shifts)
    return [shift for shift in own if _is_shared(shift, shifts)]


def can_share(unit: Unit, staff: Staff, burden: str, shifts: Scope = ()) -> bool:
    """Tell whether somebody can share: whose contract knows only nights, or none, has no share of them to speak of."""
    if shifts:
        return bool(allowed(unit, staff, shifts))
    parts = {shift.part for shift in allowed(unit, staff)}
    return burden != NIGHTS or (Part.NIGHT in parts and len(parts) > 1)


def days_present(unit: Unit, staff: Staff) -> list[date]:
    """Return the days of the plan on which somebody is employed and not on approved leave."""
    return [day for day in unit.days if staff.employed(day) and day not in unit.leave[staff.id]]


def duties_aimed_at(unit: Unit, burden: str, main_role: str, shifts: Scope = ()) -> int:
    """Return about how many duties of a kind the target staffing takes, in the roles that a main role's people fill.

    A duty that fills several windows of the day counts in each for its share of their length.
    """
    fillers = Counter((role, staff.roles[0]) for staff in unit.staff for role in staff.roles)
    most = {role: max(n for (other, _), n in fillers.items() if other == role) for role, _ in fillers}
    roles = {role for (role, main), number in fillers.items() if main == main_role and number == most[role]}
    needed = (demand for demand in unit.demand if demand.need.role in roles)
    return round(sum(_aimed_at(unit, burden, demand, shifts) for demand in needed))


def duties_taken(unit: Unit, burden: str, staff: Staff, shifts: Scope = ()) -> int:
    """Return about how many duties of a kind somebody takes who does not share: their contract's worth, if they can.

    No contract's worth is made of duties without paid hours, such as calls: of those they take none.
    """
    own, present = allowed(unit, staff, shifts), days_present(unit, staff)
    longest = max((shift.paid for shift in own), default=0)
    if not longest:
        return 0
    able = sum(any(is_burden(unit, burden, day, shift, shifts) for shift in own) for day in present)
    minutes = staff.fte * float(unit.calendar.full_time_over(present))
    return min(able, int(minutes // longest))


def _is_shared(shift: Shift, shifts: Scope) -> bool:
    return shift.meant_by(shifts) if shifts else shift.kind is Kind.WORK


def _aimed_at(unit: Unit, burden: str, demand: Demand, shifts: Scope) -> Fraction:
    filling = ((unit.shift_by_code[code], before) for code, before in unit.filling(demand.need.shift))
    shares = [
        _share(unit, demand, shift.code) * is_burden(unit, burden, demand.day - timedelta(before), shift, shifts)
        for shift, before in filling
    ]
    return demand.need.target * sum(shares, Fraction()) / max(1, len(shares))


def _share(unit: Unit, demand: Demand, code: str) -> Fraction:
    """Return for which part of its windows a shift stands in this one; all of it where the need is for the shift."""
    window = window_of(demand.need.shift)
    if window is None or demand.need.shift in unit.shift_by_code:
        return Fraction(1)
    labels = {need.shift for need in unit.needs if need.role == demand.need.role}
    filled = [other for label in labels if code in dict(unit.filling(label)) and (other := window_of(label))]
    return Fraction(window.end - window.start, sum(other.end - other.start for other in filled))
