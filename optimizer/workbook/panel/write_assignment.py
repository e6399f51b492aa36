"""Writes an assignment, and what it comes to, into a copy of the workbook that the panel was read from."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.caseload.assemble import extents, medication_tasks
from optimizer.caseload.care.care_tasks import care_tasks
from optimizer.caseload.days.endings import endings
from optimizer.caseload.figures import KINDS, Caseload, Outline, caseloads, outlines, transfers
from optimizer.caseload.medication.extent import looked_at
from optimizer.caseload.medication.notice import INTERACTIONS, NOTICE, UNREAD
from optimizer.caseload.panel import Panel
from optimizer.caseload.tier import Tier
from optimizer.caseload.unplaced import unassigned
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair, Plan
from optimizer.workbook.file.book import Book
from optimizer.workbook.file.freeze import freeze
from optimizer.workbook.file.saved import save
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.panel.sheets.assignment import assignment_lines, before_lines
from optimizer.workbook.panel.sheets.patients import ID, LOCKED
from optimizer.workbook.report.outputs import BASELINES, CASELOADS, ENDS, SUMMARY, TIERS, TRANSFERS, UNPLACED, WORKLIST
from optimizer.workbook.report.report import SummaryLines, write_summary
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put, widths
from optimizer.workbook.table.table import SheetTable, find_sheet
from optimizer.workbook.table.write import write_table

RESULTS = (SUMMARY, CASELOADS, TRANSFERS, UNPLACED, WORKLIST, TIERS, BASELINES, ENDS, layout.ASSIGNMENT.title)
UNSEEN, LOOKED = "not looked at", "dispensing"
HOURS, PERCENT = "#,##0.00", "0%"
WIDE = 60


def write_assignment(
    source: Path, path: Path, contents: PanelContents, plan: Plan, formulation: Formulation, facts: SummaryLines
) -> None:
    """Write an assignment, and who is locked, into a copy of a workbook; everything else in it stays.

    Who had whom before gets a sheet of its own, so that the copy reads back to the same score, transfers included.
    Formulas on sheets that are read become what they came to.
    """
    panel = contents.panel
    before = Book.at(source)
    book = before.to_change()
    freeze(book, before, layout.READ)
    for title in (*RESULTS, layout.BEFORE.title):
        if name := find_sheet(book, title):
            del book[name]
    write_table(book.create_sheet(layout.ASSIGNMENT.title, 0), layout.ASSIGNMENT, assignment_lines(panel, plan))
    write_summary(book.create_sheet(SUMMARY, 1), facts)
    _caseloads(book, panel, caseloads(panel, contents.setting, plan))
    _transfers(book, panel, plan)
    _unplaced(book, panel, plan)
    _worklist(book, panel, plan)
    _tiers(book, panel)
    _baselines(book, outlines(panel, formulation, plan))
    _ends(book, panel, plan)
    _locks(book, panel)
    if panel.given:
        write_table(book.create_sheet(layout.BEFORE.title), layout.BEFORE, before_lines(panel))
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == layout.ASSIGNMENT.title
    save(book, path)


def _locks(book: Workbook, panel: Panel) -> None:
    """Mark the patients who are locked on their sheet, and touch no cell that is right already."""
    table, locked = SheetTable(book[str(find_sheet(book, layout.PATIENTS.title))], layout.PATIENTS, []), panel.locked
    place = table.places[LOCKED]
    if place is None and locked:
        place = table.places[LOCKED] = table.sheet.max_column + 1
        put(table.sheet, table.header_row, place, LOCKED.header)
    stays = {pair.what.patient for pair in locked}
    for row in table.filled():
        on, was = row[ID] in stays, row[LOCKED]
        if place is not None and on is not bool(was):
            put(table.sheet, row.number, place, LOCKED.written(on) or None)


def _caseloads(book: Workbook, panel: Panel, loads: Iterable[Caseload]) -> None:
    kinds = [f"{kind}, h" for kind in KINDS]
    headers = ["Manager", "Name", "Cases", *(f"Tier {int(tier)}" for tier in Tier), *kinds, "Load, h", "Capacity, h"]
    rows = [_caseload(panel, each) for each in loads]
    sheet = _table(book, 2, CASELOADS, [*headers, "Full", "That is"], rows, (10, 24))
    for row in sheet.iter_rows(min_row=2):
        for cell in row[8:-2]:
            cell.number_format = HOURS
        row[-2].number_format = PERCENT
        if row[-1].value == "over":
            row[-1].font = style.WARNING


def _caseload(panel: Panel, each: Caseload) -> Sequence[Any]:
    kinds = (each.minutes.get(kind, 0) / 60 for kind in KINDS)
    full = None if each.full is None else float(each.full)
    return [
        each.manager, panel.name_of(each.manager), each.cases, *(each.tiers.get(tier, 0) for tier in Tier), *kinds,
        each.load / 60, each.capacity / 60, full, each.fullness.value,
    ]  # fmt: skip


def _transfers(book: Workbook, panel: Panel, plan: Plan) -> None:
    headers = ["Patient", "From", "To", "Tier", "Hours a month", "What the one before lacks"]
    rows = [_transfer(panel, pair) for pair in transfers(panel, plan)]
    _table(book, 3, TRANSFERS, headers, rows, (12, 26, 26, 8, 14, 44))


def _transfer(panel: Panel, pair: Pair) -> Sequence[Any]:
    who = pair.what.patient
    before = Pair(panel.present[who], pair.what)
    lacking = ", ".join(lack.text for lack in panel.lacks(before))
    names = (panel.name_of(before.who), panel.name_of(pair.who))
    return (who, *names, int(panel.tier(who)), panel.minutes(pair) / 60, lacking)


def _unplaced(book: Workbook, panel: Panel, plan: Plan) -> None:
    rows = [
        (each.patient, int(panel.tier(each.patient)), ", ".join(lack.text for lack in each.missing), each.sentence)
        for each in unassigned(panel, plan)
    ]
    _table(book, 4, UNPLACED, ["Patient", "Tier", "Missing", "Why"], rows, (12, 8, 30, WIDE))


def _worklist(book: Workbook, panel: Panel, plan: Plan) -> None:
    owner = {pair.what.patient: panel.name_of(pair.who) for pair in plan}
    found = extents(panel, panel.on)
    told = ", ".join(f"{title.casefold()}: {value}" for title, value in looked_at(found))
    rows: list[Sequence[Any]] = [(None, None, LOOKED, None, None, told)]
    rows += [(e.patient, owner.get(e.patient), UNSEEN, None, None, e.sentence) for e in found if e.unread]
    rows += [
        (task.patient, owner.get(task.patient), task.work, task.due, task.minutes, task.why)
        for task in medication_tasks(panel, panel.on)
    ]
    rows += _care(panel, owner)
    headers = ["Patient", "Case manager", "Work", "Due", "Minutes", "Why"]
    sheet = _table(book, 5, WORKLIST, headers, rows, (12, 24, 26, 12, 9, WIDE))
    for number, sentence in enumerate((NOTICE, INTERACTIONS, UNREAD), start=len(rows) + 3):
        put(sheet, number, 1, sentence, style.QUIET)


def _care(panel: Panel, owner: Mapping[str, str]) -> list[Sequence[Any]]:
    """Return what care plans, referrals and hand-offs ask for within the days ahead."""
    return [
        (e.patient, panel.names[e.owner] if e.owner else owner.get(e.patient), e.work, e.by, e.minutes, e.what)
        for e in care_tasks(panel, panel.span.last)
    ]


def _tiers(book: Workbook, panel: Panel) -> None:
    rows = [
        (who, int(rating.tier), int(rating.computed), "yes" if rating.tier != rating.computed else "", rating.sentence)
        for who, rating in panel.ratings.items()
    ]
    _table(book, 6, TIERS, ["Patient", "Tier", "Computed", "By hand", "Why"], rows, (12, 7, 10, 9, 2 * WIDE))


def _baselines(book: Workbook, found: Sequence[Outline]) -> None:
    headers = [
        "Plan", "Patients without", "Overload, h", "Fullest less emptiest, points", "Transfers", "Must-fix problems",
        "Points", "Ours is better by",
    ]  # fmt: skip
    ours = found[0]
    rows = [(*outline_row(each), saved(ours, each)) for each in found]
    sheet = _table(book, 7, BASELINES, headers, rows, (34, *[16] * 7))
    for row in sheet.iter_rows(min_row=2):
        row[-1].number_format = PERCENT


def _ends(book: Workbook, panel: Panel, plan: Plan) -> None:
    rows = [
        (panel.name_of(e.manager), e.until, e.back, len(e.patients), e.sentence, ", ".join(e.patients))
        for e in endings(panel, plan)
    ]
    headers = ["Case manager", "Until, away from", "Away to", "Patients", "What", "Who"]
    _table(book, 8, ENDS, headers, rows, (24, 16, 12, 9, WIDE, WIDE))


def outline_row(each: Outline) -> Sequence[Any]:
    """Return what is told of a plan beside others, in the order of the sheet's columns."""
    return (
        each.title, each.unassigned, round(each.overload / 60, 2), round(float(each.spread), 1), each.transfers,
        each.musts, each.score.cost / 100,
    )  # fmt: skip


def saved(ours: Outline, other: Outline) -> float | None:
    """Return which part of another plan's penalty ours saves; None where it breaks other musts or costs nothing."""
    if other is ours or other.score.broken != ours.score.broken or not other.score.cost:
        return None
    return round(1 - ours.score.cost / other.score.cost, 4)


def _table(
    book: Workbook, place: int, title: str, headers: list[str], rows: Iterable[Sequence[Any]], wide: tuple[int, ...]
) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title, place)
    style.header(sheet, 1, headers)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = put(sheet, number, column, value)
            if isinstance(value, float):
                cell.number_format = HOURS
            if column <= len(wide) and wide[column - 1] >= WIDE:
                cell.alignment = style.WRAP
    widths(sheet, (*wide, *[11] * (len(headers) - len(wide))))
    style.printable(sheet, title_rows="1:1", wide=len(headers) > 8)
    return sheet
