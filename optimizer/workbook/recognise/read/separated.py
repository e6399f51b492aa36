"""Separated text to a sheet: any encoding, any separator, blank lines kept, so that addresses are Excel's."""

import csv
import io

from charset_normalizer import from_bytes

from optimizer.workbook.recognise.read.refused import RefusedError
from optimizer.workbook.recognise.sheet import RawSheet, RawValue

SEPARATORS = ",;\t|"
MOST_ROWS = 200_000
MOST_CELLS = 4_000_000
DAMAGED = "\ufffd"


def read_separated(name: str, content: bytes) -> RawSheet:
    """Return the one sheet of a text. Raise RefusedError for one that is damaged."""
    text = _decoded(name, content)
    rows = _rows(name, text, separator_of(text))
    return RawSheet(None, tuple(tuple(map(_value, row)) for row in rows))


def _decoded(name: str, content: bytes) -> str:
    return _checked(name, content.decode(encoding_of(content), "replace"))


def encoding_of(content: bytes) -> str:
    """Return the encoding of a text: by its byte order mark, UTF-8 where it is that, or else the likeliest."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000]).best()
        return best.encoding if best else "cp1252"
    return "utf-8"


def _checked(name: str, text: str) -> str:
    if text.startswith(DAMAGED) or text.count(DAMAGED) > max(3, len(text) // 100):
        columns = [
            part for part in text.replace("\0", "").replace(DAMAGED, "").split("\n")[0].split(",") if part.strip()
        ]
        raise RefusedError(
            f"{name} is damaged: its letters were destroyed when it was saved in another encoding"
            + (f"; only {', '.join(part.strip() for part in columns[:8])} can be made out" if columns else "")
            + ". Save it again from where it came, as CSV in UTF-8."
        )
    if "\0" in text:
        raise RefusedError(
            f"{name} is damaged: there are zero bytes between its letters. Save it again as CSV in UTF-8."
        )
    return text


def separator_of(text: str) -> str:
    """Return the separator that splits most lines into the same number of parts."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]

    def steady(separator: str) -> tuple[float, int]:
        counts = [line.count(separator) for line in lines]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual) / max(1, len(counts)) if usual else 0.0, usual)

    best = max(SEPARATORS[:3], key=steady)
    if steady(best)[0] > 0:
        return best
    spoken = max(SEPARATORS, key=text.count)
    return spoken if spoken in text and spoken != "|" else ","


def _rows(name: str, text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(1_000_000)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(row)
            cells += len(row)
            if len(rows) > MOST_ROWS or cells > MOST_CELLS:
                raise RefusedError(
                    f"{name} has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells; keep to one unit."
                )
    except csv.Error as error:
        raise RefusedError(f"{name} is no table that can be read ({error}).") from error
    return rows


def _value(said: str) -> RawValue:
    return said if said.strip() else None
