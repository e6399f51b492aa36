"""Writes a panel's workbook: every table of it, so that it reads back to the same."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.caseload.policy import RULES
from optimizer.workbook.file.saved import save
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.panel.sheets.assignment import assignment_lines, before_lines, travel_lines
from optimizer.workbook.panel.sheets.care import goal_lines, referral_lines
from optimizer.workbook.panel.sheets.dispensing import fill_lines
from optimizer.workbook.panel.sheets.elsewhere import elsewhere_lines
from optimizer.workbook.panel.sheets.fees import fee_lines
from optimizer.workbook.panel.sheets.hours import hours_lines
from optimizer.workbook.panel.sheets.managers import leave_lines, licence_lines
from optimizer.workbook.panel.sheets.medicines import name_lines, pair_lines, prolonging_lines
from optimizer.workbook.panel.sheets.patients import exclusion_lines, household_lines, patient_lines
from optimizer.workbook.panel.sheets.regimens import dose_lines, regimen_lines
from optimizer.workbook.panel.sheets.risk import override_lines, risk_lines
from optimizer.workbook.panel.sheets.settings import panel_lines
from optimizer.workbook.report.outputs import READ_ME
from optimizer.workbook.rules.write import rule_lines
from optimizer.workbook.table import style
from optimizer.workbook.table.sheet import CellValues, Sheet
from optimizer.workbook.table.style import put
from optimizer.workbook.table.write import write_table


def write_panel(path: Path | BytesIO, contents: PanelContents) -> None:
    """Write a panel, its policy and who has whom as a workbook to fill."""
    panel, plan = contents.panel, contents.plan
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _write_read_me(first)
    lines = _lines_of(contents)
    for sheet in layout.SHEETS:
        write_table(book.create_sheet(sheet.title), sheet, lines[sheet])
    if panel.given != plan:
        write_table(book.create_sheet(layout.BEFORE.title), layout.BEFORE, before_lines(panel))
    save(book, path)


def _lines_of(contents: PanelContents) -> dict[Sheet, Iterable[CellValues]]:
    """Return the lines of every table of a panel."""
    panel = contents.panel
    return {
        layout.PANEL: panel_lines(panel, contents.setting, contents.goals),
        layout.MANAGERS: map(layout.MANAGERS.line, panel.managers),
        layout.LICENCES: licence_lines(panel),
        layout.LEAVE: leave_lines(panel),
        layout.PATIENTS: patient_lines(panel),
        layout.RISK: risk_lines(panel),
        layout.OVERRIDES: override_lines(panel),
        layout.DISPENSING: fill_lines(panel),
        layout.DRUG_NAMES: name_lines(panel),
        layout.QT_LIST: prolonging_lines(panel),
        layout.DRUG_PAIRS: pair_lines(panel),
        layout.REGIMENS: regimen_lines(panel),
        layout.DOSES: dose_lines(panel),
        layout.EXCLUSIONS: exclusion_lines(panel),
        layout.HOUSEHOLDS: household_lines(panel),
        layout.ELSEWHERE: elsewhere_lines(panel),
        layout.CARE_PLANS: goal_lines(panel),
        layout.REFERRALS: referral_lines(panel),
        layout.FEES: fee_lines(panel),
        layout.TRAVEL: travel_lines(panel),
        layout.ASSIGNMENT: assignment_lines(panel, contents.plan),
        layout.HOURS: hours_lines(contents.setting),
        layout.TIME_STUDY: map(layout.TIME_STUDY.line, contents.study),
        layout.MEASURES: map(layout.MEASURES.line, contents.figures),
        layout.RULES: rule_lines(layout.RULES, contents.policy, RULES),
    }


def _write_read_me(sheet: Worksheet) -> None:
    sheet.title = READ_ME
    lines = [
        ("How to use this workbook", ""),
        ("1.", "Fill the sheets below. Every header has a note that tells what goes under it."),
        ("2.", "Patients may be ids alone: the column Name may be empty or taken out, and no result names it."),
        ("3.", "optimizer caseload check FILE lists whatever cannot be right, with sheet and cell."),
        ("4.", "optimizer caseload assign FILE -o OUT.xlsx gives every patient a case manager, in a copy."),
        ("5.", "optimizer caseload rebalance FILE --max-transfers 10 evens caseloads out with few changes."),
        ("6.", "optimizer caseload next FILE --patient ID tells the best case managers for one patient."),
        ("7.", "optimizer caseload tasks, contacts, reviews and performance tell what is due, and how months went."),
        ("8.", "optimizer caseload cover, handover, staffing, risk and medications answer the other questions."),
        (
            "9.",
            "optimizer caseload hours FILE -o OUT.xlsx puts what a time study found in place of our numbers.",
        ),
        ("", ""),
        ("Sheet", "What it holds"),
        *((each.title, each.about) for each in layout.SHEETS),
    ]
    for row, (left, right) in enumerate(lines, start=1):
        put(sheet, row, 1, left, style.TITLE if row == 1 else style.BOLD)
        put(sheet, row, 2, right).alignment = style.WRAP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 110
    style.printable(sheet, title_rows="1:1", wide=False)
