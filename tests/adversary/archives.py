"""Files that are no workbook, and archives that lie or unpack to much."""

from collections.abc import Callable
from functools import partial

from optimizer.workbook.file.kind import ENCRYPTED, OLD_CONTAINER
from tests.adversary.trial import Named
from tests.paths import SAMPLES
from tests.workbook.parts import before_end, packed, with_more, with_part

SMALL = SAMPLES / "unit-small.xlsx"
STAFF = "xl/worksheets/sheet5.xml"


def _bytes(content: bytes) -> Callable[[], bytes]:
    return partial(bytes, content)


def no_workbooks() -> Named:
    """Files of another kind, whatever they are called."""
    yield "empty", _bytes(b"")
    yield "text", _bytes("Name;Dienst\nÄnne;D\n".encode("utf-16"))
    yield "zeros", _bytes(bytes(1_000_000))
    yield "page of the web", _bytes(b"<html><table><tr><td>Staff</td></tr></table></html>")
    yield "old Excel", _bytes(OLD_CONTAINER + b"x" * 600)
    yield "password", _bytes(OLD_CONTAINER + ENCRYPTED)
    yield "archive of nothing", packed
    yield "archive of text", partial(packed, **{"[Content_Types].xml": "<Types>", "a.txt": "a"})
    yield "types alone", partial(packed, **{"[Content_Types].xml": '<?xml version="1.0"?><Types/>'})
    for tenth in (1, 5, 9):
        yield f"cut off after {tenth} tenths", partial(_cut, tenth)


def _cut(tenth: int) -> bytes:
    content = SMALL.read_bytes()
    return content[: len(content) * tenth // 10]


def archives() -> Named:
    """Archives that lie, or that unpack to much."""
    yield "half a gigabyte of zeros", lambda: _more({"xl/media/a.bin": bytes(500_000_000)})
    yield (
        "ninety megabytes of blanks in a sheet",
        lambda: with_part(SMALL.read_bytes(), STAFF, before_end(b" " * 90_000_000)),
    )
    yield "the same part twice", partial(_more, {STAFF: b"<worksheet/>"})
    yield "a part outside of the archive", partial(_more, {"../../etc/x.xml": b"<a/>"})
    yield "a part with a long name", partial(_more, {"x" * 60_000: b"<a/>"})
    yield "ten thousand parts", partial(_more, {f"xl/media/{number}.xml": b"<a/>" for number in range(10_000)})
    yield "every part marked as encrypted", _encrypted
    yield "text behind the archive", lambda: SMALL.read_bytes() + b"\0" * 70_000
    yield "text before the archive", lambda: b"MZ" * 999 + SMALL.read_bytes()
    yield "a wrong checksum", _wrong_sum


def _more(parts: dict[str, bytes]) -> bytes:
    return with_more(SMALL.read_bytes(), **parts)


def _encrypted() -> bytes:
    """Set the bit that stands for a password, in the directory of the archive."""
    content = bytearray(SMALL.read_bytes())
    where = content.find(b"PK\1\2")
    while where >= 0:
        content[where + 8] |= 1
        where = content.find(b"PK\1\2", where + 4)
    return bytes(content)


def _wrong_sum() -> bytes:
    content = bytearray(SMALL.read_bytes())
    where = content.find(b"PK\1\2")
    while where >= 0:
        content[where + 16] ^= 255
        where = content.find(b"PK\1\2", where + 4)
    return bytes(content)
