"""A sheet's part with other cells: only these change, and rows or cells that it lacked are put where they belong."""

from collections.abc import Iterator
from itertools import groupby

from optimizer.workbook.into.file.edit import CellEdits
from optimizer.workbook.into.file.xml import opening, spliced
from optimizer.workbook.into.file.xml_cells import cell_bytes
from optimizer.workbook.into.file.xml_rows import XmlRow, XmlSheet
from optimizer.workbook.recognise.sheet import CellSpot, box_of

Splice = tuple[int, int, bytes]


def with_cells(sheet: XmlSheet, edits: CellEdits, unmerged: frozenset[CellSpot]) -> bytes:
    """Return the part with changed cells, and without the merged ones that begin at some."""
    changes = [*_rows(sheet, edits), *_merges(sheet, unmerged)]
    return spliced(sheet.part, changes)


def _rows(sheet: XmlSheet, edits: CellEdits) -> Iterator[Splice]:
    for number, spots in groupby(sorted(edits), key=lambda spot: spot[0]):
        cells = {spot[1]: cell_bytes(sheet, spot, edits[spot]) for spot in spots}
        if row := sheet.rows.get(number):
            yield from _in_row(sheet, row, cells)
        else:
            yield _new_row(sheet, number, b"".join(cells[column] for column in sorted(cells)))


def _in_row(sheet: XmlSheet, row: XmlRow, cells: dict[int, bytes]) -> Iterator[Splice]:
    """Yield the changes of a row that is there; one without any cell is opened."""
    if sheet.part[row.element.inner - 2 : row.element.inner] == b"/>":
        tag, attributes = row.element.tag, row.element.attributes
        inner = b"".join(cells[column] for column in sorted(cells))
        yield row.element.start, row.element.end, opening(tag, attributes).encode() + inner + f"</{tag}>".encode()
        return
    for column in sorted(cells):
        old = row.cells.get(column)
        if old:
            yield old.start, old.end, cells[column]
    new = sorted(column for column in cells if column not in row.cells)
    for place, columns in groupby(new, key=lambda column: _place(row, column)):
        yield place, place, b"".join(cells[column] for column in columns)


def _place(row: XmlRow, column: int) -> int:
    """Return where in the bytes a cell goes that a row lacks: before the first one to its right."""
    after = [cell.start for each, cell in row.cells.items() if each > column]
    return min(after, default=row.element.inner_end)


def _new_row(sheet: XmlSheet, number: int, inner: bytes) -> Splice:
    after = [row.element.start for each, row in sheet.rows.items() if each > number]
    place = min(after, default=sheet.data.inner_end)
    tag = f"{sheet.data.prefix}row"
    return place, place, opening(tag, {"r": str(number + 1)}).encode() + inner + f"</{tag}>".encode()


def _merges(sheet: XmlSheet, unmerged: frozenset[CellSpot]) -> Iterator[Splice]:
    gone = [each for each in sheet.merges if _begin(each.attributes.get("ref", "")) in unmerged]
    if sheet.merge_list and gone and len(gone) == len(sheet.merges):
        yield sheet.merge_list.start, sheet.merge_list.end, b""
        return
    yield from ((each.start, each.end, b"") for each in gone)
    if sheet.merge_list and gone:
        attributes = {**sheet.merge_list.attributes, "count": str(len(sheet.merges) - len(gone))}
        yield sheet.merge_list.start, sheet.merge_list.inner, opening(sheet.merge_list.tag, attributes).encode()


def _begin(ref: str) -> CellSpot | None:
    box = box_of(ref)
    return box[:2] if box else None
