"""Holds what was read of a workbook against what stands in it: the rest is a fault, or is said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.parse import written
from optimizer.workbook.table.sheets import Sheets
from optimizer.workbook.table.table import SheetTable
from optimizer.workbook.table.unread import CellPlace, UnreadCells, ranges

NEAR = 0.8
"""How alike a name of one's own may not be to one of ours that is missing, from 0 to 1."""


def take_account(source: Sheets) -> None:
    """Take note of whatever stands in the tables and was not read, and of formulas that came to nothing."""
    for table in source.tables:
        filled = _filled(table)
        source.faults.extend(_headers(table))
        if not table.lacking:
            source.faults.extend(_overlooked(table, filled, source.faults))
        source.unread.extend((*_beside(table, filled), *_said(table)))
        places = source.unvalued.get(table.sheet.title, frozenset())
        tell_unvalued(source, table.sheet.title, [place for place in places if _looked_at(table, *place)])


def tell_unvalued(source: Sheets, title: str, places: Iterable[CellPlace]) -> None:
    """Take note of formulas that came to nothing, in the place of a fault that calls their cells empty."""
    cells = ranges(places)
    if not cells:
        return
    empty = {fault for fault in source.faults if fault.sheet == title and fault.problem.endswith("is empty")}
    spoken_for = {f"{get_column_letter(column)}{row}" for row, column in places}
    source.faults[:] = [fault for fault in source.faults if not (fault in empty and fault.cell in spoken_for)]
    remedy = "open the workbook in Excel or LibreOffice and save it, or write the value"
    source.faults.extend(Fault(title, cell, "the formula has no value yet", remedy) for cell in cells)


def _looked_at(table: SheetTable, row: int, column: int) -> bool:
    """Tell whether a cell is one of the table's: in its header, or below it in a column that is read."""
    return row == table.header_row or (row > table.header_row and column in _read_columns(table))


def _headers(table: SheetTable) -> Iterator[Fault]:
    """Yield the headers that stand twice, or are nearly one that is missing."""
    known = {column.header.casefold(): column.header for column in table.layout.columns}
    missing = [header.casefold() for header in known.values() - table.columns.keys() - table.required]
    for column, value in enumerate(table.cells[table.header_row - 1], start=1):
        header = written(value)
        folded = header.casefold()
        where = (table.sheet.title, f"{get_column_letter(column)}{table.header_row}")
        if folded in known and table.columns[known[folded]] != column:
            yield Fault(*where, f"'{header}' stands twice in the header", "leave one of them")
        elif folded not in known and (near := get_close_matches(folded, missing, n=1, cutoff=NEAR)):
            yield Fault(*where, f"'{header}' is no column of this sheet", f"did you mean '{known[near[0]]}'?")


def _beside(table: SheetTable, filled: list[CellPlace]) -> Iterator[UnreadCells]:
    """Yield what stands above the table, and the columns that are not the table's."""
    known = {*table.columns.values()}
    cells = [cell for cell in filled if cell[1] not in known]
    above = [place for place in filled if place[0] < table.header_row]
    yield from (
        UnreadCells(table.sheet.title, cell, "what stands above the table is not read") for cell in ranges(above)
    )
    columns: dict[int, list[CellPlace]] = defaultdict(list)
    for row, column in cells:
        if row >= table.header_row:
            columns[column].append((row, column))
    for column, places in sorted(columns.items()):
        yield UnreadCells(table.sheet.title, _reach(places), own_column(table.cells[table.header_row - 1][column - 1]))


def _said(table: SheetTable) -> Iterator[UnreadCells]:
    for what, places in table.said.items():
        yield from (UnreadCells(table.sheet.title, cell, what) for cell in ranges(places))


def own_column(header: object) -> str:
    """Say that a column is the reader's own."""
    named = written(header)
    return f"'{named}' is a column of your own and is not read" if named else "what has no header is not read"


def _reach(places: list[CellPlace]) -> str:
    """Return the range from the first to the last cell of a column."""
    first, last = min(places), max(places)
    return ranges((row, first[1]) for row in range(first[0], last[0] + 1))[0]


def _overlooked(table: SheetTable, filled: list[CellPlace], faults: Iterable[Fault]) -> list[Fault]:
    """Return the cells of a table's own columns that no reader has looked at, but for rows with a fault."""
    told = {row_of(fault.cell) for fault in faults if fault.sheet == table.sheet.title and fault.cell}
    read = _read_columns(table)
    left = [
        place
        for place in filled
        if place[0] > table.header_row and place[1] in read and place[0] not in told and place not in table.taken
    ]
    problem, remedy = "nobody reads what stands here", "move it elsewhere"
    return [Fault(table.sheet.title, cell, problem, remedy) for cell in ranges(left)]


def _read_columns(table: SheetTable) -> frozenset[int]:
    told = {column.header for column in table.layout.columns if column.told}
    return frozenset(place for header, place in table.columns.items() if header not in told)


def row_of(cell: str) -> int:
    """Return the row in which a cell or a range begins."""
    return coordinate_to_tuple(cell.partition(":")[0])[0]


def _filled(table: SheetTable) -> list[CellPlace]:
    return [
        (number, column)
        for number, row in enumerate(table.cells, start=1)
        for column, value in enumerate(row, start=1)
        if value is not None
    ]
