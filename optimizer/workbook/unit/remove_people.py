"""Takes people out of a workbook, with all that hangs on their ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from openpyxl.workbook import Workbook

from optimizer.workbook.file.book import Book
from optimizer.workbook.grid.titles import BEFORE, HISTORY, SCHEDULE
from optimizer.workbook.table.parse import text, tidy
from optimizer.workbook.table.seen import Value
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import find_sheet
from optimizer.workbook.unit.edit_table import RowPlace, SeenLine, tables_of, with_tables
from optimizer.workbook.unit.layout import CREDENTIALS, LOCKED, REQUESTS, STAFF, TIES
from optimizer.workbook.unit.sheets import locked, requests
from optimizer.workbook.unit.sheets.staff import HOLDER, ID, SAME_AS

Lines = Mapping[Sheet, Iterable[SeenLine]]
HANGS_ON: dict[Sheet, tuple[Column[Any], ...]] = {
    STAFF: (ID,),
    CREDENTIALS: (HOLDER,),
    REQUESTS: (requests.WHO,),
    LOCKED: (locked.WHO,),
    TIES: (locked.ONE, locked.OTHER),
}
"""The columns that hold ids. The ledger keeps those who left."""
NAMING: dict[Sheet, tuple[Column[Any], ...]] = {STAFF: (SAME_AS,)}
"""The columns that name others in a row of somebody's own, with commas between: who goes is named no more."""
WITH_PEOPLE = (SCHEDULE, HISTORY, BEFORE)


def without_people(book: Book, tables: Lines, gone: frozenset[str]) -> Book:
    """Return a workbook whose tables have some lines, and that is without some people.

    Their credentials, requests, locks, ties and rows of schedules go, too. ``tables`` are those that change otherwise.
    """
    if not gone:
        return with_tables(book, tables)
    others = {sheet: rows.lines for sheet, rows in tables_of(book, HANGS_ON.keys() - tables.keys()).items()}
    every = {**others, **tables}
    kept = {sheet: [_unnamed(sheet, e, gone) for e in every[sheet] if not _ids(sheet, e) & gone] for sheet in HANGS_ON}
    return with_tables(book, {**every, **kept}, _rows(book.values, gone))


def _ids(sheet: Sheet, line: SeenLine) -> frozenset[str]:
    """Return the ids that a line holds."""
    columns = zip(sheet.columns, line.values, strict=True)
    return frozenset(str(value) for column, value in columns if column in HANGS_ON[sheet])


def _unnamed(sheet: Sheet, line: SeenLine, gone: frozenset[str]) -> SeenLine:
    """Return a line that does not name any who are gone."""
    columns = zip(sheet.columns, line.values, strict=True)
    naming = NAMING.get(sheet, ())
    return replace(line, values=tuple(_without(value, gone) if c in naming else value for c, value in columns))


def _without(value: Value, gone: frozenset[str]) -> Value:
    """Return the ids of a cell without those who are gone, the cell as it is when it names none of them."""
    ids = [who.strip() for who in str(value or "").split(",")]
    return value if gone.isdisjoint(ids) else ", ".join(who for who in ids if who not in gone) or None


def _rows(book: Workbook, gone: frozenset[str]) -> Iterator[RowPlace]:
    """Yield the rows of schedules that are somebody's."""
    for sheet in (book[name] for title in WITH_PEOPLE if (name := find_sheet(book, title))):
        for number in range(1, sheet.max_row + 1):
            value = tidy(sheet.cell(number, 1).value)
            if value is not None and text(value) in gone:
                yield sheet.title, number
