"""Tells a workbook of our own from one of any other make by the names of its sheets, without opening it."""

import re
import zipfile
from html import unescape
from io import BytesIO

from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.panel import layout as panel
from optimizer.workbook.unit import layout as unit

NAMES, MOST_BYTES = "xl/workbook.xml", 1_000_000
SHEET = re.compile(r'<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"')
FEW = 2
"""How many of the sheets that every unit needs a workbook has at least: one alone, such as Staff, anybody may have."""


def is_own_form(content: bytes) -> bool:
    """Tell whether a file is a workbook with the sheets of a unit or of a panel."""
    titles = _titles(content)
    needed = {sheet.title.casefold() for sheet in unit.SHEETS if sheet.needed}
    of_panel = {sheet.title.casefold() for sheet in (panel.MANAGERS, panel.PATIENTS)}
    return len(titles & needed) >= FEW or of_panel <= titles


def _titles(content: bytes) -> frozenset[str]:
    """Return the names of a workbook's sheets, none for what is no workbook that can be opened."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed, packed.open(NAMES) as part:
            said = part.read(MOST_BYTES).decode("utf-8", "replace")
    except (KeyError, *UNREADABLE):
        return frozenset()
    return frozenset(unescape(name).strip().casefold() for name in SHEET.findall(said))
