"""Every cell that found no place, in as few ranges as tell where it is, with a reason."""

from collections.abc import Sequence

from optimizer.workbook.recognise.proposal import LeftOut, Table
from optimizer.workbook.recognise.sheet import CellBox, RawSheet, box_of


def what_is_left(sheet: RawSheet, tables: Sequence[Table], told: Sequence[LeftOut]) -> list[LeftOut]:
    """Return what was left out knowingly, and behind it the cells that no table and no reason covers."""
    covered = {fact.cell for table in tables for fact in table.facts} | {
        cell for table in tables for cell in table.used
    }
    boxes = [box for each in told if (box := box_of(each.range))]
    rest = [
        (row, column)
        for row, column in sheet.filled()
        if sheet.place(row, column) not in covered and not any(_inside(row, column, box) for box in boxes)
    ]
    tops = [box[0] for table in tables if (box := box_of(table.range))]
    return [*told, *(_strip(sheet, run, min(tops, default=None)) for run in _runs(rest))]


def _runs(places: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return places grouped by rows that follow each other and hold the same columns, as totals beside a grid do."""
    by_row: dict[int, list[int]] = {}
    for row, column in places:
        by_row.setdefault(row, []).append(column)
    runs: list[list[tuple[int, int]]] = []
    left = right = 0
    for row, columns in by_row.items():
        near = bool(runs) and row - runs[-1][-1][0] <= 2 and min(columns) >= left - 1 and max(columns) <= right + 1
        if near:
            left, right = min(left, *columns), max(right, *columns)
            runs[-1].extend((row, column) for column in columns)
        else:
            left, right = min(columns), max(columns)
            runs.append([(row, column) for column in columns])
    return runs


def _strip(sheet: RawSheet, run: list[tuple[int, int]], top: int | None) -> LeftOut:
    rows, columns = [row for row, _ in run], [column for _, column in run]
    where = sheet.span(min(rows), min(columns), max(rows), max(columns))
    said = ", ".join(sheet.text(row, column)[:30] for row, column in run[:3])
    if top is None:
        return LeftOut(sheet.title, where, f"no table was made out here ({said})")
    if max(rows) < top:
        return LeftOut(sheet.title, where, f"titles over the table ({said})")
    return LeftOut(sheet.title, where, f"beside or below the table: totals, remarks or titles ({said})")


def _inside(row: int, column: int, box: CellBox) -> bool:
    top, left, bottom, right = box
    return min(top, bottom) <= row <= max(top, bottom) and min(left, right) <= column <= max(left, right)
