"""Opens workbooks, unless they are no workbooks or too much for one, with what their formulas came to or with these."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.file.extent import TooMuchError, tamed
from optimizer.workbook.file.formulas import has_formulas, without_value
from optimizer.workbook.file.inline import quickened
from optimizer.workbook.file.kind import AS_XLSX, TOO_BIG, file_fault
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.table.unread import CellPlace

Unvalued = Mapping[str, frozenset[CellPlace]]
WORKBOOK = "The workbook"
"""What a workbook without a file's name is called in a fault."""
LONG, MOST_COLUMNS = 20_000, 2_000
"""How far a sheet may reach whatever is in it; a table may be as long as it is filled."""
MOST_PLACES = 800_000
"""Places between the first and the last cell of a sheet: each is looked at, and openpyxl builds a cell there."""
LOOKED_AT = 1_000
"""How far apart the rows of a long sheet are that must not be empty."""


class Opened(NamedTuple):
    """A workbook as openpyxl sees it, and its cells, by sheet, whose formula came to nothing."""

    book: Workbook
    unvalued: Unvalued


def load(path: Path, *, values: bool) -> Workbook:
    """Return a workbook as openpyxl sees it: what its formulas came to (``values``), or the formulas themselves."""
    return load_bytes(bytes_of(path), path.name, values=values)


def load_bytes(content: bytes, name: str = WORKBOOK, *, values: bool) -> Workbook:
    """Return the workbook that some bytes are, as ``load`` does."""
    if fault := file_fault(name, content):
        raise FaultyWorkbookError([fault])
    try:
        book = load_workbook(BytesIO(quickened(tamed(content))), data_only=values)
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


def _has_gap(sheet: Worksheet) -> bool:
    """Tell whether a long sheet is empty somewhere: reading it row by row would fill the memory with nothing."""
    looked_at = (sheet.iter_rows(row, row, values_only=True) for row in range(LONG, sheet.max_row, LOOKED_AT))
    return any(all(value is None for value in values) for rows in looked_at for values in rows)
