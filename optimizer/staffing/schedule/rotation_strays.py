"""Where a schedule leaves the rotations, whatever the rule about them says."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.rotation import OFF
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.sequence.rotation_days import days_kept


def strays(unit: Unit, plan: Plan) -> frozenset[tuple[str, date]]:
    """Return the cells in which a plan has something other than a rotation that holds there.

    What is entered by hand, such as leave, is nothing other; a plan without any duty leaves no rotation.
    """
    if not plan or not unit.rotation_days:
        return frozenset()
    duties: dict[tuple[str, date], list[Duty]] = defaultdict(list)
    for who, duty in plan:
        duties[who, duty.day].append(duty)
    return frozenset(
        (who, day) for who, day, code in days_kept(unit) if not _fits(unit, code, duties.get((who, day), ()))
    )


def _fits(unit: Unit, code: str, duties: Iterable[Duty]) -> bool:
    if code == OFF:
        return not any(unit.shift_of(duty).staffs for duty in duties)
    return any(duty.shift == code or not unit.shift_of(duty).staffs for duty in duties)
