"""What differs from the version before, cell by cell in her words, as text and as a table to hand out."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.staffing.facts.words import on
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put

OFF = "off"
COLUMNS = (("Person", 26), ("Date", 12), ("From", 14), ("To", 14))


class CodeChange(NamedTuple):
    """A day of somebody on which other codes stand now; "" is a day off."""

    who: str
    day: date
    before: str
    after: str

    def __str__(self) -> str:
        """Return the change as people read it."""
        return f"{self.who}, {on(self.day)}: {self.before or OFF} becomes {self.after or OFF}"


def changes_text(changes: Iterable[CodeChange]) -> str:
    """Return changes a line each."""
    return "\n".join(map(str, changes)) or "Nothing differs."


def changes_csv(changes: Iterable[CodeChange]) -> bytes:
    """Return changes as separated text that a spreadsheet opens, with its byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([title for title, _ in COLUMNS])
    writer.writerows([_unrun(each.who), each.day, _unrun(each.before), _unrun(each.after)] for each in changes)
    return out.getvalue().encode("utf-8-sig")


def _unrun(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def changes_sheet(changes: Iterable[CodeChange]) -> bytes:
    """Return changes as a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title, book.properties.creator = "Changes", "Optimizer"
    style.header(sheet, 1, [title for title, _ in COLUMNS])
    for row, change in enumerate(changes, start=2):
        for column, value in enumerate((change.who, change.day, change.before or OFF, change.after or OFF), start=1):
            put(sheet, row, column, value).border = style.GRID
    style.widths(sheet, tuple(width for _, width in COLUMNS))
    style.printable(sheet, title_rows="1:1", wide=False)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
