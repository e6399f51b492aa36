"""Writes the judgement of a schedule by law as a workbook of its own."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.currency import in_money
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.citation import Citation
from optimizer.staffing.law.citation_words import in_words
from optimizer.staffing.law.compliance.breach import Breach, Severity
from optimizer.staffing.law.compliance.comply import Compliance
from optimizer.staffing.law.compliance.mentoring import Mentoring
from optimizer.staffing.law.lawful import statutes_on
from optimizer.workbook.file.saved import save
from optimizer.workbook.report.report import SummaryLines, write_summary
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put

ColumnWidths = tuple[tuple[str, float], ...]
SUMMARY, BREACHES, DUE, MENTORING, LAWS = "Summary", "Breaches", "Due", "Mentoring", "Laws in force"
BREACH_COLUMNS: ColumnWidths = (
    ("Weighs", 9), ("Day", 12), ("Shift", 8), ("Who", 24), ("What is wrong", 80), ("Law", 30)
)  # fmt: skip
DUE_COLUMNS: ColumnWidths = (("Day", 12), ("Who", 24), ("What", 26), ("Past", 8))
MENTORING_COLUMNS: ColumnWidths = (
    ("Who", 24), ("Preceptors", 40), ("Hours there", 12), ("Beside a preceptor", 12), ("Without", 12), ("Share", 9)
)  # fmt: skip
LAW_COLUMNS: ColumnWidths = (
    ("Preset", 22), ("What it says", 60), ("Law", 34), ("Binds", 9), ("Hours", 14), ("From", 12), ("Until", 12),
    ("Grade", 7), ("Source", 50), ("Last checked", 12), ("Note", 80), ("In words", 60),
)  # fmt: skip


def write_compliance(path: Path, unit: Unit, found: Compliance, facts: SummaryLines) -> None:
    """Write a summary, breaches, what is due, mentoring, and every law in force with its citation."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = SUMMARY
    write_summary(first, facts)
    _write(
        book.create_sheet(BREACHES),
        (*BREACH_COLUMNS, (in_money("Exposure"), 12)),
        (_breach(unit, breach) for breach in found.breaches),
    )
    due = ((each.day, unit.name_of(each.who), each.what, "past" if each.past else None) for each in found.due)
    _write(book.create_sheet(DUE), DUE_COLUMNS, due)
    _write(book.create_sheet(MENTORING), MENTORING_COLUMNS, (_mentoring(unit, each) for each in found.mentoring))
    _write(book.create_sheet(LAWS), LAW_COLUMNS, (_law(*law) for law in statutes_on(found.presets, unit.days)))
    _mark_blocking(book[BREACHES])
    _number(book[BREACHES], 7, "#,##0")
    _number(book[MENTORING], 6, "0%")
    save(book, path)


def _breach(unit: Unit, breach: Breach) -> tuple[Any, ...]:
    who = unit.name_of(breach.who) if breach.who else None
    exposure = breach.exposure / 100 if breach.exposure else None
    return (breach.severity, breach.day, breach.shift, who, breach.sentence, breach.law.law, exposure)


def _mentoring(unit: Unit, each: Mentoring) -> tuple[Any, ...]:
    preceptors = ", ".join(unit.name_of(who) for who in unit.people[each.who].preceptors)
    share = each.beside / each.there if each.there else None
    return (unit.name_of(each.who), preceptors, each.there / 60, each.beside / 60, each.alone / 60, share)


def _law(says: str, law: Citation) -> tuple[Any, ...]:
    return (
        law.preset, says, law.law, law.binds, law.hours, law.first, law.until, law.grade, law.source,
        law.last_checked, law.note, in_words(law),
    )  # fmt: skip


def _write(sheet: Worksheet, columns: ColumnWidths, lines: Iterable[tuple[Any, ...]]) -> None:
    style.header(sheet, 1, [title for title, _ in columns])
    for row, line in enumerate(lines, start=2):
        for column, value in enumerate(line, start=1):
            put(sheet, row, column, value).alignment = style.WRAP
    style.widths(sheet, tuple(width for _, width in columns))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, sheet.max_row)}"
    style.printable(sheet, title_rows="1:1", wide=len(columns) > 7)


def _mark_blocking(sheet: Worksheet) -> None:
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, 1).value == Severity.BLOCK:
            sheet.cell(row, 1).font = style.WARNING


def _number(sheet: Worksheet, column: int, form: str) -> None:
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).number_format = form
