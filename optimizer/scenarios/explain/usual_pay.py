"""What somebody who could come usually costs by the hour, and how long they are there at most."""

from collections.abc import Iterable

from optimizer.staffing.facts.unit import Unit

HALF_AS_MUCH_AGAIN = 1.5
"""What an hour of overtime, or of an agency, costs beside a plain one."""


def rate_in(unit: Unit, role: str) -> int:
    """Return the usual rate of those who work in a role, in cents an hour; see ``usual_rate``."""
    return usual_rate(unit, (staff.pay_class for staff in unit.staff if role in staff.roles))


def longest_duty(unit: Unit) -> int:
    """Return the paid minutes of the longest shift that fills a need."""
    return max((shift.paid for shift in unit.shifts if shift.staffs), default=0)


def usual_rate(unit: Unit, classes: Iterable[str]) -> int:
    """Return the usual rate of some pay classes, in cents an hour, burden included; 0 where nobody's is known."""
    rates = sorted(
        paid.rate * (1000 + paid.burden) // 1000 for name in classes if (paid := unit.pay.get(name)) is not None
    )
    return rates[len(rates) // 2] if rates else 0
