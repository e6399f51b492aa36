"""The frame of a grid: its days across, the columns before them, and which of these hold the names."""

from collections.abc import Iterable
from dataclasses import dataclass

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.names import looks_like_name
from optimizer.workbook.recognise.sheet import RawSheet, as_number
from optimizer.workbook.recognise.words.columns import concept_of
from optimizer.workbook.recognise.words.rows import says


@dataclass(frozen=True)
class Frame:
    """A sheet seen as a grid: ``names`` are the columns that make up a name, ``titles`` what stands over the others.

    ``start`` is the first column: what stands before it is another grid's.
    """

    sheet: RawSheet
    axis: Axis
    names: tuple[int, ...]
    titles: dict[int, str]
    bottom: int
    start: int = 0

    @property
    def top(self) -> int:
        """Return the first row of the header."""
        return min(self.axis.heads)

    def body(self) -> range:
        """Return the rows below the header."""
        return range(max(self.axis.heads) + 1, self.bottom)

    def slots(self) -> dict[int, str]:
        """Return what stands over each column of a day that is several wide: AM and PM, or early, late and night."""
        sub = max(self.axis.heads)
        labels = {column: self.words(sub, column) for column in self.axis.columns}
        wide = len(self.axis.columns) > len(set(self.axis.said))
        return labels if wide and sub != self.axis.row and 1 < len(set(labels.values())) <= 4 else {}

    def label(self, row: int) -> str:
        """Return the name that a row begins with, or else the first text before its days."""
        return self.name(row) or next((text for column in self.beside() if (text := self.words(row, column))), "")

    def name(self, row: int) -> str:
        """Return what stands in the columns of the name."""
        parts = [self.sheet.text(row, column) for column in self.names]
        return " ".join(part for part in parts if part)

    def words(self, row: int, column: int) -> str:
        """Return a text, "" for numbers and dates."""
        value = self.sheet.at(row, column)
        return value.strip() if isinstance(value, str) and as_number(value) is None else ""

    def beside(self) -> list[int]:
        """Return the columns before the days."""
        return list(range(self.start, self.axis.left))

    def filled(self, row: int) -> list[tuple[int, str]]:
        """Return the columns of days that hold something, and what."""
        return [(column, text) for column in self.axis.columns if (text := self.sheet.text(row, column))]


def frame_of(sheet: RawSheet, axis: Axis, bottom: int, start: int = 0) -> Frame:
    """Return the frame of an axis, down to a row, from a column on."""
    titles = {column: title for column in range(start, sheet.width) if (title := _title(sheet, axis, column))}
    rows = range(max(axis.heads) + 1, bottom)
    return Frame(sheet, axis, _name_columns(sheet, axis, titles, rows, start), titles, bottom, start)


def _title(sheet: RawSheet, axis: Axis, column: int) -> str:
    rows = sorted(axis.heads, key=lambda row: abs(row - axis.row))
    beyond = [max(axis.heads) + 1, min(axis.heads) - 1] if column not in axis.columns else []
    for row in [*rows, *beyond]:
        value = sheet.at(row, column)
        if row not in axis.heads and not (
            isinstance(value, str) and concept_of(value) and not _has_days(sheet, axis, row)
        ):
            continue
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _has_days(sheet: RawSheet, axis: Axis, row: int) -> bool:
    return sum(1 for column in axis.columns if sheet.text(row, column)) > 2


def _name_columns(sheet: RawSheet, axis: Axis, titles: dict[int, str], rows: range, start: int) -> tuple[int, ...]:
    """Return the columns of the name: by their titles, or else the one that looks most like names."""
    columns = range(start, axis.left) or range(axis.right + 1, sheet.width)
    by_title = {concept: column for column in reversed(columns) if (concept := concept_of(titles.get(column, "")))}
    if "first name" in by_title and "surname" in by_title:
        return (by_title["first name"], by_title["surname"])
    if "name" in by_title and _texts(sheet, by_title["name"], rows):
        if "surname" in by_title:
            return (by_title["name"], by_title["surname"])
        return (by_title["name"],)
    if "surname" in by_title and _texts(sheet, by_title["surname"], rows):
        return (by_title["surname"],)
    duties = [row for row in rows if any(sheet.text(row, column) for column in axis.columns)] or list(rows)
    scored = [(_name_score(sheet, column, titles.get(column, ""), duties), column) for column in columns]
    best = max(scored, default=(0.0, 0), key=lambda each: (each[0], each[1]))
    if best[0] > 0:
        return _with_the_other_half(sheet, best[1], titles, duties)
    return next(((column,) for column in columns if _are_numbers_of_people(sheet, column, titles, duties)), ())


def _are_numbers_of_people(sheet: RawSheet, column: int, titles: dict[int, str], rows: list[int]) -> bool:
    """Return whether a column numbers people who have no name: a number of its own in nearly every row with duties."""
    values = [sheet.text(row, column) for row in rows if as_number(sheet.at(row, column)) is not None]
    known = concept_of(titles.get(column, "")) in (None, "id", "name")
    return known and len(values) >= 0.8 * len(rows) and len(set(values)) > 0.9 * len(values) and len(values) > 1


def _with_the_other_half(sheet: RawSheet, column: int, titles: dict[int, str], rows: list[int]) -> tuple[int, ...]:
    """Return a column of names, with the one beside it where both hold single words and no title tells."""
    for pair in ((column - 1, column), (column, column + 1)):
        texts = [[sheet.text(row, each) for row in rows if sheet.text(row, each)] for each in pair]
        untitled = not any(concept_of(titles.get(each, "")) for each in pair)
        if untitled and all(
            len(each) >= 0.8 * len(rows) and all(" " not in t and looks_like_name(t) for t in each) for each in texts
        ):
            return pair
    return (column,)


def _texts(sheet: RawSheet, column: int, rows: Iterable[int]) -> list[str]:
    return [text for row in rows if (text := sheet.text(row, column)) and as_number(sheet.at(row, column)) is None]


def _name_score(sheet: RawSheet, column: int, title: str, rows: list[int]) -> float:
    """Return how much a column looks like names: in all rows that have duties, each its own, shaped like names."""
    texts = [text for text in _texts(sheet, column, rows) if not says(text, "total")]
    if not texts:
        return 0.0
    distinct = len(set(texts)) / len(texts)
    alike = sum(map(looks_like_name, texts)) / len(texts)
    filled = len(texts) / max(1, len(rows))
    known = 0.4 if concept_of(title) not in (None, "name", "shift") else 1.0
    return (distinct + alike + 0.25) * filled * known
