"""Writes what differs between two versions of a schedule: a notice a person, to print and sign, and every change."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.difference import Notice, at_short_notice, duty_said, notices, said
from optimizer.staffing.schedule.versions import Versions
from optimizer.workbook.file.saved import save
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put

NOTICES, CHANGES = "Notices", "Changes"
NOTICE_COLUMNS = (
    ("Id", 9), ("Name", 24), ("Job", 8), ("Changes", 9), ("Short notice", 9), ("What changes", 90), ("Seen", 18)
)  # fmt: skip
CHANGE_COLUMNS = (("Date", 12), ("Id", 9), ("Name", 24), ("Before", 16), ("After", 16), ("Short notice", 9))


def write_difference(path: Path, versions: Versions, told: date, days: int) -> None:
    """Write the notices and the changes; short notice is less than so many days from the day people are told."""
    unit, changes = versions.after, versions.changes
    short = frozenset(at_short_notice(changes, told, days))
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = NOTICES
    lines = (_notice(unit, each, sum(change in short for change in each.changes)) for each in notices(changes))
    _write(first, NOTICE_COLUMNS, lines)
    told_apart = (
        (
            change.day,
            change.who,
            unit.name_of(change.who),
            duty_said(unit.people[change.who], change.before),
            duty_said(unit.people[change.who], change.after),
            "yes" if change in short else None,
        )
        for change in changes
    )
    _write(book.create_sheet(CHANGES), CHANGE_COLUMNS, told_apart)
    save(book, path)


def _notice(unit: Unit, notice: Notice, short: int) -> tuple[Any, ...]:
    staff = unit.people[notice.who]
    return (staff.id, staff.name, staff.job, len(notice.changes), short or None, said(unit, notice), None)


def _write(sheet: Worksheet, columns: tuple[tuple[str, int], ...], lines: Iterable[tuple[Any, ...]]) -> None:
    style.header(sheet, 1, [title for title, _ in columns])
    for row, line in enumerate(lines, start=2):
        for column, value in enumerate(line, start=1):
            cell = put(sheet, row, column, value)
            cell.alignment, cell.border = style.WRAP, style.GRID
    style.widths(sheet, tuple(width for _, width in columns))
    style.printable(sheet, title_rows="1:1", wide=False)
