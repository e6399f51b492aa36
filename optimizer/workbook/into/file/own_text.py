"""A separated text (csv, tsv): only changed fields differ; separator, quotes, encoding and line ends stay."""

import codecs

from optimizer.workbook.into.file.edit import Blank, CellContents, CellEdits, Like, Recalculated, TypedContents
from optimizer.workbook.into.file.fields import Field, fields_of
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.recognise.read.separated import encoding_of, separator_of
from optimizer.workbook.recognise.sheet import CellBox, CellSpot

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class OwnText:
    """A separated text as bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.encoding = _exactly(content, encoding_of(content))
        self.text = content.decode(self.encoding)
        self.separator = separator_of(self.text)
        self.rows = fields_of(self.text, self.separator)

    def _field(self, spot: CellSpot) -> Field | None:
        row = self.rows[spot[0]] if spot[0] < len(self.rows) else []
        return row[spot[1]] if spot[1] < len(row) else None

    def raw(self, spot: CellSpot) -> object:
        """Return a field as the file has it; None where there is nothing in it."""
        field = self._field(spot)
        return (field and field.said) or None

    def number(self, spot: CellSpot) -> float | None:
        """Return None: in a text everything is text."""
        return None

    def formula(self, spot: CellSpot) -> str | None:
        """Return None: a text holds no formula."""
        return None

    def shares_formula(self, spot: CellSpot) -> bool:
        """Tell that nothing hangs on a field."""
        return False

    def merge_of(self, spot: CellSpot) -> CellBox | None:
        """Return None: no field is merged."""
        return None

    def fill(self, spot: CellSpot) -> object:
        """Return None: a text has no colours."""
        return None

    def can_be_called(self, title: str) -> bool:
        """Tell that a text has no name of its own."""
        return False

    def written(self, edits: CellEdits, unmerged: frozenset[CellSpot] = frozenset(), title: str | None = None) -> bytes:
        """Return the text with changed fields. Raise CannotWriteError where its encoding lacks a letter."""
        pieces, place = [], 0
        for spot in sorted(edits):
            contents = edits[spot].contents
            if contents is None:
                continue
            start, end, new = self._change(spot, contents)
            pieces += [self.text[place:start], new]
            place = end
        return self._encoded("".join([*pieces, self.text[place:]]))

    def _change(self, spot: CellSpot, contents: CellContents) -> tuple[int, int, str]:
        field, new = self._field(spot), self._said(contents)
        if field:
            return field.start, field.end, _quoted(new, self.separator, field.quoted)
        row = self.rows[spot[0]]
        end = row[-1].end if row else 0
        return end, end, self.separator * (spot[1] - len(row) + 1) + _quoted(new, self.separator, False)

    def _said(self, contents: CellContents) -> str:
        match contents:
            case Like(spot):
                field = self._field(spot)
                return field.said if field else ""
            case TypedContents(str() as text):  # an apostrophe is what a spreadsheet takes for "this is text"
                return f"'{text}" if text.startswith(FORMULA_STARTS) else text
            case TypedContents(value) | Recalculated(value):
                return f"{value:.15g}" if isinstance(value, float) else str(value)
            case Blank():
                return ""

    def _encoded(self, text: str) -> bytes:
        try:
            return text.encode(self.encoding) if self.encoding != "utf-16" else self._mark() + text.encode(self._wide())
        except UnicodeEncodeError as error:
            letters = error.object[error.start : error.end]
            raise CannotWriteError(
                f"'{letters}' cannot be written in {self.encoding}, the encoding of the file; save it as UTF-8."
            ) from error

    def _mark(self) -> bytes:
        return self.content[:2]

    def _wide(self) -> str:
        return "utf-16-le" if self._mark() == codecs.BOM_UTF16_LE else "utf-16-be"


def _exactly(content: bytes, encoding: str) -> str:
    """Return an encoding that a text comes out of as it went in; raise CannotWriteError where there is none."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise CannotWriteError("Letters of the file are damaged; save it again as CSV in UTF-8.") from error
    if encoding != "utf-16" and text.encode(encoding) != content:
        raise CannotWriteError("The encoding of the file cannot be told for sure; save it again as CSV in UTF-8.")
    return encoding


def _quoted(text: str, separator: str, quoted: bool) -> str:
    needs = quoted or any(sign in text for sign in (separator, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if needs else text
