"""The rows and cells of a sheet's part: where each stands in the bytes, by row and column."""

import re
from dataclasses import dataclass, field

from optimizer.workbook.into.file.xml import Element, elements
from optimizer.workbook.recognise.sheet import CellSpot, box_of

WANTED = frozenset({"sheetData", "row", "c", "mergeCells", "mergeCell"})


@dataclass(slots=True)
class XmlRow:
    """A row in the bytes, and its cells by column."""

    element: Element
    cells: dict[int, Element] = field(default_factory=dict)


@dataclass(frozen=True)
class XmlSheet:
    """The bytes of a sheet's part, its rows from 0 and its merged ranges."""

    part: bytes
    data: Element
    rows: dict[int, XmlRow]
    merges: tuple[Element, ...]
    merge_list: Element | None

    def cell(self, spot: CellSpot) -> Element | None:
        """Return a cell, None where the sheet says nothing of it."""
        row = self.rows.get(spot[0])
        return row.cells.get(spot[1]) if row else None

    def inner(self, element: Element) -> bytes:
        """Return what stands between the tags of an element."""
        return self.part[element.inner : element.inner_end]


def rows_of(part: bytes) -> XmlSheet | None:
    """Return the rows of a sheet, None when it has no cells at all."""
    found = elements(part, WANTED)
    data = next((each for each in found if each.name == "sheetData"), None)
    if data is None:
        return None
    merge_list = next((each for each in found if each.name == "mergeCells"), None)
    merges = tuple(each for each in found if each.name == "mergeCell")
    return XmlSheet(part, data, _placed([each for each in found if each.name in ("row", "c")]), merges, merge_list)


def _placed(found: list[Element]) -> dict[int, XmlRow]:
    """Return rows by number and cells by column; one that does not say where it stands follows the one before it."""
    rows: dict[int, XmlRow] = {}
    number, column = -1, -1
    for each in found:
        said = each.attributes.get("r", "")
        if each.name == "row":
            number, column = int(said) - 1 if said.isdigit() else number + 1, -1
            rows[number] = XmlRow(each)
        else:
            box = box_of(re.sub(r"\s", "", said))
            column = box[1] if box else column + 1
            rows[number].cells[column] = each
    return rows
