"""What stands in a workbook and is not read, and where: said, so that nothing vanishes without a word."""

from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

CellPlace = tuple[int, int]
"""The row and the column of a cell, from 1."""


@dataclass(frozen=True, slots=True, order=True)
class UnreadCells:
    """Cells that nobody reads, and what they are; ``cell`` is a cell, a range, or "" for a whole sheet."""

    sheet: str
    cell: str
    what: str

    def __str__(self) -> str:
        """Return it as "Staff!Q1:Q13: 'Phone' is a column of your own."."""
        return f"{self.sheet}{'!' if self.cell else ''}{self.cell}: {self.what}."


def ranges(places: Iterable[CellPlace]) -> tuple[str, ...]:
    """Return cells as few ranges such as "E2:K2": runs down a column, side by side where they are as long."""
    runs: dict[tuple[int, int], list[int]] = {}
    for first, last, column in _runs(places):
        runs.setdefault((first, last), []).append(column)
    found = ((first, last, *ends) for (first, last), columns in runs.items() for ends in _spans(columns))
    return tuple(_range(*corner) for corner in sorted(found))


def blocks(places: Iterable[CellPlace]) -> tuple[str, ...]:
    """Return cells as blocks of neighbouring rows, each as wide as its widest row."""
    columns: dict[int, list[int]] = {}
    for row, column in places:
        columns.setdefault(row, []).append(column)
    spans = (
        (first, last, [each for row in range(first, last + 1) for each in columns[row]])
        for first, last in _spans(columns)
    )
    return tuple(_range(first, last, min(across), max(across)) for first, last, across in spans)


def _runs(places: Iterable[CellPlace]) -> list[tuple[int, int, int]]:
    """Return the first row, the last row and the column of every unbroken run down a column."""
    by_column: dict[int, list[int]] = {}
    for row, column in places:
        by_column.setdefault(column, []).append(row)
    return [(*ends, column) for column, rows in sorted(by_column.items()) for ends in _spans(rows)]


def _spans(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of every unbroken run of numbers."""
    spans: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans


def _range(first: int, last: int, left: int, right: int) -> str:
    begin, end = f"{get_column_letter(left)}{first}", f"{get_column_letter(right)}{last}"
    return begin if begin == end else f"{begin}:{end}"
