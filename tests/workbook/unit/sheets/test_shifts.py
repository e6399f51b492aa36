"""The sheet Shifts has room for every shift that a unit can have, and no more."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from optimizer.workbook.unit.read import look
from optimizer.workbook.unit.sheets.shifts import MOST
from tests.paths import SAMPLES


@pytest.mark.parametrize("more", [0, 1])
def test_there_are_at_most_so_many_shifts(more):
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    sheet = book["Shifts"]
    for number in range(MOST - (sheet.max_row - 1) + more):
        sheet.append([f"X{number:03}", f"Extra {number}", "07:00", "15:00"])
    file = BytesIO()
    book.save(file)
    told = [(fault.cell, fault.problem) for fault in look(file.getvalue()).faults]
    assert told == [(f"A{MOST + 2}", f"there are more than {MOST} shifts")][:more]
