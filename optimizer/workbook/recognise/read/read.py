"""Any file to its sheets: told by its first bytes what it is, whatever its name says."""

import io
import re
import zipfile

from optimizer.workbook.file.kind import ENCRYPTED, OLD_CONTAINER
from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.recognise.read.apart import read_apart
from optimizer.workbook.recognise.read.refused import RefusedError
from optimizer.workbook.recognise.read.separated import read_separated
from optimizer.workbook.recognise.sheet import RawSheet, as_text

MOST_BYTES = 80_000_000
MOST_FILLED = 300_000
"""Cells with something in them that are looked at: more take longer than anybody waits."""
MOST_UNPACKED = 400_000_000
PICTURES = {b"%PDF": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture"}
MARKUP = re.compile(rb"^\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)


def read_sheets(name: str, content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of a file. Raise RefusedError with a sentence for one that cannot be read.

    Macros are never run, links never followed: formulas count with the value that was saved with them.
    """
    _check_size(name, content)
    if content.startswith(b"PK"):
        _check_packed(name, content)
        sheets = read_apart(name, content)
    elif content.startswith(OLD_CONTAINER):
        if ENCRYPTED in content:
            raise RefusedError(f"{name} is protected by a password; take it off in Excel and save the file again.")
        sheets = read_apart(name, content)
    else:
        _check_text(name, content)
        sheets = (read_separated(name, content),)
    filled = sum(1 for sheet in sheets for row in sheet.rows for value in row if value is not None and as_text(value))
    if filled > MOST_FILLED:
        raise RefusedError(f"{name} holds {filled:,} cells, more than a roster has; keep to the sheets of one unit.")
    if not filled:
        raise RefusedError(f"{name} holds no cell with anything in it.")
    return sheets


def _check_size(name: str, content: bytes) -> None:
    if not content:
        raise RefusedError(f"{name} is empty; choose the roster itself.")
    if len(content) > MOST_BYTES:
        raise RefusedError(f"{name} has {len(content) // 1_000_000} MB; keep to the sheets of one unit.")


def _check_packed(name: str, content: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except UNREADABLE as error:
        raise RefusedError(f"{name} is damaged; save it again from Excel as .xlsx.") from error
    names = {part.filename for part in parts}
    if not names & {"[Content_Types].xml", "content.xml"}:
        raise RefusedError(f"{name} is a packed file, but no workbook; unpack it and choose the roster in it.")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise RefusedError(f"{name} unpacks to more than {MOST_UNPACKED // 1_000_000} MB; keep to one unit.")


def _check_text(name: str, content: bytes) -> None:
    for start, kind in PICTURES.items():
        if content.startswith(start):
            raise RefusedError(f"{name} is {kind}, not a table; export the roster as .xlsx or .csv.")
    if MARKUP.match(content[:200]):
        raise RefusedError(f"{name} is a web page or markup, not a workbook; open it in Excel and save it as .xlsx.")
    if b"\0" in content[:2000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")) and not _even_zeros(content):
        raise RefusedError(f"{name} is not a text or a workbook that can be read, or it is damaged.")


def _even_zeros(content: bytes) -> bool:
    """Return whether a text looks like UTF-16 that lost its byte order mark."""
    start = content[:2000]
    return start[1::2].count(0) > 0.8 * len(start[1::2]) or start[::2].count(0) > 0.8 * len(start[::2])
