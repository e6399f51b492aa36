"""A sheet as it was found: values in rows, what is merged, and the address of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from math import isfinite

RawValue = str | int | float | bool | date | datetime | time | timedelta | None
CellSpot = tuple[int, int]
"""Row and column, from 0."""


CellBox = tuple[int, int, int, int]
"""Top, left, bottom and right, from 0."""
RANGE = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


@dataclass(frozen=True)
class RawSheet:
    """Values by row and column, from 0; ``title`` is None for text files.

    ``turned`` says that rows and columns have changed places; ``home`` is the one cell of each row that all its values
    were taken from (a grid drawn as text), None where every value has its own cell.
    """

    title: str | None
    rows: tuple[tuple[RawValue, ...], ...]
    merges: tuple[tuple[CellSpot, CellSpot], ...] = ()
    turned: bool = False
    home: tuple[int, ...] | None = None
    fills: dict[CellSpot, str] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    @cached_property
    def width(self) -> int:
        """Return how many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    def at(self, row: int, column: int) -> RawValue:
        """Return a value, None where there is none."""
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        return self.rows[row][column]

    def text(self, row: int, column: int) -> str:
        """Return a value as people read it, without the blanks around it."""
        return as_text(self.at(row, column))

    def place(self, row: int, column: int) -> str:
        """Return the address of a cell in the file, such as "F7"."""
        if self.home is not None:
            return address(self.home[row], 0)
        return address(column, row) if self.turned else address(row, column)

    def span(self, top: int, left: int, bottom: int, right: int) -> str:
        """Return the address of a range, such as "A3:AH49"."""
        first, last = self.place(top, left), self.place(bottom, right)
        return first if first == last else f"{first}:{last}"

    def filled(self) -> Iterator[CellSpot]:
        """Yield the places that hold something."""
        for row, values in enumerate(self.rows):
            for column, value in enumerate(values):
                if as_text(value):
                    yield row, column


def turned(sheet: RawSheet) -> RawSheet:
    """Return a sheet with rows and columns in each other's place; addresses stay those of the file."""
    rows = tuple(tuple(sheet.at(row, column) for row in range(sheet.height)) for column in range(sheet.width))
    merges = tuple(((a[1], a[0]), (b[1], b[0])) for a, b in sheet.merges)
    fills = {(column, row): fill for (row, column), fill in sheet.fills.items()}
    return RawSheet(sheet.title, rows, merges, not sheet.turned, None, fills)


def as_text(value: RawValue) -> str:
    """Return a value as people read it: 4.0 is "4", a date is ISO, blanks around a text are cut off."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and isfinite(value):
        return str(int(value)) if value == int(value) else repr(round(value, 9))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value).strip()


def as_number(value: RawValue) -> float | None:
    """Return a number, also one that is written as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def address(row: int, column: int) -> str:
    """Return the name of a cell from its row and column, counted from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def box_of(where: str) -> CellBox | None:
    """Return the box of a range such as "A3:AH49", None for what is no range."""
    found = RANGE.fullmatch(where)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return int(top) - 1, _column(left), int(bottom or top) - 1, _column(right or left)


def around(first: str, second: str) -> str:
    """Return the smallest range that holds two."""
    a, b = box_of(first), box_of(second)
    if a is None or b is None:
        return first
    return f"{address(min(a[0], b[0]), min(a[1], b[1]))}:{address(max(a[2], b[2]), max(a[3], b[3]))}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def without(sheet: RawSheet, covered: set[str]) -> RawSheet:
    """Return a sheet with some cells blanked."""
    rows = tuple(
        tuple(None if sheet.place(row, column) in covered else value for column, value in enumerate(values))
        for row, values in enumerate(sheet.rows)
    )
    return replace(sheet, rows=rows)
