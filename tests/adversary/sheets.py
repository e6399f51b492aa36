"""Workbooks whose sheets are full of one thing, or hold far too much, or nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.panel import layout as panel_layout
from optimizer.workbook.unit import layout as unit_layout
from tests.adversary.trial import Named
from tests.paths import SAMPLES
from tests.workbook.books import saved

SMALL, PANEL = (SAMPLES / f"{name}.xlsx" for name in ("unit-small", "panel-small"))


def sheets() -> Named:
    """Sheets full of one thing."""
    fills = (("words", "x"), ("huge numbers", 1e300), ("days", datetime(9999, 12, 31)), ("nothing", None))
    for number, title in enumerate(unit_layout.READ):
        name, value = fills[number % len(fills)]
        yield f"{title} full of {name}", partial(_changed, SMALL, title, partial(_fill, value))


def _fill(value: object, sheet: Worksheet) -> None:
    for row in sheet.iter_rows(min_row=2, max_row=min(sheet.max_row + 5, 120)):
        for cell in row:
            if cell.__class__.__name__ != "MergedCell":
                cell.value = value


def _changed(path: Path, title: str, change: Callable[[Worksheet], object]) -> bytes:
    book = load_workbook(path)
    if title in book.sheetnames:
        change(book[title])
    return saved(book)


def books() -> Named:
    """Units that are well formed, and far too large or too small."""
    yield "an empty workbook", lambda: saved(Workbook())
    yield "charts alone", _charts
    yield "headers alone", partial(_every_sheet, lambda sheet: sheet.delete_rows(2, sheet.max_row))
    yield "every header twice", partial(_every_sheet, _headers_twice)
    yield "every sheet hidden but the first", partial(_every_sheet, _hide)
    for name, first, last in (
        ("one day", "2026-12-06", "2026-12-06"), ("two years", "2026-12-06", "2028-12-03"),
        ("a century", "1950-01-01", "2050-01-01"),
        ("backwards", "2026-12-19", "2026-12-06"), ("the first day of all", "0001-01-01", "0001-01-14"),
        ("the last day of all", "9999-12-18", "9999-12-31"),
    ):  # fmt: skip
        yield f"a period of {name}", partial(_changed, SMALL, "Calendar", partial(_period, first, last))
    yield "needs in their thousands", partial(_repeated, "Needs", 6_000)
    yield "wishes in their thousands", partial(_repeated, "Requests", 6_000)
    yield "rules in their hundreds", partial(_repeated, "Rules", 400)
    yield "shifts in their hundreds", partial(_changed, SMALL, "Shifts", partial(_numbered, 400))
    yield "people in their hundreds", partial(_changed, SMALL, "Staff", partial(_numbered, 700))


def _charts() -> bytes:
    book = Workbook()
    book.create_chartsheet("Staff")
    book.remove(book.active)
    return saved(book)


def _every_sheet(change: Callable[[Worksheet], object]) -> bytes:
    book = load_workbook(BytesIO(SMALL.read_bytes()))
    for sheet in book.worksheets:
        change(sheet)
    return saved(book)


def _hide(sheet: Worksheet) -> None:
    sheet.sheet_state = "visible" if sheet.title == sheet.parent.sheetnames[0] else "veryHidden"


def _headers_twice(sheet: Worksheet) -> None:
    for column in range(1, sheet.max_column + 1):
        sheet.cell(1, sheet.max_column + 1, sheet.cell(1, column).value)


def _period(first: str, last: str, sheet: Worksheet) -> None:
    sheet["B3"], sheet["B4"] = first, last


def _repeated(title: str, times: int) -> bytes:
    return _changed(SMALL, title, partial(_numbered, times, change_id=False))


def _numbered(times: int, sheet: Worksheet, *, change_id: bool = True) -> None:
    """Repeat the second row, each with an id of its own where a table has ids."""
    row = [cell.value for cell in sheet[2]]
    for number in range(times):
        sheet.append([f"{row[0]}{number}" if change_id else row[0], *row[1:]])


def panels() -> Named:
    """Panels, with what is dear to read in them."""
    fills = (("days", datetime(1900, 1, 1)), ("words", "P0001"), ("huge numbers", -1e300))
    for number, title in enumerate(("Panel", "Managers", "Patients", "Risk", "Dispensing", "Assignment")):
        assert title in panel_layout.READ
        name, value = fills[number % len(fills)]
        yield f"{title} of a panel full of {name}", partial(_changed, PANEL, title, partial(_fill, value))
    yield "dispensing without end", partial(_changed, PANEL, "Dispensing", partial(_days_apart, 9_000))


def _days_apart(times: int, sheet: Worksheet) -> None:
    row = [cell.value for cell in sheet[2]]
    for number in range(times):
        sheet.append([value + timedelta(days=number % 300) if isinstance(value, datetime) else value for value in row])
