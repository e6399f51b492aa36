"""Somebody's sheet as it is drawn: texts, what is merged, widths of columns, and a mark for each cell."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from optimizer.ui.confirm.marks import CellMark, Marks, MarkSort
from optimizer.workbook.recognise.sheet import RawSheet, address, as_text

MOST_ROWS, MOST_COLUMNS = 1_000, 400
NARROWEST, WIDEST = 3, 26
"""Letters."""
USUAL = 0.9
"""Which share of the cells of a column fit in it; the others are cut off, and told whole at a touch."""


@dataclass(frozen=True)
class DrawnSheet:
    """A sheet to draw; rows and columns beyond what is drawn are counted in ``more_rows`` and ``more_columns``."""

    name: str
    sheet: RawSheet
    marks: Marks

    @property
    def rows(self) -> int:
        """Return how many rows are drawn."""
        return min(self.sheet.height, MOST_ROWS)

    @property
    def columns(self) -> int:
        """Return how many columns are drawn."""
        return min(self.sheet.width, MOST_COLUMNS)

    @cached_property
    def spread(self) -> frozenset[tuple[int, int]]:
        """Return the cells that are merged over several columns."""
        return frozenset(first for first, last in self.sheet.merges if first[1] != last[1])

    @property
    def told(self) -> str:
        """Return what is not drawn, "" where all is."""
        rows, columns = self.sheet.height - self.rows, self.sheet.width - self.columns
        parts = [f"{number:,} more {what}" for number, what in ((rows, "rows"), (columns, "columns")) if number]
        return f"{' and '.join(parts)} were understood as well, and are not drawn." if parts else ""


def sheet_payload(drawn: DrawnSheet) -> dict[str, Any]:
    """Return what the page draws: cells by row as column, text, sort, and numbers of words."""
    words: dict[str, int] = {}
    rows = [_row(drawn, row, words) for row in range(drawn.rows)]
    sorts = dict.fromkeys(MarkSort, 0)
    for mark in drawn.marks.values():
        sorts[mark.sort] += 1
    return {
        "name": drawn.name,
        "rows": rows,
        "words": list(words),
        "columns": [address(0, column)[:-1] for column in range(drawn.columns)],
        "widths": [_width(drawn, column) for column in range(drawn.columns)],
        "merges": [_merge(*merge) for merge in drawn.sheet.merges if _is_drawn(drawn, merge[0])],
        "sorts": [[sort.value, number] for sort, number in sorts.items() if number],
        "told": drawn.told,
    }


def _row(drawn: DrawnSheet, row: int, words: dict[str, int]) -> list[list[Any]]:
    cells: list[list[Any]] = []
    for column in range(drawn.columns):
        mark, value = drawn.marks.get(drawn.sheet.place(row, column)), drawn.sheet.at(row, column)
        text = shown(value, mark)
        if text or mark:
            told = [words.setdefault(each, len(words)) for each in (mark.words if mark else ())]
            cells.append([column, text, mark.sort.value if mark else "", *told])
    return cells


def shown(value: Any, mark: CellMark | None) -> str:
    """Return a value in few letters: a day of a header without its year, which is told at a touch."""
    if isinstance(value, date) and mark and mark.sort is MarkSort.DATE:
        return f"{value.day} {value:%b}"
    if isinstance(value, float) and not isinstance(value, bool):
        return f"{value:.6g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return as_text(value)


def _merge(first: tuple[int, int], last: tuple[int, int]) -> list[int]:
    return [*first, last[0] - first[0] + 1, last[1] - first[1] + 1]


def _is_drawn(drawn: DrawnSheet, spot: tuple[int, int]) -> bool:
    return spot[0] < drawn.rows and spot[1] < drawn.columns


def _width(drawn: DrawnSheet, column: int) -> int:
    """Return how many letters a column is wide; what is merged over several columns counts for none."""
    texts = (
        len(shown(drawn.sheet.at(row, column), drawn.marks.get(drawn.sheet.place(row, column))))
        for row in range(drawn.rows)
        if (row, column) not in drawn.spread
    )
    long = sorted(length for length in texts if length)
    return max(NARROWEST, min(WIDEST, long[int(USUAL * (len(long) - 1))] if long else 0))
