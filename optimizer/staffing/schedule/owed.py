"""What contracts owe over a plan, for whatever stands beside what is paid."""

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.hours.hours import uncoded_leave


def owed(unit: Unit, staff: Staff) -> int:
    """Return the paid minutes that a contract owes over the plan; leave without a code lowers it, as in its rule."""
    total = 0
    for period in unit.calendar.pay_periods:
        least, _ = staff.contract(unit.calendar.full_time_of(period))
        span = Span(max(period.first, unit.calendar.first), min(period.last, unit.calendar.last))
        days = sum(staff.employed(day) for day in span.days) - uncoded_leave(unit, staff, span)
        total += max(0, least * days // len(period.days))
    return total
