"""What a sheet and a column are: a column is declared once, and is read, written, noted and shown from there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar

T = TypeVar("T")
CellValues = tuple[Any, ...]
"""What stands in a row of a sheet, a value for every column."""


class Holds(StrEnum):
    """What the cells of a column hold when all is well; a code, a list or a mixture is text.

    Hours are numbers that are also typed as hours and minutes.
    """

    TEXT = "text"
    NUMBER = "number"
    HOURS = "hours"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """How a value stands in a cell.

    ``read`` takes what the sheets before have told and the cell's value, and raises UnreadableError; ``write`` returns
    what stands in the cell for a value, None or "" where it stays empty.
    """

    read: Callable[[Any, Any], T]
    write: Callable[[T], Any]
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, eq=False)
class Column(Generic[T]):
    """One column of a table, or one row of a list of settings; it is the key to its cells: ``row[FTE]``.

    ``about`` is its note, ``field`` the fact's field that it fills; ``cell`` is what stands there of a fact where that
    is not simply its field. ``among`` is the column of another sheet whose values are offered, ``choices`` are words.
    ``also`` are other headers, in small letters, under which systems write the same, blanks for underscores.
    A column without a codec is there for people alone: it is ``told``, and nobody reads it back.
    """

    header: str
    about: str
    codec: Codec[T] | None = None
    field: str = ""
    required: bool = False
    width: int = 12
    choices: tuple[str, ...] = ()
    among: "Column[Any] | None" = None
    cell: Callable[[Any], Any] | None = None
    also: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Tell whether it is there for people alone."""
        return self.codec is None

    @property
    def holds(self) -> Holds:
        """Return what its cells hold when all is well."""
        return self.codec.holds if self.codec else Holds.TEXT

    def written(self, value: T | None) -> Any:
        """Return what stands in a cell for a value."""
        return value if value is None or self.codec is None else self.codec.write(value)

    def cell_of(self, fact: Any) -> Any:
        """Return what stands in the cell of a fact, None for a column that says nothing of it."""
        if self.cell is not None:
            return self.cell(fact)
        return self.written(getattr(fact, self.field)) if self.field else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the workbook. A sheet that is not ``needed`` may be missing or empty.

    ``of`` is the class whose fields its columns fill; ``settings`` are the rows of a sheet that lists settings.
    """

    title: str
    about: str
    columns: tuple[Column[Any], ...]
    needed: bool = False
    of: type | None = None
    settings: tuple[Column[Any], ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError when a column fills a field that the class does not have."""
        known = {each.name for each in fields(self.of)} if self.of else set()
        filled = [each.field for each in (*self.columns, *self.settings) if each.field]
        if unknown := [field for field in filled if self.of and field not in known]:
            raise ValueError(f"The sheet {self.title} fills {', '.join(unknown)}, which {self.of} does not have.")

    def line(self, fact: Any = None, values: Mapping[Column[Any], Any] | None = None) -> CellValues:
        """Return the row of a fact; ``values`` stand in the place of what a column says of it, or for no fact at all.

        Raise KeyError for a column of another sheet.
        """
        given = values or {}
        if foreign := [column.header for column in given if column not in self.columns]:
            raise KeyError(f"The sheet {self.title} has no {', '.join(foreign)}.")
        return tuple(
            column.written(given[column]) if column in given else column.cell_of(fact) for column in self.columns
        )
