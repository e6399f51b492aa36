"""Writes a published schedule as it is handed out: who works when, and nothing of pay, hours, reasons or leave."""

from collections.abc import Container, Mapping
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.posting import Colleague, Posting, legend, marks, seen_by
from optimizer.workbook.grid.titles import SCHEDULE
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put

IDENTITY = (("Id", 8), ("Name", 24))
FIRST_DAY_COLUMN = len(IDENTITY) + 1
HEADER_ROW = 5
CellTexts = Mapping[tuple[str, date], str]


def posting_file(posting: Posting, plan: Plan, issue: str) -> bytes:
    """Return a published schedule as a workbook of one sheet; ``issue`` says which version it is, when and by whom."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title, book.properties.creator = SCHEDULE, "Optimizer"
    _write_head(sheet, posting, issue)
    row = _write_people(sheet, posting, seen_by(posting, plan))
    _write_legend(sheet, row + 1, posting, plan)
    style.printable(sheet, title_rows=f"1:{HEADER_ROW}", wide=len(posting.span.days) > 14)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _write_head(sheet: Worksheet, posting: Posting, issue: str) -> None:
    first, last = posting.span.first, posting.span.last
    put(sheet, 1, 1, f"{posting.unit}: {on(first)} {first.year} to {on(last)} {last.year}", style.TITLE)
    put(sheet, 2, 1, issue, style.PLAIN)
    for column, (title, width) in enumerate(IDENTITY, start=1):
        style.head_cell(sheet, HEADER_ROW, column, title, width)
    for column, day in enumerate(posting.span.days, start=FIRST_DAY_COLUMN):
        if column == FIRST_DAY_COLUMN or day.day == 1:
            put(sheet, 3, column, f"{day:%B %Y}", style.BOLD)
        for row, value in ((HEADER_ROW - 1, f"{day:%a}"), (HEADER_ROW, day.day)):
            cell = style.head_cell(sheet, row, column, value, 5.5)
            cell.alignment = style.CENTRE
            if shade := _shade(posting, day):
                cell.fill, cell.font = shade, style.BOLD
    sheet.freeze_panes = f"{get_column_letter(FIRST_DAY_COLUMN)}{HEADER_ROW + 1}"


def _write_people(sheet: Worksheet, posting: Posting, plan: Plan) -> int:
    """Write a row a person, under their jobs, and return the next free row."""
    texts, row = texts_of(posting, plan), HEADER_ROW + 1
    lined = posting.by_rotation(plan)
    colours = {shift.code: shift.colour for shift in posting.shifts}
    for job in dict.fromkeys(each.job for each in posting.people):
        people = [each for each in posting.people if each.job == job]
        for column in range(1, FIRST_DAY_COLUMN + len(posting.span.days)):
            put(sheet, row, column, None).fill = style.GROUP_FILL
        put(sheet, row, 2, f"{job} ({len(people)})", style.BOLD)
        for number, person in enumerate(people, start=1):
            _write_person(sheet, row + number, posting, person, texts, colours)
            _line_rotation(sheet, row + number, posting, person, lined)
        row += 1 + len(people)
    return row


def _write_person(
    sheet: Worksheet, row: int, posting: Posting, person: Colleague, texts: CellTexts, colours: Mapping[str, str]
) -> None:
    for column, value in enumerate((person.id, person.name), start=1):
        put(sheet, row, column, value).border = style.GRID
    for column, day in enumerate(posting.span.days, start=FIRST_DAY_COLUMN):
        text = texts.get((person.id, day))
        cell = put(sheet, row, column, text)
        cell.alignment, cell.border = style.CENTRE, style.GRID
        colour = colours.get(text.partition("/")[0], "") if text else ""
        cell.fill = style.fill(colour) if colour else (_shade(posting, day) or PatternFill())


def _line_rotation(
    sheet: Worksheet, row: int, posting: Posting, person: Colleague, lined: Container[tuple[str, date]]
) -> None:
    """Draw a line below every duty that is as a rotation has it."""
    for column, day in enumerate(posting.span.days, start=FIRST_DAY_COLUMN):
        if (person.id, day) in lined:
            sheet.cell(row, column).border = style.ROTATION


def texts_of(posting: Posting, plan: Plan) -> CellTexts:
    """Return what stands in every cell: "D", "D/C" in a role other than the main one, several with a plus between."""
    of_role = marks(posting, plan)
    texts: dict[tuple[str, date], str] = {}
    for who, duty in sorted(plan):
        role = f"/{of_role[duty.role]}" if duty.role not in ("", posting.main_role(who)) else ""
        before = texts.get((who, duty.day))
        texts[who, duty.day] = f"{before}+{duty.shift}{role}" if before else f"{duty.shift}{role}"
    return texts


def _write_legend(sheet: Worksheet, row: int, posting: Posting, plan: Plan) -> None:
    days = (f"{on(day)}: {name}" for day, name in sorted(posting.holidays.items()))
    told = legend(posting.shifts, marks(posting, plan), rotations=bool(posting.rotations))
    for number, line in enumerate((*told, *days)):
        put(sheet, row + number, 2, line, style.QUIET)


def _shade(posting: Posting, day: date) -> PatternFill | None:
    if day in posting.holidays:
        return style.HOLIDAY_FILL
    return style.WEEKEND_FILL if day.weekday() >= 5 else None
