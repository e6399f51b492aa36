"""Writes what a time study found into the sheet of hours, in a copy of the workbook."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.caseload.capacity.calibration import REVIEWS, Estimate, Figure, TierCare
from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.file.saved import save
from optimizer.workbook.panel.hours_sheet import ENTRIES, MEASURED, Entry
from optimizer.workbook.panel.layout import HOURS, READ
from optimizer.workbook.table.settings import setting_rows
from optimizer.workbook.table.sheet import SETTING, SETTING_ABOUT, VALUE
from optimizer.workbook.table.style import put
from optimizer.workbook.table.table import Table, find_sheet
from optimizer.workbook.unit.read import load
from optimizer.workbook.unit.write_tables import write_table


def write_hours(source: Path, path: Path, estimates: Iterable[Estimate], rests: str) -> None:
    """Write the medians that rest on enough, with what they rest on beside them; everything else in the copy stays."""
    book = load(source, values=False)
    freeze(book, source.read_bytes(), READ)
    table = Table(_sheet(book), HOURS, [])
    every = (*ENTRIES, *MEASURED)
    rows = setting_rows(table, tuple((entry.name, entry.about) for entry in every))
    for each in estimates:
        if each.enough:
            entry = entry_of(each.figure)
            row = rows[entry.name].number if entry.name in rows else table.sheet.max_row + 1
            values = {SETTING.header: entry.name, VALUE.header: each.median / entry.units}
            for header, value in {**values, SETTING_ABOUT.header: f"{entry.about} {rests}"}.items():
                if column := table.columns.get(header):
                    put(table.sheet, row, column, value)
    save(book, path)


def entry_of(figure: Figure) -> Entry:
    """Return the line of the sheet that has a figure."""
    if isinstance(figure, TierCare):
        return next(entry for entry in MEASURED if entry.key == figure)
    return next(entry for entry in ENTRIES if entry.field == REVIEWS[figure])


def _sheet(book: Workbook) -> Worksheet:
    title = find_sheet(book, HOURS.title)
    if title is None:
        write_table(book.create_sheet(HOURS.title), HOURS)
    sheet = book[title or HOURS.title]
    assert isinstance(sheet, Worksheet)
    return sheet
