"""What is shared out, such as nights or calls, how much of it a unit aims at, and who takes it without being asked."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from optimizer.staffing.facts.demand import Demand
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.shift import Duty, Kind, Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit, window_of
from optimizer.staffing.ledger.turns import turn_words

NIGHTS, WEEKENDS, HOLIDAYS = BURDENS = ("nights", "weekends", "holidays")
DUTIES = "duties"
"""All duties in some shifts, whenever they are; no period's ledger counts them."""


def burden_words(unit: Unit) -> tuple[str, ...]:
    """Return what else can be shared by its name: the turns that duties are, and every shift and role."""
    named = (*(shift.code for shift in unit.shifts), *(role.name for role in unit.roles))
    return tuple(dict.fromkeys((*turn_words(unit), *named)))


def is_burden(unit: Unit, burden: str, duty: Duty, shifts: Scope = ()) -> bool:
    """Tell whether a duty is of the kind that is shared: of ``shifts``, or of work when there are none.

    A burden that is called by a word for turns, a shift or a role is so of whatever kind, but for those that ``shifts``
    leave out.
    """
    shift = unit.shift_of(duty)
    if burden not in (*BURDENS, DUTIES):
        return _is_of(unit, burden, duty) and (not shifts or shift.meant_by(shifts))
    if not _is_shared(shift, shifts):
        return False
    if burden == DUTIES:
        return True
    if burden == NIGHTS:
        return shift.part is Part.NIGHT
    if burden == WEEKENDS:
        return unit.calendar.weekend_of(duty.day, shift.part) is not None
    return duty.day in unit.calendar.holidays


def _is_of(unit: Unit, word: str, duty: Duty) -> bool:
    shift, role = unit.shift_of(duty), unit.role_by_name.get(duty.role)
    return word in (shift.code, shift.turn) or (role is not None and word in (role.name, role.turn))


def allowed(unit: Unit, staff: Staff, shifts: Scope = ()) -> list[Shift]:
    """Return the shifts that a contract allows: of ``shifts``, or of work when there are none."""
    own = (shift for shift in unit.shifts if not staff.shifts or shift.code in staff.shifts)
    return [shift for shift in own if _is_shared(shift, shifts)]


def can_share(unit: Unit, staff: Staff, burden: str, shifts: Scope = ()) -> bool:
    """Tell whether somebody can share: whose contract knows only nights, or none, has no share of them to speak of."""
    if burden not in (*BURDENS, DUTIES):
        return any(True for _ in _own(unit, burden, staff, unit.days[0], shifts))
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

    No contract's worth is made of duties without paid hours, such as calls, nor of a role: of those they take none.
    """
    own, present = _paid_duties(unit, burden, staff, shifts), days_present(unit, staff)
    longest = max((shift.paid for shift in own), default=0)
    if not longest:
        return 0
    able = sum(any(is_burden(unit, burden, Duty(day, shift.code), shifts) for shift in own) for day in present)
    minutes = staff.fte * float(unit.calendar.full_time_over(present))
    return min(able, int(minutes // longest))


def _own(unit: Unit, word: str, staff: Staff, day: date, shifts: Scope) -> Iterator[Duty]:
    """Yield the duties on a day that contract and roles allow somebody, of those that are called by a word."""
    for shift in (shift for shift in unit.shifts if not staff.shifts or shift.code in staff.shifts):
        duties = (Duty(day, shift.code, role) for role in (staff.roles if shift.staffs else ("",)))
        yield from (duty for duty in duties if is_burden(unit, word, duty, shifts))


def _paid_duties(unit: Unit, burden: str, staff: Staff, shifts: Scope) -> list[Shift]:
    """Return the shifts of which somebody's contract's worth is made, so far as they can be of a burden."""
    if burden in (*BURDENS, DUTIES):
        return allowed(unit, staff, shifts)
    own = (shift for shift in unit.shifts if not staff.shifts or shift.code in staff.shifts)
    return [shift for shift in own if is_burden(unit, burden, Duty(unit.days[0], shift.code), shifts)]


def _is_shared(shift: Shift, shifts: Scope) -> bool:
    return shift.meant_by(shifts) if shifts else shift.kind is Kind.WORK


def _aimed_at(unit: Unit, burden: str, demand: Demand, shifts: Scope) -> Fraction:
    filling = unit.filling(demand.need.shift)
    shares = [
        _share(unit, demand, duty.shift) * is_burden(unit, burden, duty, shifts)
        for duty in (Duty(demand.day - timedelta(before), code, demand.need.role) for code, before in filling)
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
