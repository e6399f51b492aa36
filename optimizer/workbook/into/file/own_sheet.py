"""What a sheet of her file can tell of its cells, whatever the file is, and how it is written."""

from typing import Protocol

from optimizer.workbook.into.file.edit import CellEdits
from optimizer.workbook.recognise.sheet import CellBox, CellSpot


class OwnSheet(Protocol):
    """A sheet whose cells can be changed in the bytes of its file."""

    def raw(self, spot: CellSpot) -> object:
        """Return the contents of a cell as the file has them, to compare; None where there are none."""

    def number(self, spot: CellSpot) -> float | None:
        """Return the number that a cell holds as a number, and not as a text."""

    def formula(self, spot: CellSpot) -> str | None:
        """Return the formula of a cell, None where it has none of its own."""

    def shares_formula(self, spot: CellSpot) -> bool:
        """Tell whether the formulas of other cells hang on the one that stands here."""

    def merge_of(self, spot: CellSpot) -> CellBox | None:
        """Return the merged cells that a cell is one of, None where it is none."""

    def fill(self, spot: CellSpot) -> object:
        """Return what a cell is filled with, to compare; None where nothing tells."""

    def written(self, edits: CellEdits, unmerged: frozenset[CellSpot] = frozenset(), title: str | None = None) -> bytes:
        """Return the file with changed cells, without the merged ones that begin at some, its sheet renamed."""

    def can_be_called(self, title: str) -> bool:
        """Tell whether the sheet can have another name without harm to anything that speaks of it."""
