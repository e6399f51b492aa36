"""How a duty is written in a cell of a schedule."""

from collections.abc import Iterable, Mapping

from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole


def cell_text(duty: Duty, staff: Staff, roles: Mapping[str, DutyRole]) -> str:
    """Return "D", or "D/C" in a role other than the person's main one, by the role's mark or else its name."""
    return duty.shift if duty.role in ("", staff.roles[0]) else f"{duty.shift}/{roles[duty.role].mark or duty.role}"


def cells_text(duties: Iterable[Duty], staff: Staff, roles: Mapping[str, DutyRole]) -> str:
    """Return all that somebody has on a day, with a plus between: "D+OC"; "" for nothing."""
    return "+".join(cell_text(duty, staff, roles) for duty in duties)
