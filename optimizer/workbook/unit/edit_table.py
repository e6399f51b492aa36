"""Tables of a workbook as pages show and change them: what people see goes out, what they change goes back in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.file.book import Book
from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.table.seen import Value, plain, typed
from optimizer.workbook.table.sheet import Column, Holds, Sheet
from optimizer.workbook.table.style import HEADER, HEADER_FILL, put
from optimizer.workbook.table.table import SheetTable, find_sheet, open_table
from optimizer.workbook.table.write import describe, write_table
from optimizer.workbook.unit import layout

RowPlace = tuple[str, int]
"""A row of a sheet: its title and the row's number."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One row of a table, a value for every column; ``number`` is its row on the sheet, None when it is new."""

    number: int | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table as people see it. A column with a cell that is not of its kind holds text all the way down.

    ``letters`` are those of the columns on the sheet, "" for one that it lacks; none while there is no such sheet.
    """

    columns: tuple[Column[Any], ...]
    lines: tuple[SeenLine, ...] = ()
    letters: tuple[str, ...] = ()

    def header_at(self, cell: str) -> str:
        """Return the header of the column that a cell such as "E12" is in, "" where it is in none."""
        letter = cell.rstrip("0123456789")
        return self.columns[self.letters.index(letter)].header if letter and letter in self.letters else ""


def rows_of(book: Book, sheet: Sheet) -> SeenTable:
    """Return a table of a workbook, empty where the workbook has no such sheet."""
    return tables_of(book, [sheet])[sheet]


def tables_of(book: Book, sheets: Iterable[Sheet]) -> dict[Sheet, SeenTable]:
    """Return some tables of a workbook, empty ones where it has no such sheet."""
    tables = {sheet: open_table(book.values, sheet, []) for sheet in sheets}
    return {sheet: _rows(table, sheet) if table else SeenTable(sheet.columns) for sheet, table in tables.items()}


def with_rows(book: Book, sheet: Sheet, lines: Iterable[SeenLine]) -> Book:
    """Return a workbook whose table has these lines, as ``with_tables`` does."""
    return with_tables(book, {sheet: lines})


def with_tables(book: Book, tables: Mapping[Sheet, Iterable[SeenLine]], gone: Iterable[RowPlace] = ()) -> Book:
    """Return a workbook whose tables have these lines, in their order; new ones stand last. It is saved once.

    ``gone`` are rows of other sheets that are taken out. All else stays as it is, cells beside a table too, and the
    very workbook where nothing changes. On the sheets that are read a formula becomes what it came to, since nobody
    works it out again before they are read.
    """
    old = {sheet: _filled(rows.lines, sheet) for sheet, rows in tables_of(book, tables).items()}
    wanted = {sheet: _filled(lines, sheet) for sheet, lines in tables.items()}
    changed, rows = [sheet for sheet in tables if old[sheet] != wanted[sheet]], sorted(gone, reverse=True)
    if not changed and not rows:
        return book
    copy = book.to_change()
    freeze(copy, book, layout.READ)
    for sheet in changed:
        before = {line.number: line.values for line in old[sheet]}
        _change(_table(copy, sheet), sheet, before, wanted[sheet])
    for title, number in rows:
        copy[title].delete_rows(number)
    return Book(_saved(copy), book.name)


def _saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _rows(table: SheetTable, sheet: Sheet) -> SeenTable:
    raw = [(row.number, [row.raw(column) for column in sheet.columns]) for row in table.filled()]
    cells = [[typed(values[place], column.holds) for _, values in raw] for place, column in enumerate(sheet.columns)]
    shown = [_shown(column, below) for column, below in zip(sheet.columns, cells, strict=True)]
    lines = zip(*(below for _, below in shown), strict=True)
    numbered = zip((number for number, _ in raw), lines, strict=True)
    places = (table.columns.get(column.header) for column in sheet.columns)
    letters = tuple(get_column_letter(place) if place else "" for place in places)
    lines_shown = tuple(SeenLine(number, values) for number, values in numbered)
    return SeenTable(tuple(column for column, _ in shown), lines_shown, letters)


def _shown(column: Column[Any], below: list[Value]) -> tuple[Column[Any], list[Value]]:
    """Return a column as text all the way down unless every cell is of its kind."""
    if column.holds is Holds.TEXT or not any(isinstance(value, str) for value in below):
        return column, below
    as_text: list[Value] = [None if value is None else plain(value) for value in below]
    assert column.codec is not None
    return replace(column, codec=replace(column.codec, holds=Holds.TEXT)), as_text


def _filled(lines: Iterable[SeenLine], sheet: Sheet) -> list[SeenLine]:
    """Return the lines that hold anything, every value in the kind of its column where it is of that kind."""
    found = [SeenLine(line.number, tuple(map(typed, line.values, (c.holds for c in sheet.columns)))) for line in lines]
    return [line for line in found if any(value is not None for value in line.values)]


def _table(book: Workbook, sheet: Sheet) -> SheetTable:
    """Return a workbook's table, made anew where it has none."""
    if find_sheet(book, sheet.title) is None:
        write_table(book.create_sheet(sheet.title), sheet)
    table = open_table(book, sheet, [])
    assert table is not None
    return table


def _change(
    table: SheetTable, sheet: Sheet, old: Mapping[int | None, tuple[Value, ...]], wanted: list[SeenLine]
) -> None:
    _add_columns(table, sheet, wanted)
    for line in wanted:
        if line.number is not None:
            _write(table, sheet, line.number, line.values, old[line.number])
    kept = {line.number for line in wanted}
    for number in sorted((number for number in old if number not in kept and number), reverse=True):
        table.sheet.delete_rows(number)
    last = max(table.header_row, _last_filled(table.sheet))
    empty = (None,) * len(sheet.columns)
    for number, line in enumerate((line for line in wanted if line.number is None), start=last + 1):
        _write(table, sheet, number, line.values, empty)


def _write(table: SheetTable, sheet: Sheet, number: int, values: tuple[Value, ...], old: tuple[Value, ...]) -> None:
    for column, value, before in zip(sheet.columns, values, old, strict=True):
        if value != before:
            put(table.sheet, number, table.columns[column.header], value)


def _add_columns(table: SheetTable, sheet: Sheet, wanted: list[SeenLine]) -> None:
    """Add the columns that a workbook lacks and that now hold something."""
    for place, column in enumerate(sheet.columns):
        if column.header not in table.columns and any(line.values[place] is not None for line in wanted):
            number = table.sheet.max_column + 1
            put(table.sheet, table.header_row, number, column.header, HEADER).fill = HEADER_FILL
            describe(table.sheet, table.header_row, number, column)
            table.columns[column.header] = number


def _last_filled(sheet: Worksheet) -> int:
    filled = (cell.row for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return max(filled, default=0)
