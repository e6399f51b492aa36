"""Reads a schedule: people down, days across, a shift's code in each cell."""

from datetime import date, datetime
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.shift import Duty
from optimizer.workbook import layout
from optimizer.workbook.faults import Fault, meant
from optimizer.workbook.source import Source
from optimizer.workbook.table import HEADER_SEARCH, UnreadableError, find_sheet, one_of, text, tidy

OFF = ("-", "–", "off")
"""What stands for a day off, besides nothing at all, unless a shift has that code."""


def read_grid(source: Source, title: str) -> tuple[Plan, date | None]:
    """Return the duties of a schedule and the first day it shows, None when nobody has filled it."""
    name = find_sheet(source.book, title)
    if name is None:
        return frozenset(), None
    sheet = source.book[name]
    header = _header(sheet)
    if header is None:
        if any(tidy(cell.value) is not None for row in sheet.iter_rows(min_row=2) for cell in row):
            source.faults.append(Fault(sheet.title, "A1", "no row has 'Id' and days", "start from the template"))
        return frozenset(), None
    days = {cell.column: cell.value.date() for cell in sheet[header] if isinstance(cell.value, datetime)}
    _check_days(source, sheet, header, days, title)
    pairs: set[Pair] = set()
    seen: set[str] = set()
    for row in sheet.iter_rows(min_row=header + 1):
        who = _person(source, sheet, row[0], seen)
        pairs |= {Pair(who, duty) for cell in row if who and (duty := _duty(source, sheet, who, days, cell))}
    return frozenset(pairs), min(days.values(), default=None) if pairs else None


def _header(sheet: Worksheet) -> int | None:
    for row in sheet.iter_rows(max_row=HEADER_SEARCH):
        if str(row[0].value or "").strip().casefold() == "id" and any(isinstance(c.value, datetime) for c in row):
            return row[0].row
    return None


def _check_days(source: Source, sheet: Worksheet, header: int, days: dict[int, date], title: str) -> None:
    """Take note of days that stand twice, or on the wrong side of the planning period's first day."""
    seen: set[date] = set()
    for column, day in list(days.items()):
        problem = f"{day} stands twice" if day in seen else _misplaced(source, day, title)
        if problem:
            source.faults.append(Fault(sheet.title, sheet.cell(header, column).coordinate, problem, "mend the day"))
            del days[column]
        seen.add(day)


def _misplaced(source: Source, day: date, title: str) -> str:
    if source.calendar is None:
        return ""
    first, last = source.calendar.first, source.calendar.last
    if title == layout.HISTORY:
        return f"{day} is not before the first day to plan, {first}" if day >= first else ""
    return f"{day} is not in the planning period" if not first <= day <= last else ""


def _person(source: Source, sheet: Worksheet, cell: Cell | MergedCell, seen: set[str]) -> str | None:
    """Return whose row it is; rows without an id are headings and totals."""
    value = tidy(cell.value)
    if value is None:
        return None
    try:
        who = source.person(value)
    except UnreadableError as error:
        source.faults.append(Fault(sheet.title, cell.coordinate, error.problem, error.remedy))
        return None
    if who in seen:
        source.faults.append(Fault(sheet.title, cell.coordinate, f"'{who}' stands twice", "leave one row a person"))
        return None
    seen.add(who)
    return who


def _duty(source: Source, sheet: Worksheet, who: str, days: dict[int, date], cell: Cell | MergedCell) -> Duty | None:
    value = tidy(cell.value)
    if value is None or cell.column not in days:
        return None
    try:
        return read_cell(source, who, days[cell.column], value)
    except UnreadableError as error:
        source.faults.append(Fault(sheet.title, cell.coordinate, error.problem, error.remedy))
        return None


def read_cell(source: Source, who: str, day: date, value: Any) -> Duty | None:
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
    marks = {role.mark or name: name for name, role in source.roles.items()} | {name: name for name in source.roles}
    return source.duty(who, day, source.shift(code), marks[one_of(marks, "role")(mark)])
