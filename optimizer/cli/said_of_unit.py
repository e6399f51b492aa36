"""Whether what somebody typed of a unit is in it: days, a shift, a role, a person."""

from collections.abc import Iterable, Iterator
from datetime import date

from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.table.faults import meant


def said_of_unit(
    unit: Unit, *, days: Iterable[date] = (), shift: str | None = None, role: str | None = None, who: str | None = None
) -> list[str]:
    """Return a sentence for everything that the unit does not know."""
    return [*_days(unit, days), *_names(unit, shift, role, who)]


def _days(unit: Unit, days: Iterable[date]) -> Iterator[str]:
    first, last = unit.calendar.first, unit.calendar.last
    for day in days:
        if day not in unit.days:
            yield f"{day} is not in the planning period, {first} to {last}."


def _names(unit: Unit, shift: str | None, role: str | None, who: str | None) -> Iterator[str]:
    if shift is not None and not any(unit.shift_by_code[code].staffs for code, _ in unit.filling(shift)):
        staffing = [each.code for each in unit.shifts if each.staffs]
        yield f"'{shift}' is not a shift of the unit that people are needed for; {meant(shift, staffing)}"
    if role is not None and role not in unit.role_by_name:
        yield f"'{role}' is not a role of the unit; {meant(role, unit.role_by_name)}"
    if who is not None and who not in unit.people:
        yield f"'{who}' is not a staff id; {meant(who, unit.people)}"
