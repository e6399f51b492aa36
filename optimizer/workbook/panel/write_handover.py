"""Writes into a copy of a panel's workbook who hands the whole caseload over to whom."""

from datetime import date
from pathlib import Path
from typing import Any

from optimizer.workbook.file.book import Book
from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.file.saved import save
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.sheets.managers import HANDS_OVER, ID, SUCCESSOR
from optimizer.workbook.table.parse import text
from optimizer.workbook.table.sheet import Column
from optimizer.workbook.table.style import put
from optimizer.workbook.table.table import SheetTable, find_sheet
from optimizer.workbook.table.write import describe


def write_handover(source: Path, path: Path, manager: str, successor: str, day: date) -> None:
    """Write a copy of a workbook in which a manager hands over from a day on; everything else in it stays."""
    before = Book.at(source)
    book = before.to_change()
    freeze(book, before, layout.READ)
    table = SheetTable(book[str(find_sheet(book, layout.MANAGERS.title))], layout.MANAGERS, [])
    (row,) = (row.number for row in table.filled() if row.raw(ID) is not None and text(row.raw(ID)) == manager)
    for column, value in ((SUCCESSOR, successor), (HANDS_OVER, day)):
        put(table.sheet, row, _place(table, column), value)
    save(book, path)


def _place(table: SheetTable, column: Column[Any]) -> int:
    """Return where a column stands, made anew where the sheet has none."""
    if column.header not in table.columns:
        place = table.columns[column.header] = table.sheet.max_column + 1
        put(table.sheet, table.header_row, place, column.header)
        describe(table.sheet, table.header_row, place, column)
    return table.columns[column.header]
