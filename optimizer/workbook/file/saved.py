"""Saves workbooks whole or not at all."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from optimizer.whole import whole


def save(book: Workbook, to: Path | BytesIO) -> None:
    """Save a workbook. Raise OSError when it cannot be written there; what was there is then as it was."""
    if isinstance(to, BytesIO):
        book.save(to)
        return
    with whole(to) as beside:
        book.save(beside)
