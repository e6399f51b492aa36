"""Writes what a time study found into the sheet of hours, in a copy of the workbook."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.caseload.capacity.calibration import REVIEWS, Estimate, Figure, TierCare
from optimizer.workbook.file.book import Book
from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.file.saved import save
from optimizer.workbook.panel.layout import READ
from optimizer.workbook.panel.sheets.hours import ENTRIES, HOURS, MEASURED, HoursEntry
from optimizer.workbook.table.settings import SETTING, SETTING_ABOUT, VALUE, setting_rows
from optimizer.workbook.table.style import put
from optimizer.workbook.table.table import SheetTable, find_sheet
from optimizer.workbook.table.write import write_table


def write_hours(source: Path, path: Path, estimates: Iterable[Estimate], rests: str) -> None:
    """Write the medians that rest on enough, with what they rest on beside them; everything else in the copy stays."""
    before = Book.at(source)
    book = before.to_change()
    freeze(book, before, READ)
    table = SheetTable(_sheet(book), HOURS, [])
    rows = setting_rows(table, HOURS.settings)
    for each in estimates:
        if each.enough:
            column = entry_of(each.figure).column
            row = rows[column].number if column in rows else table.sheet.max_row + 1
            values = {
                SETTING: column.header,
                VALUE: column.written(each.median),
                SETTING_ABOUT: f"{column.about} {rests}",
            }
            for header, value in values.items():
                if place := table.places[header]:
                    put(table.sheet, row, place, value)
    save(book, path)


def entry_of(figure: Figure) -> HoursEntry:
    """Return the line of the sheet that has a figure."""
    if isinstance(figure, TierCare):
        return next(entry for entry in MEASURED if entry.key == figure)
    return next(entry for entry in ENTRIES if entry.column.field == REVIEWS[figure])


def _sheet(book: Workbook) -> Worksheet:
    title = find_sheet(book, HOURS.title)
    if title is None:
        write_table(book.create_sheet(HOURS.title), HOURS)
    sheet = book[title or HOURS.title]
    assert isinstance(sheet, Worksheet)
    return sheet
