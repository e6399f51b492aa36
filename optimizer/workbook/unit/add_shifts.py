"""Adds shifts to a workbook, below those that it has."""

from collections.abc import Iterable

from optimizer.staffing.facts.shift import Shift
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit.edit_table import SeenLine, rows_of, with_rows
from optimizer.workbook.unit.layout import SHIFTS


def with_shifts(book: Book, shifts: Iterable[Shift]) -> Book:
    """Return a workbook that has some shifts more; the very workbook when there are none."""
    new = (SeenLine(None, tuple(SHIFTS.line(shift))) for shift in shifts)
    return with_rows(book, SHIFTS, (*rows_of(book, SHIFTS).lines, *new))
