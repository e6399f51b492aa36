"""What becomes of a cell: other contents, other looks, or both."""

from dataclasses import dataclass

from optimizer.workbook.recognise.sheet import CellSpot


@dataclass(frozen=True, slots=True)
class Like:
    """The contents of another cell as the file has them: a number stays a number, and letters keep their looks."""

    spot: CellSpot


@dataclass(frozen=True, slots=True)
class TypedContents:
    """A text, or a number; never a formula."""

    value: str | int | float


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Recalculated:
    """The same formula; ``value`` is what it comes to now."""

    value: str | int | float


CellContents = Like | TypedContents | Blank | Recalculated


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What becomes of one cell; None leaves what it is. ``looks`` is a cell that it shall look like."""

    contents: CellContents | None = None
    looks: CellSpot | None = None


CellEdits = dict[CellSpot, CellEdit]
