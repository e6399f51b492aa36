"""How values get into cells."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from optimizer.workbook.table.style import put


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\x00b\x0bc", "abc"), ("line\nbreak\tand tab", "line\nbreak\tand tab"), ("lone \ud800", "lone ?"),
     ("x" * 40_000, "x" * 32_767), ("=1+1", "=1+1"), ("\x07=1+1", "=1+1")],
)  # fmt: skip
def test_text_is_kept_as_far_as_a_workbook_can_hold_it_and_never_a_formula(text, kept):
    book, file = Workbook(), BytesIO()
    put(book.active, 1, 1, text)
    book.save(file)
    cell = load_workbook(file).active["A1"]
    assert (cell.value, cell.data_type) == (kept, "s")
