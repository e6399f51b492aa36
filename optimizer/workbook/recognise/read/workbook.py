"""A workbook of any make to plain lists, for the process that reads it."""

import io
import re
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.recognise.words.leave import LEAVE

MOST_CELLS = 3_000_000
"""Cells that the sheets may span together, empty ones too."""
MOST_SHEETS = 250
MOST_LOOKED_AT = 3_000_000
"""Bytes, unpacked, up to which colours are looked at, too: that takes ten times as long as reading values."""
LAST_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})(\d{1,8})"')


class FaultError(Exception):
    """Raised with what is wrong with a workbook."""


def sheets_of(content: bytes) -> list[dict[str, Any]]:
    """Return title, rows, merges and fills of every sheet. Raise FaultError for what cannot be read."""
    _check_extent(content)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        _check(len(names) > MOST_SHEETS, f"has more than {MOST_SHEETS} sheets; keep to those of one unit.")
        sheets = [_sheet(book, name) for name in names if _has_cells(book, name)]
        looks = _fills(content) if any(map(_writes_leave_out, sheets)) else {}
        return [{**sheet, "fills": looks.get(sheet["title"], [])} for sheet in sheets]
    except calamine.PasswordError as error:
        raise FaultError("is protected by a password; take it off in Excel and save the file again.") from error
    except (calamine.CalamineError, OSError, ValueError, KeyError) as error:
        raise FaultError(f"is damaged or no workbook that can be read ({error}); save it again as .xlsx.") from error


def _has_cells(book: calamine.CalamineWorkbook, name: str) -> bool:
    kinds = {sheet.name: sheet.typ for sheet in book.sheets_metadata}
    return kinds.get(name, calamine.SheetTypeEnum.WorkSheet) == calamine.SheetTypeEnum.WorkSheet


def _sheet(book: calamine.CalamineWorkbook, name: str) -> dict[str, Any]:
    sheet = book.get_sheet_by_name(name)
    _check(sheet.total_height * sheet.total_width > MOST_CELLS, "spans more cells than a roster has; keep to one unit.")
    rows = [[_plain(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    while rows and not any(str(value).strip() for value in rows[-1]):
        rows.pop()
    merges = [[list(first), list(last)] for first, last in sheet.merged_cell_ranges or ()]
    return {"title": name, "rows": rows, "merges": merges}


def _writes_leave_out(sheet: dict[str, Any]) -> bool:
    """Return whether a sheet has leave written out in words: how long it lasts is then told by the colour alone."""
    texts = (value for row in sheet["rows"] for value in row if isinstance(value, str))
    return any(len(text) > 3 and LEAVE.search(text.casefold()) for text in texts)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, time):
        return ["time", value.isoformat()]
    if isinstance(value, timedelta):
        return ["span", value.total_seconds()]
    return value


def _check(wrong: bool, said: str) -> None:
    if wrong:
        raise FaultError(said)


def _check_extent(content: bytes) -> None:
    """Refuse, before it is built, a workbook whose cells stand so far apart that memory would not hold it."""
    if not content.startswith(b"PK"):
        return
    with (
        suppress(*UNREADABLE),
        zipfile.ZipFile(io.BytesIO(content)) as packed,
    ):
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.open(name).read(2000):
                raise FaultError("has a document type in it, which no workbook has.")
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _check(
                    _spanned(packed.read(name)) > MOST_CELLS, "spans more cells than a roster has; keep to one unit."
                )


def _spanned(part: bytes) -> int:
    rows = columns = 0
    for letters, row in LAST_CELL.findall(part):
        column = 0
        for letter in letters:
            column = 26 * column + letter - 64
        rows, columns = max(rows, int(row)), max(columns, column)
    return rows * columns


def _fills(content: bytes) -> dict[str, list[Any]]:
    """Return the colours of each sheet's cells as row, column and colour; nothing for large workbooks."""
    found: dict[str, list[Any]] = {}
    if not content.startswith(b"PK"):
        return found
    with suppress(Exception):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > MOST_LOOKED_AT:
            return found
        from openpyxl import load_workbook  # noqa: PLC0415 (takes a while, and only small workbooks need it)

        for sheet in load_workbook(io.BytesIO(content)).worksheets:
            found[sheet.title] = [
                [(cell.row or 1) - 1, (cell.column or 1) - 1, str(cell.fill.fgColor.rgb)]
                for row in sheet.iter_rows(max_row=min(sheet.max_row, 400), max_col=min(sheet.max_column, 400))
                for cell in row
                if cell.fill.fill_type == "solid"
            ]
    return found
