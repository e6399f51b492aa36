"""A workbook being read: what is known so far, and every fault found."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openpyxl.workbook import Workbook

from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.parse import UnreadableError, day
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import SheetRow, SheetTable, open_table
from optimizer.workbook.table.unread import CellPlace, UnreadCells

EARLIEST, LATEST = 1950, 2199
"""The years that a period may lie in."""
LIFE = 120
"""The years that somebody may look back on."""
YEAR = 366


@dataclass
class Sheets:
    """A workbook's tables, the faults found in them, and what is not read.

    ``unvalued`` are the cells, by sheet, whose formula came to nothing. ``period`` is None while, or because, it could
    not be read; then no date is held against it.
    """

    book: Workbook
    faults: list[Fault] = field(default_factory=list)
    unread: list[UnreadCells] = field(default_factory=list)
    unvalued: Mapping[str, frozenset[CellPlace]] = field(default_factory=dict)
    tables: list[SheetTable] = field(default_factory=list)
    period: tuple[date, date] | None = None

    def table(self, layout: Sheet) -> SheetTable | None:
        """Return a table of the workbook, None when it has none; what is read of it goes into its account."""
        table = open_table(self.book, layout, self.faults, self)
        if table is not None:
            self.tables.append(table)
        return table

    def rows(self, layout: Sheet) -> Iterator[SheetRow]:
        """Yield the rows of a table, none when the workbook has no such sheet."""
        table = self.table(layout)
        return table.rows() if table else iter(())

    def named_rows(
        self, layout: Sheet, column: Column[str], known: MutableMapping[str, Any]
    ) -> Iterator[tuple[SheetRow, str]]:
        """Yield the rows with the name that each must have for itself, made known; take note of names used twice."""
        for row in self.rows(layout):
            name = row[column]
            if name is not None and name in known:
                row.fault(column, f"'{name}' stands twice", f"give every row its own {column.header.casefold()}")
            elif name is not None:
                known[name] = None
                yield row, name

    def check_filled(self, tables: Iterable[tuple[Sheet, object]]) -> None:
        """Take note of tables that nothing can be done without and that hold nothing, unless it is known why."""
        told = {fault.sheet.casefold() for fault in self.faults}
        for sheet, rows in tables:
            if not rows and sheet.title.casefold() not in told:
                self.faults.append(Fault(sheet.title, "A2", "there is nothing below the header", "add a row"))

    def near(self, value: object) -> date:
        """Read a day within two years of the period."""
        return self._within(day(value), 2, 2)

    def within_ten_years(self, value: object) -> date:
        """Read a day of what is kept for years: holidays, reviews, dispensing, earlier periods."""
        return self._within(day(value), 10, 10)

    def in_a_life(self, value: object) -> date:
        """Read a day in somebody's life until soon: hired, referred, discharged."""
        return self._within(day(value), LIFE, 2)

    def until(self, value: object) -> date:
        """Read the last day of what may hold for ever, as some systems write 9999-12-31."""
        return self._within(day(value), LIFE, None)

    def _within(self, day: date, back: int, ahead: int | None) -> date:
        if self.period is None:
            return day
        if (self.period[0] - day).days > back * YEAR:
            raise UnreadableError(f"{day} is more than {back} years before the period", "mend the year")
        if ahead is not None and (day - self.period[1]).days > ahead * YEAR:
            raise UnreadableError(f"{day} is more than {ahead} years after the period", "mend the year")
        return day


def period_day(value: object) -> date:
    """Read a day that a period may have: neither the year 1 nor 9999, which are slips of the pen."""
    found = day(value)
    if not EARLIEST <= found.year <= LATEST:
        raise UnreadableError(f"{found} is no day to plan", f"write a year from {EARLIEST} to {LATEST}")
    return found
