"""What duties cost."""

from optimizer.planning.pair import Pair
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit

FINE = 120
"""Parts of a cent in which pay is added up: half an hourly rate in cents, by the minute, is a whole number of them."""


def duty_cost(unit: Unit, pair: Pair) -> int:
    """Return the pay for one duty in cents, at the plain rate, half a cent rounded up; 0 where no rate is known."""
    minutes = unit.shift_of(pair.what).paid
    return (rate_of(unit, unit.people[pair.who]) * minutes + 30) // 60


def overtime_premium(unit: Unit, staff: Staff) -> int:
    """Return what a minute of overtime costs on top of the plain rate (half of it), in fine parts of a cent."""
    return rate_of(unit, staff) * FINE // (2 * 60)


def rate_of(unit: Unit, staff: Staff) -> int:
    """Return somebody's hourly rate in cents."""
    return unit.pay.get(staff.pay_class, 0)
