"""Reads a unit's workbook: the unit, its policy and the schedule in it; or every fault at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.setting_aside import set_aside
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import lawful, with_lawful_overtime
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.implied import with_implied
from optimizer.staffing.scenario import Scenario
from optimizer.workbook.file.account import take_account
from optimizer.workbook.file.extent import TooMuchError, tamed
from optimizer.workbook.file.formulas import has_formulas, without_value
from optimizer.workbook.file.kind import AS_XLSX, TOO_BIG, file_fault
from optimizer.workbook.file.titles import check_titles
from optimizer.workbook.grid.read import read_grid
from optimizer.workbook.report.outputs import UNIT_OUTPUTS
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.table.source import Sheets, Source
from optimizer.workbook.table.unread import Place, Unread
from optimizer.workbook.unit import layout, layout_care
from optimizer.workbook.unit.check_care import care_faults
from optimizer.workbook.unit.read_budget import read_budget
from optimizer.workbook.unit.read_calendar import read_calendar
from optimizer.workbook.unit.read_care import read_care
from optimizer.workbook.unit.read_demand import read_locked, read_needs, read_requests, read_skills, read_ties
from optimizer.workbook.unit.read_ledger import read_ledger
from optimizer.workbook.unit.read_pay import read_pay, read_premiums
from optimizer.workbook.unit.read_people import read_roles, read_shifts, read_staff
from optimizer.workbook.unit.read_rules import read_rules
from optimizer.workbook.unit.read_scenarios import read_scenarios

Unvalued = Mapping[str, frozenset[Place]]
WORKBOOK = "The workbook"
"""What a workbook without a file's name is called in a fault."""
LONG, MOST_COLUMNS = 20_000, 2_000
"""How far a sheet may reach whatever is in it; a table may be as long as it is filled."""
MOST_PLACES = 800_000
"""Places between the first and the last cell of a sheet: each is looked at, and openpyxl builds a cell there."""
LOOKED_AT = 1_000
"""How far apart the rows of a long sheet are that must not be empty."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a workbook holds, the musts of law in its policy; ``plan`` is empty when nobody has filled it.

    ``unread`` is what else stands in it: the reader's own sheets, columns and notes.
    """

    unit: Unit
    policy: Policy
    plan: Plan
    scenarios: tuple[Scenario, ...] = ()
    unread: tuple[Unread, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of a workbook, None when it is too little for a unit, and all that is wrong in it."""

    contents: Contents | None
    faults: tuple[Fault, ...]


class Opened(NamedTuple):
    """A workbook as openpyxl sees it, and its cells, by sheet, whose formula came to nothing."""

    book: Workbook
    unvalued: Unvalued


def read(path: Path) -> Contents:
    """Return what a workbook holds. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(_look(*opened(path)))


def read_bytes(content: bytes, name: str = WORKBOOK) -> Contents:
    """Return what the bytes of a workbook hold. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(_look(*opened_bytes(content, name)))


def look(content: bytes, name: str = WORKBOOK) -> Reading:
    """Return as much of a workbook as can be read, with its faults. Raise them only when it is no workbook at all."""
    return _look(*opened_bytes(content, name))


def look_into(opened: Opened) -> Reading:
    """Return as much of a workbook that is open as can be read, with its faults, as ``look`` does."""
    return _look(*opened)


def load_bytes(content: bytes, name: str = WORKBOOK, *, values: bool) -> Workbook:
    """Return a workbook as openpyxl sees it: what its formulas came to (``values``), or the formulas themselves."""
    if fault := file_fault(name, content):
        raise FaultyWorkbookError([fault])
    try:
        book = load_workbook(BytesIO(tamed(content)), data_only=values)
    except TooMuchError as error:
        raise FaultyWorkbookError([Fault(name, "", f"the workbook holds {error}", TOO_BIG)]) from error
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise _unreadable(name) from error
    if faults := [*_too_long(book)]:
        raise FaultyWorkbookError(faults)
    return book


def opened(path: Path) -> Opened:
    """Return a workbook with what its formulas came to, and where they came to nothing."""
    return opened_bytes(bytes_of(path), path.name)


def opened_bytes(content: bytes, name: str = WORKBOOK) -> Opened:
    """Return what some bytes hold, as ``opened`` does."""
    book = load_bytes(content, name, values=True)
    return opened_from(book, load_bytes(content, name, values=False) if has_formulas(content) else book)


def opened_from(values: Workbook, formulas: Workbook) -> Opened:
    """Return a workbook that is open both ways, for what its formulas came to and for themselves; or the same twice."""
    return Opened(values, {} if formulas is values else without_value(formulas, values))


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raise FaultyWorkbookError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path.name) from error


def _unreadable(name: str) -> FaultyWorkbookError:
    return FaultyWorkbookError([Fault(name, "", "this is not an Excel workbook that can be read", AS_XLSX)])


def _too_long(book: Workbook) -> Iterator[Fault]:
    """Yield the sheets that go on for ever, most often because something stands far below the table."""
    for sheet in book.worksheets:
        wide, long = sheet.max_column, sheet.max_row
        if wide > MOST_COLUMNS or wide * long > MOST_PLACES or _has_gap(sheet):
            cell = f"{get_column_letter(wide)}{long}"
            yield Fault(sheet.title, cell, "the sheet reaches this far", "delete the rows and columns beyond the table")


def _rows_of_no_unit(book: Workbook) -> Iterator[Fault]:
    """Yield the sheets with more rows than a unit has people, patients or days: two years by shift are 11,000."""
    for sheet in book.worksheets:
        if sheet.max_row > LONG and sheet.title in layout.READ:
            problem = f"the sheet has {sheet.max_row:,} rows, and no unit has more than {LONG:,}"
            yield Fault(sheet.title, f"A{LONG + 1}", problem, TOO_BIG)


def _has_gap(sheet: Worksheet) -> bool:
    """Tell whether a long sheet is empty somewhere: reading it row by row would fill the memory with nothing."""
    looked_at = (sheet.iter_rows(row, row, values_only=True) for row in range(LONG, sheet.max_row, LOOKED_AT))
    return any(all(value is None for value in values) for rows in looked_at for values in rows)


def _sound(reading: Reading) -> Contents:
    if reading.faults or reading.contents is None:
        raise FaultyWorkbookError(reading.faults)
    return reading.contents


def _look(book: Workbook, unvalued: Unvalued) -> Reading:
    if too_many := [*_rows_of_no_unit(book)]:
        return Reading(None, tuple(too_many))
    source = Source(book, unvalued=unvalued)
    contents = _read(source)
    take_account(source)
    check_titles(source, layout.READ, UNIT_OUTPUTS)
    return Reading(contents and replace(contents, unread=tuple(source.unread)), tuple(source.faults))


def _read(source: Source) -> Contents | None:
    name, calendar, jurisdictions, kind = read_calendar(source)
    source.calendar = calendar
    roles = read_roles(source)
    shifts = read_shifts(source)
    pay = read_pay(source)
    staff = read_staff(source, pay)
    premiums = read_premiums(source, staff)
    needs, skills = read_needs(source), read_skills(source, staff)
    care = read_care(source)
    requests, ties, locked = read_requests(source), read_ties(source), read_locked(source)
    history, first_known = read_grid(source, layout.HISTORY)
    plan, _ = read_grid(source, layout.SCHEDULE)
    before, _ = read_grid(source, layout.BEFORE)
    filled = ((layout.ROLES, roles), (layout.SHIFTS, shifts), (layout.STAFF, staff), (layout.NEEDS, needs or care))
    check_filled(source, filled)
    if calendar is None:
        return None
    unit = Unit(
        name, calendar, shifts, roles, staff, needs, skills, requests, ties, locked, history, first_known,
        before or plan, pay, premiums, care, read_budget(source), jurisdictions, kind,
        read_ledger(source),
    )  # fmt: skip
    unit = with_lawful_overtime(_with_needs(source, set_aside(unit)))
    rulings = read_rules(source, unit)
    policy = Policy(rulings) if rulings else default_policy()
    return Contents(unit, with_implied(lawful(policy, unit), unit), plan, read_scenarios(source, unit, policy))


def _with_needs(source: Source, unit: Unit) -> Unit:
    """Return a unit with the needs that its patients make, once everything that they depend on is right."""
    told = {fault.sheet.casefold() for fault in source.faults}
    if unit.care is None or told & {sheet.title.casefold() for sheet in (layout.SHIFTS, *layout_care.SHEETS)}:
        return unit
    faults = [*care_faults(unit, unit.care)]
    source.faults.extend(faults)
    return unit if faults else with_lawful_needs(unit)


def check_filled(source: Sheets, tables: tuple[tuple[Sheet, object], ...]) -> None:
    """Take note of tables that nothing can be done without and that hold nothing, unless it is known why."""
    told = {fault.sheet.casefold() for fault in source.faults}
    for sheet, rows in tables:
        if not rows and sheet.title.casefold() not in told:
            source.faults.append(Fault(sheet.title, "A2", "there is nothing below the header", "add a row"))
