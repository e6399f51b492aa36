"""Small files that unpack to much are refused before anything is built; what people do with merged columns is read."""

import pytest

from optimizer.workbook.file.extent import TooMuchError, tamed
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read_bytes
from tests.paths import CASES, SAMPLES, needs_cases
from tests.workbook.parts import before_end, behind, names, with_part

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
STAFF = "xl/worksheets/sheet5.xml"


def changed(part, change):
    """Return the small sample with one of its parts changed."""
    assert part in names(SMALL)
    return with_part(SMALL, part, change)


CELLS = b"".join(b'<c r="A%d"/>' % row for row in range(1000))
TOO_MUCH = {
    "empty cells": (STAFF, before_end(b'<row r="900">' + CELLS * 700 + b"</row>"), "cells"),
    "empty cells by another prefix": (
        STAFF,
        before_end(b'<x:row xmlns:x="y">' + CELLS.replace(b"<c", b"<x:c") * 700 + b"</x:row>"),
        "cells",
    ),
    "sheets": (
        "xl/workbook.xml",
        lambda part: part.replace(b"</sheets>", b'<sheet name="a" sheetId="9" r:id="rId1"/>' * 300 + b"</sheets>"),
        "sheets",
    ),
    "formats": (
        "xl/styles.xml",
        lambda part: part.replace(b"</cellXfs>", b"<xf/>" * 65_490 + b"</cellXfs>"),
        "formats of cells",
    ),
    "merges": (
        STAFF,
        behind(b"<mergeCells>" + b'<mergeCell ref="A1:B1"/>' * 10_001 + b"</mergeCells>"),
        "merges and links",
    ),
    "a tag": (STAFF, lambda part: part.replace(b"<sheetData", b'<sheetData x="%s"' % (b"x" * 1_000_000)), "in a tag"),
    "entities": (STAFF, lambda part: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + part, "document type"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_of_anything_is_a_sentence(name):
    part, change, words = TOO_MUCH[name]
    with pytest.raises(TooMuchError, match=words):
        tamed(changed(part, change))
    with pytest.raises(FaultyWorkbookError, match=words):
        read_bytes(changed(part, change), "roster.xlsx")


@pytest.mark.parametrize("ref", ["Z1:Z1048576", "Z:Z", "XFD1:XFD1048576", "Z1:XFD1048576", "Z1:XFD104857&#54;"])
@pytest.mark.parametrize("quote", [b'"', b"'"])
def test_merged_columns_end_where_the_cells_do(ref, quote):
    merges = b"<mergeCells><mergeCell ref=" + quote + ref.encode() + quote + b"/></mergeCells>"
    content = changed(STAFF, behind(merges))
    assert tamed(content) is not content
    assert read_bytes(content).unit == read_bytes(SMALL).unit


def test_what_is_as_people_make_it_stays_the_same():
    for sample in SAMPLES.glob("*.xlsx"):
        content = sample.read_bytes()
        assert tamed(content) is content


@needs_cases
@pytest.mark.parametrize(
    "name, words",
    [("corner-History-5000x1999", "reaches this far"), ("emptycells-5000000", "cells"), ("sheets-20000", "sheets")],
)
def test_the_bombs_of_an_adversary_are_sentences(name, words):
    with pytest.raises(FaultyWorkbookError, match=words):
        read_bytes((CASES / "files" / f"special-{name}.xlsx").read_bytes())


@needs_cases
@pytest.mark.parametrize("name", ["hyperlink-all", "staff-5000"])
def test_what_only_looks_large_is_read(name):
    assert read_bytes((CASES / "files" / f"special-{name}.xlsx").read_bytes()).unit.staff


@pytest.mark.parametrize("rows, words", [(3_000, "more than 2,000 faults"), (21_000, "no unit has more than")])
def test_very_many_rows_are_few_sentences(rows, words):
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>X%d</t></is></c></row>'
    more = b"".join(row % (number, number, number) for number in range(100, 100 + rows))
    with pytest.raises(FaultyWorkbookError, match=words):
        read_bytes(changed(STAFF, before_end(more)))
