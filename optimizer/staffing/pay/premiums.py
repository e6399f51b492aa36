"""What comes on top of the rate: every premium that a duty earns, for the hours that earn it."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from optimizer.staffing.facts.rates import PRECEPTING, Premium
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import pay_class
from optimizer.staffing.pay.premium_hours import DutyHours, PremiumHours, premium_hours


class EarnedPremium(NamedTuple):
    """What a premium comes to for one duty, in parts of a cent of which 60,000 make one."""

    premium: Premium
    fine: int


def premiums_earned(unit: Unit, staff: Staff, duty: Duty) -> Iterator[EarnedPremium]:
    """Yield what somebody earns on top with a duty, premium by premium."""
    rate, hours = pay_class(unit, staff).rate, premium_hours(unit, duty)
    due = [premium for premium in unit.premiums if staff.matches(premium.to)]
    each = [premium.each(rate) for premium in due]
    earning = [[_earns(premium, unit, staff, duty, some) for premium in due] for some in hours]
    paid = _paid(unit, duty, hours, [sum(compress(each, row)) for row in earning])
    for number, amount in enumerate(each):
        if any(row[number] for row in earning):
            minutes = sum(minutes for minutes, row in zip(paid, earning, strict=True) if row[number])
            yield EarnedPremium(due[number], amount * minutes)


def _paid(unit: Unit, duty: Duty, hours: DutyHours, worth: Sequence[int]) -> list[int]:
    """Return the minutes of hours that are paid: an unpaid break is taken to lie in those that earn the least."""
    paid = [some.minutes for some in hours]
    unpaid = 0 if unit.shift_of(duty).kind is Kind.ON_CALL else sum(paid) - unit.paid(duty)
    for number in sorted(range(len(paid)), key=worth.__getitem__):
        taken = min(unpaid, paid[number])
        paid[number], unpaid = paid[number] - taken, unpaid - taken
    return paid


def _earns(premium: Premium, unit: Unit, staff: Staff, duty: Duty, hours: PremiumHours) -> bool:
    """Tell whether hours earn a premium; that for precepting is paid with the orientee's duty, to whoever teaches."""
    shift = unit.shift_of(duty)
    if premium.on == PRECEPTING:
        return shift.works and bool(staff.preceptors)
    return premium.on in hours.occasions or (shift.works and premium.on == duty.role)
