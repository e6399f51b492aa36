"""Whose hours are at the bedside, and whose of them go to patients."""

from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.need.computed_need import fillers_on


def at_bedside(unit: Unit, duty: Duty) -> bool:
    """Tell whether a duty is at work in a role that some need counts; an orientee's is not, nor a class."""
    return unit.shift_of(duty).kind is Kind.WORK and duty.role in unit.needed_roles


def is_direct(unit: Unit, duty: Duty) -> bool:
    """Tell whether a duty is at the bedside and goes to patients, as a free charge nurse's does not."""
    return at_bedside(unit, duty) and not is_free(unit, duty.shift, duty.role)


def is_aside(unit: Unit, duty: Duty) -> bool:
    """Tell whether a duty is leave, orientation or education: neither at the bedside nor on call."""
    return not at_bedside(unit, duty) and unit.shift_of(duty).kind is not Kind.ON_CALL


def is_free(unit: Unit, label: str, role: str) -> bool:
    """Tell whether the skill mix has a role free of patients on a shift or through a window.

    A row for a window says so of every shift where no row speaks of the shift itself.
    """
    if unit.care is None:
        return False
    rows = [row for row in fillers_on(unit, unit.care, label) if row.role == role]
    rows = rows or [row for row in unit.care.mix if row.role == role]
    return bool(rows) and all(row.free for row in rows)
