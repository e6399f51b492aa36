"""Writes workbooks: a unit's facts and policy, and a schedule into the workbook that it was made from."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.scenario import Scenario
from optimizer.staffing.schedule.budget_report import budget_report
from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.staffing.schedule.figures import Figures
from optimizer.workbook.file.book import Book
from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.file.saved import save
from optimizer.workbook.grid.titles import BEFORE, GRIDS, HISTORY, SCHEDULE
from optimizer.workbook.grid.write import write_grid
from optimizer.workbook.report.budget import write_budget
from optimizer.workbook.report.outputs import BUDGETED, COST, FINDINGS, HOURS, READ_ME, SOURCES, SUMMARY
from optimizer.workbook.report.report import SummaryLines, write_cost, write_findings, write_hours, write_summary
from optimizer.workbook.report.sources import write_need_sources
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put
from optimizer.workbook.table.table import find_sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.cell_notes import write_cell_notes
from optimizer.workbook.unit.tables import write_tables

RESULTS = (SCHEDULE, SUMMARY, FINDINGS, HOURS, COST, SOURCES, BUDGETED)


def write_unit(
    path: Path | BytesIO, unit: Unit, policy: Policy, plan: Plan = frozenset(), scenarios: tuple[Scenario, ...] = (),
    notes: tuple[CellNote, ...] = (),
) -> None:  # fmt: skip
    """Write a unit, its policy and, when there are any, its schedule, scenarios and notes, as a workbook to fill."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _write_read_me(first)
    write_tables(book, unit, policy, scenarios, notes)
    two_weeks = Span(unit.days[0] - timedelta(days=14), unit.days[0] - timedelta(days=1)).days
    write_grid(book.create_sheet(HISTORY), unit, unit.history, unit.history_days or two_weeks)
    write_grid(book.create_sheet(SCHEDULE), unit, plan, unit.days)
    save(book, path)


def write_schedule(
    source: Path | Book,
    path: Path,
    unit: Unit,
    plan: Plan,
    findings: tuple[Finding, ...],
    facts: SummaryLines,
    *,
    pay: bool = False,
    notes: tuple[CellNote, ...] | None = None,
) -> None:
    """Write a schedule, and what it comes to, into a copy of the workbook that the unit was read from.

    Everything else in that workbook stays. The schedule as it stood before gets a sheet of its own, so that the copy
    reads back to the same score, staying close included: formulas on sheets that are read become what they came to.
    With ``pay`` the sheet Hours tells what each person costs. ``notes`` stand on their sheet in place of those there.
    """
    before = source if isinstance(source, Book) else Book.at(source)
    book = before.to_change()
    freeze(book, before, layout.READ)
    for title in (*RESULTS, BEFORE):
        if name := find_sheet(book, title):
            del book[name]
    if unit.given:
        write_grid(book.create_sheet(BEFORE), unit, unit.given, unit.days)
    figures = Figures(unit, plan)
    write_grid(book.create_sheet(SCHEDULE, 0), unit, plan, unit.days, _notes(unit, findings))
    write_summary(book.create_sheet(SUMMARY, 1), facts)
    write_findings(book.create_sheet(FINDINGS, 2), unit, findings)
    write_hours(book.create_sheet(HOURS, 3), figures, pay=pay)
    write_cost(book.create_sheet(COST, 4), figures)
    write_need_sources(book.create_sheet(SOURCES, 5), unit)
    if unit.budget:
        write_budget(book.create_sheet(BUDGETED, 6), budget_report(figures))
    if notes is not None:
        write_cell_notes(book, unit, notes)
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == SCHEDULE
    save(book, path)


def _notes(unit: Unit, findings: tuple[Finding, ...]) -> dict[tuple[str, date], list[str]]:
    """Return the sentences of the findings that have a cell: a person, and one day."""
    notes: dict[tuple[str, date], list[str]] = {}
    for finding in findings:
        who, day, until, _ = finding.place
        if who and day and not until:
            notes.setdefault((who, day), []).append(finding.rule.say(unit, finding))
    return notes


def _write_read_me(sheet: Worksheet) -> None:
    sheet.title = READ_ME
    lines = [
        ("How to use this workbook", ""),
        ("1.", "Fill the sheets below. Every header has a note that tells what goes under it."),
        ("2.", "optimizer check FILE lists whatever cannot be right, with sheet and cell."),
        ("3.", "optimizer solve FILE -o OUT.xlsx makes the schedule and writes it into a copy of the workbook."),
        ("4.", "Change cells of the sheet Schedule by hand and see what optimizer score FILE says of it."),
        (
            "5.",
            "optimizer comply FILE judges it by the laws and contracts named on the sheet Calendar.",
        ),
        ("6.", "optimizer compare FILE -o OUT.xlsx solves every row of the sheet Scenarios and compares them."),
        ("7.", "optimizer next FILE -o NEXT.xlsx writes the workbook of the period after this schedule."),
        ("", ""),
        ("Sheet", "What it holds"),
        *((title.title, title.about) for title in layout.SHEETS),
        *GRIDS,
    ]
    for row, (left, right) in enumerate(lines, start=1):
        put(sheet, row, 1, left, style.TITLE if row == 1 else style.BOLD)
        put(sheet, row, 2, right).alignment = style.WRAP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 110
    style.printable(sheet, title_rows="1:1", wide=False)
