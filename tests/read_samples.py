"""What the samples hold, read once by a process: nothing of it can be changed."""

from functools import cache

from optimizer.workbook.panel.read import PanelContents, read_panel
from optimizer.workbook.unit.read import Contents, read
from tests.paths import SAMPLES


@cache
def unit_sample(name: str) -> Contents:
    """Return what the sample unit of a name holds."""
    return read(SAMPLES / f"unit-{name}.xlsx")


@cache
def panel_sample(name: str) -> PanelContents:
    """Return what the sample panel of a name holds."""
    return read_panel(SAMPLES / f"panel-{name}.xlsx")
