"""How much a workbook holds, counted before anything is built of it.

Seventy kilobytes can unpack to millions of cells, or to sheets that stand for the same part twenty thousand times over,
and openpyxl builds each. Merged columns and links over whole sheets are common and harmless, but openpyxl builds every
cell under them, too: they are cut off where the cells end.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate

from openpyxl.utils.cell import get_column_letter, range_boundaries

from optimizer.workbook.file.unreadable import UNREADABLE

MOST_CELLS = 400_000
"""Cells of all sheets together, empty ones too: openpyxl takes 400 bytes and 9 µs for each (measured on 590,000)."""
MOST_SPANNED = 100_000
"""Cells under the merges and links of a sheet once these are cut off where its cells end."""
MOST_SPANS = 10_000
"""Merges and links of a sheet: openpyxl takes a quarter of a millisecond for each (measured on 60,000)."""
MOST_STYLES = 65_490
"""Formats of cells, of which Excel itself knows no more."""
MOST_IN_A_TAG = 1_000_000
"""Characters from one tag to the next: the parser reads a tag anew with every piece of it that comes."""
MOST_SHEETS = 250
MOST_TAGS = 10_000_000
"""Tags of all parts together, of whatever kind."""
ENDS_OF_A_TAG = (b" ", b">", b"/", b"\n", b"\r", b"\t")
SHEET_PARTS, BOOK_PART, STYLES_PART = "xl/worksheets/", "xl/workbook.xml", "xl/styles.xml"
LONG_TAG = re.compile(rb"<[^<]{%d}" % MOST_IN_A_TAG)
SPANNING = re.compile(rb"""(<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*["'])([^"']*)(["'])""")


class TooMuchError(Exception):
    """Raised with what there is too much of."""


def tamed(content: bytes) -> bytes:
    """Return a workbook whose merges and links end where its cells end. Raise TooMuchError with words for it.

    The very bytes come back when nothing has to be cut off.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        cut = dict(_cut_off(archive))
        return _replaced(archive, cut) if cut else content


def _cut_off(archive: zipfile.ZipFile) -> Iterable[tuple[str, bytes]]:
    """Count every part, and yield those of sheets that had to be changed."""
    tags = cells = 0
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        part = _part(archive, name)
        tags += part.count(b"<")
        _check("tags", tags, MOST_TAGS)
        _check("characters in a tag", MOST_IN_A_TAG + bool(LONG_TAG.search(part)), MOST_IN_A_TAG)
        if name == BOOK_PART:
            _check("sheets", _elements(part, b"sheet"), MOST_SHEETS)
        if name == STYLES_PART:
            _check("formats of cells", _elements(part, b"xf"), MOST_STYLES)
        if name.startswith(SHEET_PARTS):
            cells += _elements(part, b"c")
            _check("cells, empty ones counted", cells, MOST_CELLS)
            _check("merges and links", _elements(part, b"mergeCell") + _elements(part, b"hyperlink"), MOST_SPANS)
            if (cut := _shortened_spans(part)) is not part:
                yield name, cut


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part in an encoding that reads like ASCII, and without entities to blow up."""
    part = b""
    with suppress(*UNREADABLE), archive.open(name) as packed:
        part = packed.read()
    if b"\0" in part[:4]:
        part = part.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in part:
        raise TooMuchError("a document type, which no workbook has")
    return part


def _check(of_what: str, found: int, most: int) -> None:
    if found > most:
        raise TooMuchError(f"more than {most:,} {of_what}")


def _elements(part: bytes, name: bytes) -> int:
    """Return how many elements of a name there are at most, with and without a prefix."""
    return sum(part.count(before + name + end) for before in (b"<", b":") for end in ENDS_OF_A_TAG)


def _shortened_spans(part: bytes) -> bytes:
    """Return a sheet's part, the same one where its merges and links span few cells."""
    if b"mergeCell" not in part and b"hyperlink" not in part:
        return part
    if _spanned(part)[0] <= MOST_SPANNED:
        return part
    _, rows, columns = _spanned(part)
    cut = SPANNING.sub(_shortener(rows, columns), part)
    _check("cells merged or linked", _spanned(cut)[0], MOST_SPANNED)
    return cut


def _spanned(part: bytes) -> tuple[int, int, int]:
    """Return how many cells merges and links span, and the last row and column of a sheet's own cells."""
    spanned, rows, columns = 0, 1, 1

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal spanned, rows, columns
        local = tag.rpartition(":")[2]
        if local in ("mergeCell", "hyperlink"):
            spanned += _area(attributes.get("ref", ""))
        elif local == "c":
            _, _, column, row = _bounds(attributes.get("r", ""))
            rows, columns = max(rows, row), max(columns, column)

    parser = ParserCreate()
    parser.StartElementHandler = start
    with suppress(ExpatError):  # what is damaged is told when it is opened
        parser.Parse(part, True)
    return spanned, rows, columns


def _area(each: str) -> int:
    left, top, right, bottom = _bounds(each)
    return max(0, right - left + 1) * max(0, bottom - top + 1)


def _bounds(each: str) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom; a range that cannot be read spans one cell."""
    try:
        left, top, right, bottom = range_boundaries(each)
    except (ValueError, TypeError):
        return 1, 1, 1, 1
    return left or 1, top or 1, right or 16_384, bottom or 1_048_576


def _shortener(rows: int, columns: int) -> Callable[[re.Match[bytes]], bytes]:
    """Return what cuts a merge off behind the last row and column, and a link behind its first cell.

    (openpyxl writes a link's address into every blank cell that it spans.)
    """

    def shorten(found: re.Match[bytes]) -> bytes:
        left, top, right, bottom = _bounds(found[2].decode("ascii", "replace"))
        right, bottom = max(left, min(right, columns)), max(top, min(bottom, rows))
        if b"hyperlink" in found[1]:
            right, bottom = left, top
        elif left > columns or top > rows:  # nothing is merged out there
            left = top = right = bottom = 1
        last = f":{get_column_letter(right)}{bottom}" if (left, top) != (right, bottom) else ""
        return found[1] + f"{get_column_letter(left)}{top}{last}".encode() + found[3]

    return shorten


def _replaced(archive: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """Return the workbook with other parts in the place of some."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out:
        for item in archive.infolist():
            out.writestr(item, parts.get(item.filename) or archive.read(item))
    return written.getvalue()
