"""Takes people out of a workbook, with all that hangs on their ids."""

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.file.opened import load_bytes
from optimizer.workbook.grid.titles import BEFORE, HISTORY, SCHEDULE
from optimizer.workbook.table.parse import text, tidy
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import find_sheet
from optimizer.workbook.unit.edit_table import SeenLine, SeenTable, saved, tables_of, with_tables
from optimizer.workbook.unit.layout import CREDENTIALS, LOCKED, READ, REQUESTS, STAFF, TIES
from optimizer.workbook.unit.sheets import locked, requests
from optimizer.workbook.unit.sheets.staff import HOLDER, ID

HANGS_ON: dict[Sheet, tuple[Column[Any], ...]] = {
    STAFF: (ID,),
    CREDENTIALS: (HOLDER,),
    REQUESTS: (requests.WHO,),
    LOCKED: (locked.WHO,),
    TIES: (locked.ONE, locked.OTHER),
}
"""The columns that hold ids. The ledger keeps those who left."""
WITH_PEOPLE = (SCHEDULE, HISTORY, BEFORE)


def without_people(content: bytes, gone: frozenset[str]) -> bytes:
    """Return a workbook without some people: their credentials, requests, locks, ties and rows of schedules go, too."""
    if not gone:
        return content
    tables = tables_of(content, HANGS_ON)
    kept = {
        sheet: [line for line, ids in _with_ids(tables[sheet], columns) if not ids & gone]
        for sheet, columns in HANGS_ON.items()
    }
    return _without_rows(with_tables(content, kept), gone)


def _with_ids(rows: SeenTable, columns: tuple[Column[Any], ...]) -> Iterator[tuple[SeenLine, frozenset[str]]]:
    headers = {column.header for column in columns}
    places = [place for place, column in enumerate(rows.columns) if column.header in headers]
    for line in rows.lines:
        yield line, frozenset(str(line.values[place]) for place in places)


def _without_rows(content: bytes, gone: frozenset[str]) -> bytes:
    book = load_bytes(content, values=False)
    sheets = [book[name] for title in WITH_PEOPLE if (name := find_sheet(book, title))]
    found = [(sheet, number) for sheet in sheets for number in _rows(sheet, gone)]
    if not found:
        return content
    freeze(book, content, READ)
    for sheet, number in sorted(found, key=lambda each: each[1], reverse=True):
        sheet.delete_rows(number)
    return saved(book)


def _rows(sheet: Worksheet, gone: frozenset[str]) -> Iterator[int]:
    for number in range(1, sheet.max_row + 1):
        value = tidy(sheet.cell(number, 1).value)
        if value is not None and text(value) in gone:
            yield number
