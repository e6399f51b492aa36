"""Adds to a workbook what changed since it was written: leave and needs of one day, below those that it has."""

from collections.abc import Iterable

from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.request import Request
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit.edit_table import SeenLine, rows_of, with_rows
from optimizer.workbook.unit.layout import NEEDS, REQUESTS


def with_changes(book: Book, requests: Iterable[Request], needs: Iterable[Need]) -> Book:
    """Return a workbook that has some requests and needs more; the very workbook when there are none."""
    asked = (SeenLine(None, tuple(REQUESTS.line(request))) for request in requests)
    book = with_rows(book, REQUESTS, (*rows_of(book, REQUESTS).lines, *asked))
    wanted = (SeenLine(None, tuple(NEEDS.line(need))) for need in needs)
    return with_rows(book, NEEDS, (*rows_of(book, NEEDS).lines, *wanted))
