"""Workbooks whose parts say what no program would write, or say it too often."""

from collections.abc import Callable
from functools import partial

from tests.adversary.trial import Named
from tests.paths import SAMPLES
from tests.workbook.parts import before_end, behind, with_part

SMALL = SAMPLES / "unit-small.xlsx"
BOOK, STAFF, STYLES = "xl/workbook.xml", "xl/worksheets/sheet5.xml", "xl/styles.xml"
Change = Callable[[bytes], bytes | None]


def parts() -> Named:
    """Parts of the archive that say what no program would write."""
    for name in (BOOK, STAFF, STYLES, "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"):
        yield f"without {name}", partial(_part, name, lambda part: None)
        yield f"nothing in {name}", partial(_part, name, lambda part: b"")
    for name, (part, change) in PARTS.items():
        yield name, partial(_part, part, change)


def _spelt(old: bytes, new: bytes) -> Change:
    return lambda part: part.replace(old, new)


def _counted(element: bytes, times: int) -> bytes:
    """Return an element many times, with its number in two places."""
    return b"".join(element % (number, number) for number in range(1, times))


def _behind_in(around: str, element: bytes, times: int) -> Change:
    """Return what puts an element behind a sheet's rows many times."""
    return behind(f"<{around}>".encode() + _counted(element, times) + f"</{around}>".encode())


def _at_end_of(element: bytes, more: bytes) -> Change:
    """Return what puts something behind an element."""
    return _spelt(b"</" + element + b">", b"</" + element + b">" + more)


COLOUR = (
    b'<conditionalFormatting sqref="A%d"><cfRule type="expression" priority="%d"><formula>1</formula></cfRule>'
    b"</conditionalFormatting>"
)
NAME = b"<definedName name='a'>A1</definedName>"
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
PARTS: dict[str, tuple[str, Change]] = {
    "a billion laughs": (STAFF, lambda part: b'<!DOCTYPE x [<!ENTITY l0 "ha">' + LAUGHS + b"]><x>&l9;</x>"),
    "a file of this machine": (STAFF, lambda part: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
    "elements in elements": (STAFF, lambda part: b"<a>" * 200_000 + b"</a>" * 200_000),
    "rows in rows": (STAFF, _spelt(b"<row ", b"<row><row ")),
    "a long attribute": (STAFF, lambda part: part.replace(b"<sheetData", b'<sheetData a="' + b"x" * 20_000_000 + b'"')),
    "another encoding": (STAFF, lambda part: part.decode().encode("utf-16")),
    "no cells have places": (STAFF, lambda part: part.replace(b' r="', b' x="')),
    "a cell A0": (STAFF, _spelt(b'r="A2"', b'r="A0"')),
    "a cell beyond the sheet": (STAFF, _spelt(b'r="A2"', b'r="ZZZZ2"')),
    "the last cell of all": (STAFF, _spelt(b'r="B2"', b'r="XFD1048576"')),
    "shared text that is not there": (STAFF, _spelt(b't="inlineStr"', b't="s"')),
    "a type that is none": (STAFF, _spelt(b't="inlineStr"', b't="zz"')),
    "formulas that share nothing": (STAFF, before_end(b'<row r="99"><c r="A99"><f t="shared" si="7"/></c></row>')),
    "a formula over a million cells": (
        STAFF,
        before_end(b'<row r="99"><c r="A99"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>'),
    ),
    "styles that are not there": (STAFF, _spelt(b' s="', b' s="99')),
    "a style of no number": (STAFF, _spelt(b' s="', b' s="x')),
    "everything merged": (STAFF, behind(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "a merge that is none": (STAFF, behind(b'<mergeCells><mergeCell ref="hello"/></mergeCells>')),
    "merges in their thousands": (STAFF, _behind_in("mergeCells", b'<mergeCell ref="Z%d:AB%d"/>', 60_000)),
    "links over everything": (STAFF, behind(b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>')),
    "checks in their thousands": (
        STAFF,
        _behind_in("dataValidations", b'<dataValidation type="list" sqref="A%d:XFD%d"/>', 20_000),
    ),
    "colours by thousands of rules": (STAFF, behind(_counted(COLOUR, 20_000))),
    "names in their thousands": (BOOK, _at_end_of(b"sheets", b"<definedNames>" + NAME * 50_000 + b"</definedNames>")),
    "sheets in their thousands": (
        BOOK,
        _spelt(b"</sheets>", b'<sheet name="a" sheetId="9" r:id="rId1"/>' * 20_000 + b"</sheets>"),
    ),
    "two hundred times the same sheet": (
        BOOK,
        _spelt(b"</sheets>", _counted(b'<sheet name="s%d" sheetId="9%d" r:id="rId5"/>', 200) + b"</sheets>"),
    ),
    "sheets of one name": (BOOK, _spelt(b'name="Roles"', b'name="Shifts"')),
    "styles in their thousands": (STYLES, _spelt(b"</cellXfs>", b"<xf/>" * 300_000 + b"</cellXfs>")),
    "a date of no calendar": (BOOK, _spelt(b"<workbookPr", b'<workbookPr date1904="1"')),
}  # fmt: skip


def rows() -> Named:
    """Sheets that go on and on."""
    text = b'<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>'

    def some(count: int, columns: bytes = b"A", word: bytes = b"X%d", first: int = 100) -> bytes:
        return b"".join(
            b'<row r="%d">' % row
            + b"".join(text % (bytes([column]), row, word.replace(b"%d", b"%d" % row)) for column in columns)
            + b"</row>"
            for row in range(first, first + count)
        )

    for name, more in {
        "five thousand people of whom nothing is known": lambda: some(5_000),
        "thirty thousand people": lambda: some(30_000, b"AB"),
        "the same person five thousand times": lambda: some(5_000, b"ABC", b"R001"),
        "one row a thousand times": lambda: some(1, b"ABC", b"R001") * 1_000,
        "cells without end": lambda: b'<row r="900">' + b'<c r="A900"/>' * 590_000 + b"</row>",
        "long texts": lambda: some(300, b"ABCDEFG", b"x" * 32_767),
        "rows backwards": lambda: b"".join(some(1, first=row) for row in range(900, 100, -1)),
    }.items():
        yield name, lambda more=more: _part(STAFF, before_end(more()))


def _part(name: str, change: Change) -> bytes:
    return with_part(SMALL.read_bytes(), name, change)
