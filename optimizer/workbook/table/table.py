"""Tables as people leave them in spreadsheets, read cell by cell as their columns say."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.table.faults import Fault, meant
from optimizer.workbook.table.parse import UnreadableError, tidy, written
from optimizer.workbook.table.sheet import Codec, Column, Sheet
from optimizer.workbook.table.unread import CellPlace

T = TypeVar("T")
MOST_FAULTS = 2_000
"""So many faults of a table are told; nobody reads more, and looking for what was meant takes a millisecond each."""
HEADER_SEARCH = 12
"""How many rows from the top a header may stand."""


class SheetRow:
    """One row of a table; ``row[FTE]`` is a cell's value, None when it is empty or could not be read.

    What could not be read, and what is missing though it must be there, is a fault, once; then ``ok`` is False.
    Whatever is looked at goes into the table's account. A column of another sheet raises KeyError. ``cells`` are the
    row's values from the sheet's first column on, text without the blanks around it.
    """

    def __init__(self, table: "SheetTable", number: int, cells: Sequence[Any] = ()) -> None:
        self.table, self.number, self.ok, self.cells = table, number, True, cells
        self.values: dict[Column[Any], Any] = {}

    def __getitem__(self, column: Column[T]) -> T | None:
        """Return a cell's value as its column reads it."""
        if column not in self.values:
            if column.codec is None:
                raise KeyError(f"Nobody reads '{column.header}'.")
            self.values[column] = self.read(column, column.codec)
        value: T | None = self.values[column]
        return value

    def facts(self, but: Iterable[Column[Any]] = (), of: Iterable[Column[Any]] = ()) -> dict[str, Any]:
        """Read every column that fills a field, but for some, or some; return the values, without what is empty."""
        filling = of or [column for column in self.table.filling if column not in but]
        cells, places = (None, *self.cells), self.table.places
        # Most cells of a long sheet may be blank: nothing is to be read, or said, of one that need not be there.
        told = [column for column in filling if column.required or cells[places[column] or 0] is not None]
        return {column.field: value for column in told if (value := self[column]) is not None}

    def raw(self, column: Column[Any]) -> Any:
        """Return what stands in a cell, text without the blanks around it."""
        place = self.table.places[column]
        if place is None:
            return None
        self.table.taken.add((self.number, place))
        return self.cells[place - 1]

    def read(self, column: Column[Any], codec: Codec[T]) -> T | None:
        """Return a cell's value as a codec reads it, which need not be the column's own."""
        raw = self.raw(column)
        if raw is None:
            if column.required:
                self.fault(column, f"'{column.header}' is empty", "every row needs one")
            return None
        try:
            return codec.read(self.table.source, raw)
        except UnreadableError as error:
            self.fault(column, error.problem, error.remedy)
            return None

    def place(self, column: Column[Any]) -> str:
        """Return where a value of this row stands, such as "Dispensing!C4"."""
        return f"{self.table.sheet.title}!{self._cell(column)}"

    def fault(self, column: Column[Any], problem: str, remedy: str = "") -> None:
        """Take note of a fault at one of this row's cells."""
        self.ok = False
        self.table.faults.append(Fault(self.table.sheet.title, self._cell(column), problem, remedy))

    def say(self, column: Column[Any], what: str) -> None:
        """Take note of a cell that is in order and counts for nothing."""
        self.table.said.setdefault(what, []).append((self.number, self.table.columns[column.header]))

    def _cell(self, column: Column[Any]) -> str:
        return f"{get_column_letter(self.table.places[column] or 1)}{self.number}"


class SheetTable:
    """A sheet with a header row somewhere near its top. Columns that the layout does not know are left alone.

    ``taken`` are the cells that a reader has looked at, ``said`` those that count for nothing, by what is said of them.
    ``columns`` are the places of the headers that the sheet has; ``source`` is what the sheets before have told.
    """

    def __init__(self, sheet: Worksheet, layout: Sheet, faults: list[Fault], source: object = None) -> None:
        self.sheet, self.layout, self.faults, self.source = sheet, layout, faults, source
        self.taken: set[CellPlace] = set()
        self.said: dict[str, list[CellPlace]] = {}
        self.required = {column.header for column in layout.columns if column.required}
        self.header_row, self.columns = _find_header(self.cells[:HEADER_SEARCH], layout.columns)
        self.filling = [column for column in layout.columns if column.field]
        self.places = {column: self.columns.get(column.header) for column in layout.columns}
        self.lacking = self.required - self.columns.keys()
        for header in sorted(self.lacking):
            there = [str(value) for value in self.cells[self.header_row - 1] if value]
            faults.append(
                Fault(sheet.title, f"A{self.header_row}", f"there is no column '{header}'", meant(header, there))
            )

    @cached_property
    def cells(self) -> list[list[Any]]:
        """Return what stood in the sheet when it was first asked for, row by row, text without blanks around it.

        A sheet that is asked for its rows makes a cell wherever there is none, at the cost of reading it twice.
        """
        wide, long = self.sheet.max_column, self.sheet.max_row
        rows: list[list[Any]] = [[None] * wide for _ in range(long)]
        for (row, column), cell in self.sheet._cells.items():
            rows[row - 1][column - 1] = tidy(cell.value)
        return rows

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows below the header that hold anything in the table's columns."""
        if not self.lacking:
            yield from self.filled()

    def filled(self) -> Iterator[SheetRow]:
        """Yield the same rows, also where a column that is required is missing."""
        begun, first = len(self.faults), self.header_row + 1
        for number, cells in enumerate(self.cells[self.header_row :], start=first):
            if len(self.faults) - begun > MOST_FAULTS:
                problem = f"the rows above have more than {MOST_FAULTS:,} faults, and from here on nothing is read"
                self.faults.append(Fault(self.sheet.title, f"A{number}", problem, "mend those first"))
                return
            if any(cells[column - 1] is not None for column in self.columns.values()):
                yield SheetRow(self, number, cells)


def open_table(book: Workbook, layout: Sheet, faults: list[Fault], source: object = None) -> SheetTable | None:
    """Return a workbook's table; when a sheet that is needed is missing, that is a fault."""
    title = find_sheet(book, layout.title)
    if title is not None:
        return SheetTable(book[title], layout, faults, source)
    if layout.needed:
        faults.append(Fault(layout.title, "", "the workbook has no such sheet", meant(layout.title, book.sheetnames)))
    return None


def find_sheet(book: Workbook, title: str) -> str | None:
    """Return the title of a sheet of cells, which a chart is not, as the workbook spells it."""
    titles = (sheet.title for sheet in book.worksheets)
    return next((name for name in titles if name.strip().casefold() == title.casefold()), None)


def _find_header(rows: Iterable[Sequence[Any]], columns: Iterable[Column[Any]]) -> tuple[int, dict[str, int]]:
    """Return which of the rows at the top holds most of the headers, and the column of each of them."""
    headers = {column.header.casefold(): column.header for column in columns}
    others = {name: column.header for column in columns for name in column.also}
    best: tuple[int, dict[str, int]] = (1, {})
    for number, row in enumerate(rows, start=1):
        names = {written(value).casefold(): column for column, value in reversed([*enumerate(row, start=1)])}
        plain = {name.replace("_", " "): column for name, column in names.items()}
        found = {others[name]: column for name, column in plain.items() if name in others}
        found |= {headers[name]: column for name, column in names.items() if name in headers}
        if len(found) > len(best[1]):
            best = (number, found)
    return best
