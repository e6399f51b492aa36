"""Rosters as units keep them: a month of people by days with all that a workbook can hold around it."""

import io
import zipfile
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.into.duty_cells import DutyCells, duty_cells
from optimizer.workbook.recognise.proposal import Table
from optimizer.workbook.recognise.recognise import recognise
from tests.workbook.recognise.layouts import PEOPLE, duties

HEAD, FIRST_ROW, FIRST_COLUMN = 4, 5, 3
WEEKEND, LEAVE = PatternFill("solid", fgColor="FFDDDDDD"), PatternFill("solid", fgColor="FF92D050")
PLAIN = PatternFill("solid", fgColor="FFFFFFFF")
EDGE = Border(left=Side("thin"))
DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
Cells = Mapping[tuple[str, date], tuple[str, ...]]


def month_book(
    first: date = date(2026, 4, 1),
    title: str = "Dienstplan April 2026",
    sheet: str = "April 2026",
    head: Callable[[date, int], Any] = lambda day, _: day.day,
    codes: Callable[[int, int], list[Any]] = duties,
    dress: Callable[[Worksheet], None] = lambda _: None,
) -> bytes:
    """Return a workbook of one month with totals, colours of weekends and of leave, rules, a chart and a sheet more."""
    days = [first + timedelta(number) for number in range(monthrange(first.year, first.month)[1])]
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = sheet
    page["A1"] = title
    page.merge_cells("A1:F1")
    page["A1"].font = Font(bold=True, size=16)
    page.cell(HEAD, 1, "Name"), page.cell(HEAD, 2, "Std.")
    for number, day in enumerate(days):
        column = FIRST_COLUMN + number
        for row, value in ((HEAD - 1, DAYS[day.weekday()]), (HEAD, head(day, column))):
            cell = page.cell(row, column, value)
            cell.fill = WEEKEND if day.weekday() > 4 else PLAIN
            if isinstance(value, date):
                cell.number_format = "d"
    for place, person in enumerate(PEOPLE):
        _person(page, FIRST_ROW + place, person, place, days, codes(place, len(days)))
    _around(book, page, len(days))
    dress(page)
    return saved(book)


def _person(page: Worksheet, row: int, name: str, place: int, days: list[date], codes: list[Any]) -> None:
    page.cell(row, 1, name), page.cell(row, 2, 38.5 - place)
    for number, (day, code) in enumerate(zip(days, codes, strict=True)):
        cell = page.cell(row, FIRST_COLUMN + number, code)
        cell.border = EDGE
        cell.fill = LEAVE if code == "U" else WEEKEND if day.weekday() > 4 else PLAIN


def _around(book: Workbook, page: Worksheet, days: int) -> None:
    last = get_column_letter(FIRST_COLUMN + days - 1)
    below = FIRST_ROW + len(PEOPLE)
    beside = FIRST_COLUMN + days + 4
    page.cell(HEAD, beside, "Nights")
    for row in range(FIRST_ROW, below):
        page.cell(row, beside, f'=COUNTIF(C{row}:{last}{row},"N")')
    page.cell(below, 1, "Total on duty")
    for column in range(FIRST_COLUMN, FIRST_COLUMN + days):
        letter = get_column_letter(column)
        page.cell(below, column, f"=COUNTA({letter}{FIRST_ROW}:{letter}{below - 1})")
    cells = f"C{FIRST_ROW}:{last}{below - 1}"
    page.conditional_formatting.add(cells, CellIsRule("equal", ['"N"'], font=Font(bold=True)))
    choice = DataValidation("list", formula1='"D,E,N,U"', allow_blank=True)
    choice.add(cells)
    page.add_data_validation(choice)
    page["A2"].comment = Comment("as agreed", "the manager")
    page.freeze_panes = "C5"
    chart = BarChart()
    chart.add_data(Reference(page, min_col=beside, min_row=FIRST_ROW, max_row=below - 1))
    page.add_chart(chart, "A20")
    other = book.create_sheet("Notes")
    other["A1"], other["B1"] = "Nights of the first", f"=C{FIRST_ROW}"


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(content: bytes, more: Mapping[str, bytes]) -> bytes:
    """Return a package with further parts."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as package:
        for name, part in more.items():
            package.writestr(name, part)
    return out.getvalue()


def packed(named: Mapping[str, bytes]) -> bytes:
    """Return a package of parts."""
    return with_parts(b"", named)


def plain_book(rows: Iterable[Iterable[Any]]) -> bytes:
    """Return a workbook of one sheet with nothing but values."""
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@lru_cache(maxsize=100)
def grid_of(content: bytes, name: str = "roster.xlsx") -> Table:
    """Return the first grid that is recognised in a file."""
    return next(table for table in recognise(name, content).tables if table.blocks)


def cells_of(content: bytes, name: str = "roster.xlsx", first: date | None = None) -> DutyCells:
    return duty_cells(grid_of(content, name), first)


def spun(cells: DutyCells, days: Iterable[date], by: int = 1) -> dict[tuple[str, date], tuple[str, ...]]:
    """Return other codes for some days: what each person has so many days later, over and over."""
    old = cells.codes()
    had = {who: [old[who, day] for name, day in old if name == who] for who in cells.people}
    return {
        (who, day): theirs[(place + by) % len(theirs)] for who, theirs in had.items() for place, day in enumerate(days)
    }


def month_days(first: date) -> list[date]:
    return [first + timedelta(number) for number in range(monthrange(first.year, first.month)[1])]


def looks(content: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return value and looks of every cell of a workbook."""
    book = load_workbook(io.BytesIO(content))
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.fill.fgColor.rgb, cell.border.left.style, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def differing(before: bytes, after: bytes) -> set[tuple[str, str]]:
    """Return the cells that differ in value or looks."""
    one, other = looks(before), looks(after)
    return {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}
