"""What an edit of one person's day asks for, in the words of the unit."""

from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.store.errors import StoreError
from optimizer.workbook.grid.read import OFF
from optimizer.workbook.table.faults import meant


def wanted(unit: Unit, who: str, day: date, shift: str, role: str | None) -> Plan:
    """Return what a person is to have on a day: one duty, or nothing when they are to be off."""
    staff = staff_of(unit, who)
    if day not in unit.days:
        raise StoreError(f"{day} is not in the planning period, {unit.calendar.first} to {unit.calendar.last}.")
    codes = [each.code for each in unit.shifts]
    if shift in OFF and shift not in codes:
        return frozenset()
    if shift not in codes:
        raise _unknown(shift, "shift", [*codes, OFF[-1]])
    return frozenset({_in_role(unit, staff, day, shift, role)})


def staff_of(unit: Unit, who: str) -> Staff:
    """Return one of the staff. Raise StoreError when nobody has the id."""
    for staff in unit.staff:
        if staff.id == who:
            return staff
    raise _unknown(who, "staff id", [staff.id for staff in unit.staff])


def _in_role(unit: Unit, staff: Staff, day: date, shift: str, role: str | None) -> Pair:
    """Return the duty in a role, the person's first one when none is named."""
    duties = [pair for pair in unit.pairs if (pair.who, pair.what.day, pair.what.shift) == (staff.id, day, shift)]
    by_role = {pair.what.role: pair for pair in duties}
    chosen = role or next((each for each in (*staff.roles, "") if each in by_role), "")
    if chosen not in by_role:
        raise StoreError(f"{staff.id} may not have the shift {shift} in the role '{chosen}'.")
    return by_role[chosen]


def _unknown(word: str, thing: str, known: list[str]) -> StoreError:
    remedy = meant(word, known)
    return StoreError(f"'{word}' is not a {thing}; {remedy}{'' if remedy.endswith('?') else '.'}")
