"""Formulas of a workbook, and those of them that nobody has worked out yet."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.table.unread import CellPlace

FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
SHEETS = "xl/worksheets/"


def has_formulas(content: bytes) -> bool:
    """Tell whether any sheet holds a formula, without opening the workbook a second time."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return any(FORMULA.search(file.read(name)) for name in file.namelist() if name.startswith(SHEETS))


def formula_cells(sheet: Worksheet) -> Iterator[CellPlace]:
    """Yield the places of a sheet that hold a formula, in a workbook opened for its formulas."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield from ((number, column) for column, cell in enumerate(row, start=1) if cell.data_type == "f")


def without_value(formulas: Workbook, values: Workbook) -> dict[str, frozenset[CellPlace]]:
    """Return the cells, by sheet, whose formula came to nothing: some programs save formulas and no values."""
    found = {}
    for sheet in formulas.worksheets:
        there = values[sheet.title]
        found[sheet.title] = frozenset(place for place in formula_cells(sheet) if there.cell(*place).value is None)
    return found
