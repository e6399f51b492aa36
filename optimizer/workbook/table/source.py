"""A workbook being read: what is known so far, and every fault found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openpyxl.workbook import Workbook

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.shift import Duty, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.table.table import Table, UnreadableError, day, one_of, open_table
from optimizer.workbook.table.unread import Place, Unread

EARLIEST, LATEST = 1950, 2199
"""The years that a period may lie in."""
LIFE = 120
"""The years that somebody may look back on."""
YEAR = 366


@dataclass
class Sheets:
    """A workbook's tables, the faults found in them, and what is not read.

    ``unvalued`` are the cells, by sheet, whose formula came to nothing. ``period`` is None while, or because, it could
    not be read; then no date is held against it.
    """

    book: Workbook
    faults: list[Fault] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    unvalued: Mapping[str, frozenset[Place]] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    period: tuple[date, date] | None = None

    def table(self, layout: Sheet) -> Table | None:
        """Return a table of the workbook, None when it has none; what is read of it goes into its account."""
        table = open_table(self.book, layout, self.faults)
        if table is not None:
            self.tables.append(table)
        return table

    def near(self, value: object) -> date:
        """Read a day within two years of the period."""
        return self._within(day(value), 2, 2)

    def within_ten_years(self, value: object) -> date:
        """Read a day of what is kept for years: holidays, reviews, dispensing, earlier periods."""
        return self._within(day(value), 10, 10)

    def in_a_life(self, value: object) -> date:
        """Read a day in somebody's life until soon: hired, referred, discharged."""
        return self._within(day(value), LIFE, 2)

    def until(self, value: object) -> date:
        """Read the last day of what may hold for ever, as some systems write 9999-12-31."""
        return self._within(day(value), LIFE, None)

    def _within(self, day: date, back: int, ahead: int | None) -> date:
        if self.period is None:
            return day
        if (self.period[0] - day).days > back * YEAR:
            raise UnreadableError(f"{day} is more than {back} years before the period", "mend the year")
        if ahead is not None and (day - self.period[1]).days > ahead * YEAR:
            raise UnreadableError(f"{day} is more than {ahead} years after the period", "mend the year")
        return day


def period_day(value: object) -> date:
    """Read a day that a period may have: neither the year 1 nor 9999, which are slips of the pen."""
    found = day(value)
    if not EARLIEST <= found.year <= LATEST:
        raise UnreadableError(f"{found} is no day to plan", f"write a year from {EARLIEST} to {LATEST}")
    return found


@dataclass
class Source(Sheets):
    """Collects what the sheets read so far tell those after them. A row with a fault still makes its id known.

    ``calendar`` is None while, or because, it could not be read; then days are not held against it.
    """

    calendar: Calendar | None = None
    roles: dict[str, DutyRole] = field(default_factory=dict)
    shifts: dict[str, Shift | None] = field(default_factory=dict)
    staff: dict[str, Staff | None] = field(default_factory=dict)

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


def knowing(unit: Unit) -> Source:
    """Return a source that knows the people, shifts and roles of a unit, to read by what somebody typed elsewhere."""
    return Source(
        Workbook(), calendar=unit.calendar, roles=dict(unit.role_by_name), shifts=dict(unit.shift_by_code),
        staff=dict(unit.people),
    )  # fmt: skip
