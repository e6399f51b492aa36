"""A unit's workbook being read: the days, roles, shifts and people known so far, and every fault found."""

from dataclasses import dataclass, field
from datetime import date

from openpyxl.workbook import Workbook

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.shift import SHIFT_WORDS, Duty, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.workbook.table.parse import UnreadableError, one_of
from optimizer.workbook.table.sheets import Sheets


@dataclass
class UnitSource(Sheets):
    """Collects what the sheets read so far tell those after them. A row with a fault still makes its id known.

    ``calendar`` is None while, or because, it could not be read; then days are not held against it. ``acuity`` are the
    levels of the scale, ``census_shifts`` the shifts and windows that patients are counted on.
    """

    calendar: Calendar | None = None
    roles: dict[str, DutyRole] = field(default_factory=dict)
    shifts: dict[str, Shift | None] = field(default_factory=dict)
    rotations: dict[str, Rotation | None] = field(default_factory=dict)
    staff: dict[str, Staff | None] = field(default_factory=dict)
    pay: dict[str, PayClass] = field(default_factory=dict)
    acuity: frozenset[int] = frozenset()
    census_shifts: frozenset[str] = frozenset()

    @property
    def people(self) -> dict[str, Staff]:
        """Return the people who could be read."""
        return {who: person for who, person in self.staff.items() if person is not None}

    @property
    def tags(self) -> frozenset[str]:
        """Return the words that describe the people who could be read."""
        return frozenset(tag for person in self.people.values() for tag in person.tags)

    @property
    def shift_words(self) -> frozenset[str]:
        """Return the words that describe shifts: parts of the day and kinds always do, whether or not there are any."""
        return frozenset({*SHIFT_WORDS, *(code for code, shift in self.shifts.items() if shift)})

    def person(self, value: object) -> str:
        """Read the id of one of the staff."""
        return one_of(self.staff, "staff id")(value)

    def shift(self, value: object) -> str:
        """Read the code of a shift."""
        return one_of(self.shifts, "shift")(value)

    def role(self, value: object) -> str:
        """Read the name of a role."""
        return one_of(self.roles, "role")(value)

    def duty(self, who: str, day: date, code: str, role: str | None) -> Duty | None:
        """Return a duty, in the main role when none is named; None when what it takes could not be read itself."""
        staff, shift = self.staff[who], self.shifts[code]
        if staff is None or shift is None:
            return None
        if not shift.staffs:
            return Duty(day, code)
        if role is not None and role not in staff.roles:
            raise UnreadableError(f"{staff.name} may not fill the role {role}", f"allowed: {', '.join(staff.roles)}")
        return Duty(day, code, role or staff.roles[0])


def knowing(unit: Unit) -> UnitSource:
    """Return a source that knows the people, shifts and roles of a unit, to read by what somebody typed elsewhere."""
    return UnitSource(
        Workbook(), calendar=unit.calendar, roles=dict(unit.role_by_name), shifts=dict(unit.shift_by_code),
        staff=dict(unit.people),
    )  # fmt: skip
