"""Writes tables: headers with what goes under them as notes, and lines below."""

from collections.abc import Iterable
from typing import Any

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.table.sheet import CellValues, Column, Sheet
from optimizer.workbook.table.style import header, printable, put

ROOM = 500
"""How many rows below the header offer their choices."""


def write_table(sheet: Worksheet, layout: Sheet, lines: Iterable[CellValues] = ()) -> None:
    """Write a table's header, with what goes under it as notes, and its lines."""
    header(sheet, 1, [column.header for column in layout.columns])
    for number, column in enumerate(layout.columns, start=1):
        describe(sheet, 1, number, column)
    for row, line in enumerate(lines, start=2):
        for number, value in enumerate(line, start=1):
            if value not in (None, ""):
                put(sheet, row, number, value)
    printable(sheet, title_rows="1:1", wide=False)


def describe(sheet: Worksheet, row: int, number: int, column: Column[Any]) -> None:
    """Give a header cell its note, and the cells below it their width and choices."""
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = column.width
    note = Comment(column.about, "optimizer")
    note.width, note.height = 260, 110
    sheet.cell(row, number).comment = note
    if column.choices:
        choices = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=not column.required)
        sheet.add_data_validation(choices)
        choices.add(f"{letter}{row + 1}:{letter}{ROOM}")
