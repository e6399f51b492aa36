"""Text within cells is read quickly, and as openpyxl reads it by itself."""

import warnings
import zipfile
from io import BytesIO
from random import Random

import pytest
from openpyxl import Workbook, load_workbook

from optimizer.workbook.file.inline import quickened
from optimizer.workbook.unit.read import read_bytes
from tests.paths import SAMPLES
from tests.workbook.books import saved
from tests.workbook.parts import before_end, with_more, with_part

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = (
    "a",
    " blanks ",
    "\n",
    "one\ntwo",
    "a & b < c",
    "'=1+1",
    "=1+1",
    "Zoë 😀",
    "_x000D_",
    "]]>",
    "007",
    "#N/A",
    "x" * 9_000,
)
WORD = b'<c r="A1" t="inlineStr"><is><t>%s</t></is></c>'
CELLS = (
    b'<c r="A1" t="inlineStr"><is><t/></is></c>',
    b'<c r="A1" t="inlineStr"><is><t></t></is></c>',
    b'<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
    b'<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>',
    b'<c r="A1" t="inlineStr"><is><t>a<!-- b -->c</t></is></c>',
    b'<c r="A1" t="inlineStr"><is><t><![CDATA[<v>]]></t></is></c>',
    b'<c r="A1" t="inlineStr"><f>"a"</f><is><t>a</t></is></c>',
    b'<c t="inlineStr"><is><t>a</t></is></c>',
    b"<c r='A1' t='inlineStr'><is><t>a</t></is></c>",
    b'<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve"> \xc3\xab&#233;&amp;lt;\r\n</t></is></c>',
)


def cells(content, *, values=True):
    """Return all that a workbook's cells hold, as openpyxl reads it."""
    book = load_workbook(BytesIO(content), data_only=values)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows())
    return [(c.coordinate, c.value, c.data_type, c.number_format, c.style_id) for row in rows for c in row]


def holding(cell):
    """Return a workbook with one cell, spelt so."""
    return with_part(saved(Workbook()), SHEET, before_end(b'<row r="1">' + cell + b"</row>"))


@pytest.mark.parametrize("values", [True, False])
@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*small.xlsx")), ids=lambda path: path.stem)
def test_every_cell_of_a_sample_is_read_as_before(sample, values):
    content = sample.read_bytes()
    quick = quickened(content)
    assert quick is not content
    assert cells(quick, values=values) == cells(content, values=values)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_is_read_as_it_stands(text):
    book = Workbook()
    book.active["A1"] = text
    book.active["A1"].data_type = "s"
    content = saved(book)
    assert quickened(content) is not content
    assert cells(quickened(content)) == cells(content)


@pytest.mark.parametrize("values", [True, False])
@pytest.mark.parametrize("cell", CELLS)
def test_other_spellings_are_read_as_before(cell, values):
    assert cells(quickened(holding(cell)), values=values) == cells(holding(cell), values=values)


def test_a_sheet_in_another_encoding_is_left_as_it_is():
    wide = with_part(holding(WORD % b"text"), SHEET, lambda part: part.decode().encode("utf-16"))
    assert quickened(wide) is wide
    assert [value for _, value, *_ in cells(wide)] == ["text"]


def test_of_parts_by_one_name_the_last_counts_and_nothing_is_said_of_it():
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = with_more(
            holding(WORD % b"earlier"), **{SHEET: zipfile.Path(BytesIO(holding(WORD % b"later")), SHEET).read_bytes()}
        )
    with warnings.catch_warnings(action="error"):
        assert [value for _, value, *_ in cells(quickened(twice))] == ["later"]


def test_a_damaged_part_that_nobody_needs_keeps_nobody_from_reading():
    picture = Random(1).randbytes(5_000)
    damaged = with_more(SMALL, picture=picture).replace(picture[-9:], b"different")
    assert quickened(damaged) is damaged
    assert read_bytes(damaged).unit == read_bytes(SMALL).unit
