"""Files that are no workbook are told what they are."""

import random
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from optimizer.workbook.file import kind as file_kind
from optimizer.workbook.file.kind import ENCRYPTED, OLD_CONTAINER
from optimizer.workbook.file.opened import load_bytes
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import look, read, read_bytes
from tests.paths import SAMPLES
from tests.workbook.books import saved
from tests.workbook.parts import packed
from tests.workbook.values import SPOILT

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()


def of_version(content, version):
    """Return a packed file whose first part says that another version is needed to unpack it."""
    entry = content.index(b"PK\1\2")
    return content[: entry + 6] + version.to_bytes(2, "little") + content[entry + 8 :]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (of_version(SMALL, 148), "the file is damaged"),
        (b"Name;Shift\nAnn;D\n", "not an Excel workbook"),
        (b"%PDF-1.7", "not an Excel workbook"),
        (OLD_CONTAINER + b"x" * 600, "old Office program"),
        (OLD_CONTAINER + ENCRYPTED, "protected by a password"),
        (packed(word="x"), "not an Excel workbook"),
        (packed(**{"[Content_Types].xml": "<Types>"}), "not an Excel workbook"),
        (SMALL[: len(SMALL) // 2], "not an Excel workbook"),
    ],
)
def test_what_is_no_workbook_is_one_fault_with_what_to_do(content, told):
    with pytest.raises(FaultyWorkbookError) as caught:
        read_bytes(content, "roster.xlsx")
    (fault,) = caught.value.faults
    assert fault.sheet == "roster.xlsx"
    assert told in fault.problem
    assert fault.remedy


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(monkeypatch):
    monkeypatch.setattr(file_kind, "MOST_UNPACKED", 1000)
    with pytest.raises(FaultyWorkbookError, match="too big"):
        read_bytes(SMALL)


def understating(content, declared=1000):
    """Return a packed file whose last part says that it is smaller than it is."""
    entry = content.rindex(b"PK\1\2") + 24
    return content[:entry] + declared.to_bytes(4, "little") + content[entry + 4 :]


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_part_that_holds_more_than_it_declares_is_not_unpacked_to_find_out(packing):
    file = BytesIO(SMALL)
    with zipfile.ZipFile(file, "a", packing) as archive:
        archive.writestr("xl/more.xml", bytes(60_000_000))
    content = understating(file.getvalue())
    tracemalloc.start()
    try:
        with pytest.raises(FaultyWorkbookError, match="the file is damaged"):
            read_bytes(content)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_sheet_that_goes_on_for_ever_is_told_where_it_ends():
    book = load_workbook(BytesIO(SMALL))
    book["Staff"]["C1048576"] = "x"
    with pytest.raises(FaultyWorkbookError, match=r"Staff!S1048576: the sheet reaches this far; delete the rows"):
        read_bytes(saved(book))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FaultyWorkbookError, match=r"gone[.]xlsx: this is not an Excel workbook"):
        read(tmp_path / "gone.xlsx")


def test_an_empty_workbook_lacks_the_sheets():
    reading = look(saved(Workbook()))
    assert reading.contents is None
    assert {fault.sheet for fault in reading.faults} == {"Calendar", "Roles", "Shifts", "Staff", "Needs"}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_in_a_cell_is_read_or_told_and_never_breaks(seed):
    draw = random.Random(seed)
    book = load_workbook(BytesIO(SMALL))
    for _ in range(12):
        sheet = draw.choice(book.worksheets[1:])
        row, column = draw.randint(1, min(sheet.max_row, 40)), draw.randint(1, sheet.max_column)
        sheet.cell(row, column).value = draw.choice(SPOILT)
    reading = look(saved(book))
    assert reading.contents is not None or reading.faults


@pytest.mark.parametrize(("rows", "sound"), [(range(1, 25_001), True), ([*range(1, 20_500), 25_001], False)])
def test_a_long_sheet_is_read_where_it_is_filled(rows, sound):
    book = Workbook()
    for row in rows:
        book.active.cell(row, 2, "x")
    file = BytesIO()
    book.save(file)
    if sound:
        assert load_bytes(file.getvalue(), values=True).active.max_row == 25_000
    else:
        with pytest.raises(FaultyWorkbookError, match=r"Sheet!B25001: the sheet reaches this far"):
            load_bytes(file.getvalue(), values=True)
