"""Puts what formulas came to in their place: nobody works them out again before what we write is read."""

from collections.abc import Iterable

from openpyxl.workbook import Workbook

from optimizer.workbook.file.formulas import formula_cells
from optimizer.workbook.file.opened import load_bytes
from optimizer.workbook.table.style import put
from optimizer.workbook.table.table import find_sheet


def freeze(book: Workbook, content: bytes, titles: Iterable[str]) -> None:
    """Put what formulas came to in their place, on the sheets that are read, so that a copy reads the same.

    ``content`` is the workbook as it was. A formula that came to nothing stays.
    """
    sheets = [book[name] for title in titles if (name := find_sheet(book, title))]
    places = [(sheet, place) for sheet in sheets for place in formula_cells(sheet)]
    values = load_bytes(content, values=True) if places else book
    for sheet, place in places:
        value, shown = values[sheet.title].cell(*place).value, sheet.cell(*place).number_format
        if value is not None:
            put(sheet, *place, value).number_format = shown
