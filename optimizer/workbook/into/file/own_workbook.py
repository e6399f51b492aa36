"""A sheet of an Excel workbook (xlsx, xlsm): cells are changed in its part, all other parts are what they were."""

import re
from functools import cached_property

from optimizer.workbook.into.file.edit import CellEdit, CellEdits, Recalculated
from optimizer.workbook.into.file.fills import fills_of
from optimizer.workbook.into.file.package import Package, calculated_anew, without_chain
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.file.xml import Element, opening, spliced
from optimizer.workbook.into.file.xml_cells import FORMULA
from optimizer.workbook.into.file.xml_changes import with_cells
from optimizer.workbook.into.file.xml_rows import XmlSheet, rows_of
from optimizer.workbook.recognise.sheet import CellBox, CellSpot, box_of

NUMBER = re.compile(rb"<(?:\w+:)?v>\s*([-+.\deE]+)\s*</")
FORMULA_TEXT = re.compile(rb"<(?:\w+:)?f\b[^>]*>(.*?)</", re.DOTALL)
SHARED = re.compile(rb"<(?:\w+:)?f\b[^>]*\bref=")
FORMULAS = re.compile(rb"<(?:\w+:)?f[\s/>]")
CONTENT_TYPES = "[Content_Types].xml"
UNFIT_TITLE = re.compile(r"[\[\]:*?/\\]")
LONGEST_TITLE = 31


class OwnWorkbook:
    """One sheet of a workbook, None the first."""

    def __init__(self, content: bytes, title: str | None) -> None:
        self.package = Package(content)
        self.title = title
        self.part = self.package.sheet_part(title)
        sheet = rows_of(self.package.read(self.part))
        if sheet is None:
            raise CannotWriteError(f"The sheet {title} has no cells to write into.")
        self.sheet: XmlSheet = sheet

    @cached_property
    def merges(self) -> tuple[CellBox, ...]:
        """Return the merged ranges."""
        return tuple(box for each in self.sheet.merges if (box := box_of(each.attributes.get("ref", ""))))

    @cached_property
    def _fills(self) -> tuple[bytes, ...]:
        styles = self.package.part_of("styles")
        return fills_of(self.package.read(styles)) if styles in self.package.names else ()

    def _inner(self, spot: CellSpot) -> bytes:
        cell = self.sheet.cell(spot)
        return self.sheet.inner(cell) if cell else b""

    def raw(self, spot: CellSpot) -> object:
        """Return type and contents of a cell as the file has them; None where there are none."""
        cell = self.sheet.cell(spot)
        return (cell.attributes.get("t"), self.sheet.inner(cell)) if cell and self.sheet.inner(cell) else None

    def number(self, spot: CellSpot) -> float | None:
        """Return the number that a cell holds as a number, and not as a text."""
        cell = self.sheet.cell(spot)
        if cell is None or cell.attributes.get("t", "n") != "n":
            return None
        found = NUMBER.search(self._inner(spot))
        return float(found[1]) if found else None

    def formula(self, spot: CellSpot) -> str | None:
        """Return the formula of a cell, "" where it is written in another cell; None where it has none."""
        inner = self._inner(spot)
        if not FORMULA.search(inner):
            return None
        found = FORMULA_TEXT.search(inner)
        return found[1].decode("utf-8", "replace") if found else ""

    def shares_formula(self, spot: CellSpot) -> bool:
        """Tell whether the formulas of other cells hang on the one that stands here."""
        return SHARED.search(self._inner(spot)) is not None

    def merge_of(self, spot: CellSpot) -> CellBox | None:
        """Return the merged cells that a cell is one of, None where it is none."""
        return next((box for box in self.merges if box[0] <= spot[0] <= box[2] and box[1] <= spot[1] <= box[3]), None)

    def fill(self, spot: CellSpot) -> object:
        """Return what a cell is filled with."""
        cell = self.sheet.cell(spot)
        style = int(cell.attributes.get("s", "0")) if cell else 0
        return self._fills[style] if style < len(self._fills) else b""

    def written(self, edits: CellEdits, unmerged: frozenset[CellSpot] = frozenset(), title: str | None = None) -> bytes:
        """Return the workbook with changed cells; unchanged bytes where nothing changes.

        Programs are told to work the formulas out again. The order of calculation is left out where a formula went.
        """
        if not edits and not unmerged and title is None:
            return self.package.content
        book = self.package.read(self.package.book)
        if any(FORMULAS.search(self.package.read(name)) for name in self._sheets()):
            book = calculated_anew(book)
        changed = {self.part: with_cells(self.sheet, edits, unmerged), self.package.book: book}
        if title is not None:
            changed[self.package.book] = _renamed(book, self.package.sheet_element(self.title), title)
        return self._without_chain(changed) if self._loses_formula(edits) else self.package.with_parts(changed)

    def _sheets(self) -> list[str]:
        return [name for name in self.package.names if "/worksheets/" in name and name.endswith(".xml")]

    def _loses_formula(self, edits: CellEdits) -> bool:
        def gone(spot: CellSpot, edit: CellEdit) -> bool:
            replaced = edit.contents is not None and not isinstance(edit.contents, Recalculated)
            return replaced and self.formula(spot) is not None

        return any(gone(spot, edit) for spot, edit in edits.items())

    def _without_chain(self, changed: dict[str, bytes]) -> bytes:
        chain = frozenset(name for name in self.package.names if name.endswith("/calcChain.xml"))
        lists = (CONTENT_TYPES, self.package.relations)
        without = {name: without_chain(self.package.read(name)) for name in lists}
        return self.package.with_parts({**without, **changed} if chain else changed, chain)

    def can_be_called(self, title: str) -> bool:
        """Tell whether the sheet can have another name: nothing else speaks of it, and no other has the name."""
        if not title or len(title) > LONGEST_TITLE or UNFIT_TITLE.search(title) or self.title is None:
            return False
        spoken = (self.title.replace("'", "''").encode(), title.encode())
        parts = [name for name in self.package.names if name.endswith(".xml") and name != self.package.book]
        named = any(
            f"{self.title}".encode() + end in self.package.read(name) for name in parts for end in (b"!", b"'!")
        )
        return not named and self.package.read(self.package.book).count(spoken[0]) == 1


def _renamed(book: bytes, sheet: Element, title: str) -> bytes:
    """Return the workbook's part with another name of a sheet; it stands where it stood before calculation was set."""
    from_here = book.index(b"<" + sheet.tag.encode(), sheet.start)
    end = book.index(b">", from_here) + 1
    closed = book[end - 2 : end] == b"/>"
    return spliced(
        book, [(from_here, end, opening(sheet.tag, {**sheet.attributes, "name": title}, closed=closed).encode())]
    )
