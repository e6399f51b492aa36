"""Reads a schedule: people down, days across, a shift's code in each cell."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.shift import Duty
from optimizer.workbook.file.account import tell_unvalued
from optimizer.workbook.grid.beside import BesideDuties
from optimizer.workbook.grid.header import GridHeader, find_header, undated_faults
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.grid.titles import HISTORY
from optimizer.workbook.table.faults import Fault, meant
from optimizer.workbook.table.parse import UnreadableError, one_of, text, tidy
from optimizer.workbook.table.table import HEADER_SEARCH, find_sheet

OFF = ("-", "–", "off")
"""What stands for a day off, besides nothing at all, unless a shift has that code."""


def read_grid(source: UnitSource, title: str) -> tuple[Plan, date | None]:
    """Return the duties of a schedule and the first day it shows, None when nobody has filled it."""
    name = find_sheet(source.book, title)
    if name is None:
        return frozenset(), None
    sheet = source.book[name]
    header = find_header(sheet)
    if header is None:
        _no_header(source, sheet)
        return frozenset(), None
    _check_days(source, sheet, header, title)
    people = _people(source, sheet, header)
    cells = ((who, day, sheet.cell(row, at)) for row, who in people.items() for at, day in header.days.items())
    pairs = frozenset(Pair(who, duty) for who, day, cell in cells for duty in _duties(source, sheet, who, day, cell))
    BesideDuties(source, sheet, header, people).tell()
    _tell_unvalued(source, sheet, header, people)
    return pairs, min(header.days.values(), default=None) if pairs else None


def _no_header(source: UnitSource, sheet: Worksheet) -> None:
    near_top = [place for place in source.unvalued.get(sheet.title, ()) if place[0] <= HEADER_SEARCH]
    if near_top or any(tidy(value) is not None for row in sheet.iter_rows(values_only=True) for value in row):
        source.faults.append(Fault(sheet.title, "A1", "no row has 'Id' and days", "start from the template"))
    tell_unvalued(source, sheet.title, near_top)


def _check_days(source: UnitSource, sheet: Worksheet, header: GridHeader, title: str) -> None:
    """Take note of days that are none, stand twice or out of order, or lie where they cannot."""
    source.faults.extend(undated_faults(sheet, header))
    latest: date | None = None
    for column, day in list(header.days.items()):
        if problem := _misplaced(source, day, latest, title):
            source.faults.append(Fault(sheet.title, sheet.cell(header.row, column).coordinate, problem, "mend the day"))
            header.drop(column)
        else:
            latest = day


def _misplaced(source: UnitSource, day: date, latest: date | None, title: str) -> str:
    if source.calendar is not None and (problem := _outside(source, source.calendar, day, title)):
        return problem
    if latest is not None and day <= latest:
        return f"{day} stands twice" if day == latest else f"{day} stands after {latest}"
    return ""


def _outside(source: UnitSource, calendar: Calendar, day: date, title: str) -> str:
    """Return why a day cannot stand in a schedule of this title, "" when it can."""
    try:
        source.near(day)
    except UnreadableError as error:
        return error.problem
    if title == HISTORY:
        return f"{day} is not before the first day to plan, {calendar.first}" if day >= calendar.first else ""
    return "" if calendar.first <= day <= calendar.last else f"{day} is not in the planning period"


def _people(source: UnitSource, sheet: Worksheet, header: GridHeader) -> dict[int, str]:
    """Return whose row each row below the header is; rows without an id are nobody's."""
    found: dict[int, str] = {}
    for number in range(header.row + 1, sheet.max_row + 1):
        cell = sheet.cell(number, header.ids)
        who = _person(source, sheet, cell, found) if tidy(cell.value) is not None else None
        if who is not None:
            found[number] = who
    return found


def _person(source: UnitSource, sheet: Worksheet, cell: Cell | MergedCell, found: dict[int, str]) -> str | None:
    try:
        who = source.person(tidy(cell.value))
    except UnreadableError as error:
        source.faults.append(Fault(sheet.title, cell.coordinate, error.problem, error.remedy))
        return None
    if who in found.values():
        source.faults.append(Fault(sheet.title, cell.coordinate, f"'{who}' stands twice", "leave one row a person"))
        return None
    return who


def _duties(source: UnitSource, sheet: Worksheet, who: str, day: date, cell: Cell | MergedCell) -> tuple[Duty, ...]:
    value = tidy(cell.value)
    if value is None:
        return ()
    try:
        return read_cells(source, who, day, value)
    except UnreadableError as error:
        source.faults.append(Fault(sheet.title, cell.coordinate, error.problem, error.remedy))
        return ()


def _tell_unvalued(source: UnitSource, sheet: Worksheet, header: GridHeader, people: dict[int, str]) -> None:
    """Take note of formulas without a value in the header, among the ids and among people's duties."""
    duties = {(row, column) for row in people for column in header.days}
    places = source.unvalued.get(sheet.title, frozenset())
    read = [
        place
        for place in places
        if place[0] == header.row or place in duties or (place[0] > header.row and place[1] == header.ids)
    ]
    tell_unvalued(source, sheet.title, read)


def read_cells(source: UnitSource, who: str, day: date, value: Any) -> tuple[Duty, ...]:
    """Read a cell such as D+OC: several duties of one day with a plus between; a shift's code may itself hold one.

    Raise UnreadableError as ``read_cell`` does, and where the same duty stands twice.
    """
    written = text(value)
    duties = tuple(duty for code in _parted(source, written) if (duty := read_cell(source, who, day, code)))
    if len({*duties}) < len(duties):
        raise UnreadableError(f"'{written}' has the same duty twice", "write it once")
    return duties


def _parted(source: UnitSource, written: str) -> Iterator[str]:
    """Yield what stands between the pluses of a cell, but for those within a shift's code or a role's mark."""
    pieces = written.split("+")
    while pieces:
        longer = ("+".join(pieces[:many]) for many in range(len(pieces), 1, -1))
        said = next((each for each in longer if _is_one(source, each)), pieces[0])
        yield said.strip()
        del pieces[: said.count("+") + 1]


def _is_one(source: UnitSource, written: str) -> bool:
    """Tell whether something is a shift's code, or one with the mark of a role."""
    code, _, mark = written.rpartition("/")
    return written in source.shifts or (code in source.shifts and mark in _marks(source))


def _marks(source: UnitSource) -> dict[str, str]:
    """Return all roles by what stands for them in a cell: their marks and their names."""
    return {role.mark or name: name for name, role in source.roles.items()} | {name: name for name in source.roles}


def read_cell(source: UnitSource, who: str, day: date, value: Any) -> Duty | None:
    """Read a cell such as D, or D/C for a role other than the main one; a shift's code may itself hold a slash.

    Return None for a day off. Raise UnreadableError with what is wrong and what would be right.
    """
    written = text(value)
    if written in source.shifts:
        return source.duty(who, day, written, None)
    if written.casefold() in OFF:
        return None
    code, slash, mark = written.rpartition("/")
    if not slash:
        raise UnreadableError(f"'{written}' is not a shift", meant(written, source.shifts))
    if code in source.shifts and mark in source.shifts and mark not in source.roles:
        raise UnreadableError(f"'{mark}' is a shift and not a role", f"write {code}+{mark} for both on one day")
    marks = _marks(source)
    return source.duty(who, day, source.shift(code), marks[one_of(marks, "role")(mark)])
