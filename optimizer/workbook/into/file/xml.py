"""Parts of a workbook, looked at without changing them: where each element stands in the bytes.

Document types are refused, so that no entity is ever expanded; nothing is fetched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from optimizer.workbook.into.file.refused import CannotWriteError

OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


@dataclass(slots=True)
class Element:
    """An element in the bytes of a part: from ``start`` to ``end``, its contents from ``inner`` to ``inner_end``."""

    tag: str
    attributes: dict[str, str]
    path: tuple[str, ...]
    start: int
    inner: int = 0
    inner_end: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """Return the name without the prefix of its namespace."""
        return local(self.tag)

    @property
    def prefix(self) -> str:
        """Return the prefix of the namespace with its colon, or nothing."""
        return self.tag[: len(self.tag) - len(self.name)]


def local(tag: str) -> str:
    """Return a name without the prefix of its namespace."""
    return tag.rpartition(":")[2]


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """Return an attribute by its name without prefix."""
    return next((value for key, value in attributes.items() if local(key) == name), None)


def opening(tag: str, attributes: dict[str, str], *, closed: bool = False) -> str:
    """Return the opening tag of an element."""
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{tag}{said}{'/' if closed else ''}>"


def elements(part: bytes, wanted: frozenset[str]) -> list[Element]:
    """Return the elements of some names in the order in which they begin. Raise CannotWriteError for a broken part."""
    if part.startswith(OTHER_ENCODINGS):
        raise CannotWriteError("The workbook is written in a rare encoding; save it again from Excel as .xlsx.")
    reader = _Reader(part, wanted)
    try:
        reader.parser.Parse(part, True)
    except expat.ExpatError as error:
        raise CannotWriteError(f"The workbook is damaged ({error}); save it again from Excel as .xlsx.") from error
    return reader.found


class _Reader:
    """Follows a part from its beginning to its end."""

    def __init__(self, part: bytes, wanted: frozenset[str]) -> None:
        self.part, self.wanted = part, wanted
        self.found: list[Element] = []
        self.open: list[str] = []
        self.waiting: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.finish
        self.parser.StartDoctypeDeclHandler = self.refuse

    def refuse(self, *_: object) -> None:
        raise CannotWriteError("The workbook has a document type in it, which no workbook has.")

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) in self.wanted:
            each = Element(tag, attributes, tuple(self.open), self.parser.CurrentByteIndex)
            each.inner = _after_tag(self.part, each.start)
            self.found.append(each)
            self.waiting.append(each)
        self.open.append(local(tag))

    def finish(self, tag: str) -> None:
        self.open.pop()
        if local(tag) not in self.wanted:
            return
        each, here = self.waiting.pop(), self.parser.CurrentByteIndex
        closed = self.part[each.inner - 2 : each.inner] == b"/>"
        each.inner_end = each.inner if closed else here
        each.end = each.inner if closed else _after_tag(self.part, here)


def _after_tag(part: bytes, start: int) -> int:
    """Return where a tag ends; a bracket may stand within quotes."""
    place, quote = start, 0
    while True:
        letter = part[place]
        if quote:
            quote = 0 if letter == quote else quote
        elif letter in b"\"'":
            quote = letter
        elif letter == ord(">"):
            return place + 1
        place += 1


def spliced(part: bytes, changes: Iterator[tuple[int, int, bytes]] | list[tuple[int, int, bytes]]) -> bytes:
    """Return a part with some stretches replaced, each from a first byte to one past its last."""
    pieces, place = [], 0
    for start, end, new in sorted(changes, key=lambda change: change[:2]):
        pieces += [part[place:start], new]
        place = end
    return b"".join([*pieces, part[place:]])
