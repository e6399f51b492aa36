"""What the samples hold, read once by a process: nothing of it can be changed."""

from functools import cache
from io import BytesIO

from openpyxl import load_workbook

from optimizer.workbook.panel.read import PanelContents, read_panel, read_panel_bytes
from optimizer.workbook.unit.read import Contents, read
from tests.paths import SAMPLES

LAST_DISPENSED = 400
"""The row of the sheet Dispensing that is the last of a light panel."""


@cache
def unit_sample(name: str) -> Contents:
    """Return what the sample unit of a name holds."""
    return read(SAMPLES / f"unit-{name}.xlsx")


@cache
def panel_sample(name: str) -> PanelContents:
    """Return what the sample panel of a name holds."""
    return read_panel(SAMPLES / f"panel-{name}.xlsx")


@cache
def light_panel() -> bytes:
    """Return the small panel with a tenth of what was dispensed: most of its rows, and of the time that it takes."""
    book, file = load_workbook(SAMPLES / "panel-small.xlsx"), BytesIO()
    sheet = book["Dispensing"]
    sheet.delete_rows(LAST_DISPENSED + 1, sheet.max_row - LAST_DISPENSED)
    book.save(file)
    return file.getvalue()


@cache
def light_contents() -> PanelContents:
    """Return what the light panel holds."""
    return read_panel_bytes(light_panel())
