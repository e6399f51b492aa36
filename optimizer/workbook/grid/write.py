"""Writes a schedule the way nurse managers know it: people down by job, days across, coverage below, hours beside."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Plan
from optimizer.planning.score import rows_of
from optimizer.staffing.facts.request import Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock
from optimizer.staffing.need.cover import NeedCover, Standing, have_of_target
from optimizer.staffing.schedule.cell_text import cells_text
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.owed import owed
from optimizer.staffing.schedule.rotation_strays import strays
from optimizer.workbook.table import style
from optimizer.workbook.table.style import clean, put

IDENTITY = (("Id", 7), ("Name", 22), ("Job", 6), ("FTE", 6))
TOTALS = (("Hours", 7), ("Contract", 9), ("Overtime", 9), ("Nights", 7), ("Weekends", 10), ("Holidays", 9))
FILLS = {
    Standing.BELOW_MINIMUM: style.BELOW_FILL,
    Standing.BELOW_TARGET: style.SHORT_FILL,
    Standing.OVER: style.OVER_FILL,
}
COVERAGE = "Coverage: have/target"
HEADER_ROW = 4
FIRST_DAY_COLUMN = len(IDENTITY) + 1
Notes = Mapping[tuple[str, date], list[str]]


def write_grid(sheet: Worksheet, unit: Unit, plan: Plan, days: tuple[date, ...], notes: Notes | None = None) -> None:
    """Write who works when. With ``notes`` (sentences by person and day) it is a schedule: with totals and coverage."""
    _write_head(sheet, unit, days, totals=notes is not None)
    figures = Figures(unit, plan)
    duties = rows_of(plan)
    away, stray = _away(unit), strays(unit, plan)
    row = HEADER_ROW + 1
    for job, people in _by_job(unit):
        for cell in _across(sheet, row, FIRST_DAY_COLUMN + len(days) + (len(TOTALS) if notes is not None else 0)):
            cell.fill = style.GROUP_FILL
        put(sheet, row, 2, f"{job} ({len(people)})", style.BOLD)
        row += 1
        for staff in people:
            for column, value in enumerate((staff.id, staff.name, staff.job, staff.fte), start=1):
                put(sheet, row, column, value).border = style.GRID
            for column, day in enumerate(days, start=FIRST_DAY_COLUMN):
                had: tuple[Duty, ...] = duties.get(staff.id, {}).get(day, ())
                cell = put(sheet, row, column, cells_text(had, staff, unit.role_by_name) or None)
                _dress(cell, unit, staff, day, had, away)
                _line_rotation(cell, unit, (staff.id, day), stray)
                _annotate(cell, (notes or {}).get((staff.id, day), []))
            if notes is not None:
                _write_totals(sheet, row, FIRST_DAY_COLUMN + len(days), staff, figures)
            row += 1
    if notes is not None:
        row = _write_coverage(sheet, row + 1, unit, figures)
        _write_legend(sheet, row + 1, unit)
    style.printable(sheet, title_rows=f"1:{HEADER_ROW}", wide=len(days) > 14)


def _write_head(sheet: Worksheet, unit: Unit, days: tuple[date, ...], *, totals: bool) -> None:
    span = (
        f"{days[0]:%a} {days[0].day} {days[0]:%b %Y} to {days[-1]:%a} {days[-1].day} {days[-1]:%b %Y}" if days else ""
    )
    put(sheet, 1, 1, f"{unit.name}: {span}", style.TITLE)
    for column, (title, width) in enumerate(IDENTITY, start=1):
        style.head_cell(sheet, HEADER_ROW, column, title, width)
    for column, day in enumerate(days, start=FIRST_DAY_COLUMN):
        if column == FIRST_DAY_COLUMN or day.day == 1:
            put(sheet, 2, column, f"{day:%B %Y}", style.BOLD)
        for row, value in ((HEADER_ROW - 1, f"{day:%a}"), (HEADER_ROW, day)):
            cell = style.head_cell(sheet, row, column, value, 4.7)
            cell.alignment = style.CENTRE
            cell.number_format = "d"
            _shade_day(cell, unit, day, head=True)
        if day in unit.calendar.holidays:
            sheet.cell(HEADER_ROW, column).comment = Comment(clean(unit.calendar.holidays[day]), "optimizer")
    for column, (title, width) in enumerate(TOTALS if totals else (), start=FIRST_DAY_COLUMN + len(days)):
        style.head_cell(sheet, HEADER_ROW, column, title, width)
    sheet.freeze_panes = f"{get_column_letter(FIRST_DAY_COLUMN)}{HEADER_ROW + 1}"


def _shade_day(cell: Cell, unit: Unit, day: date, *, head: bool = False) -> None:
    if day in unit.calendar.holidays or day.weekday() >= 5:
        cell.fill = style.HOLIDAY_FILL if day in unit.calendar.holidays else style.WEEKEND_FILL
        if head:
            cell.font = style.BOLD


def _dress(
    cell: Cell, unit: Unit, staff: Staff, day: date, had: tuple[Duty, ...], away: Mapping[tuple[str, date], PatternFill]
) -> None:
    """Colour a cell by its first shift that has a colour, by leave or day; a locked duty has a strong frame."""
    cell.alignment, cell.border = style.CENTRE, style.GRID
    _shade_day(cell, unit, day)
    if had:
        colour = next(filter(None, (unit.shift_of(duty).colour for duty in had)), "")
        cell.fill = style.fill(colour) if colour else PatternFill()
        locked = any(pair.who == staff.id and pair.what in had for pair in unit.locked)
        cell.border = style.LOCKED if locked else style.GRID
        elsewhere = any(duty.role not in ("", staff.roles[0]) for duty in had)
        cell.font = style.BOLD if locked or elsewhere else style.PLAIN
    elif (staff.id, day) in away:
        cell.fill = away[staff.id, day]


def _line_rotation(cell: Cell, unit: Unit, place: tuple[str, date], stray: Collection[tuple[str, date]]) -> None:
    """Draw a line below a shift that is as the rotation has it, a broken one where it is not; a frame goes before."""
    if cell.border.bottom != style.STRONG and (place in stray or unit.rotation_days.get(place)):
        cell.border = style.STRAY if place in stray else style.ROTATION


def _annotate(cell: Cell, sentences: list[str]) -> None:
    if sentences:
        cell.comment = Comment(clean("\n".join(sentences)), "optimizer", width=320, height=40 + 30 * len(sentences))


def _write_totals(sheet: Worksheet, row: int, column: int, staff: Staff, figures: Figures) -> None:
    overtime = figures.overtimes[staff.id]
    values = (
        figures.paid(staff) / 60, owed(figures.unit, staff) / 60, overtime / 60, figures.nights(staff),
        figures.weekends(staff), figures.holidays(staff),
    )  # fmt: skip
    for number, value in enumerate(values, start=column):
        cell = put(sheet, row, number, value)
        cell.border, cell.number_format = style.GRID, "0.##" if isinstance(value, float) else "0"
        cell.alignment = style.CENTRE
    if overtime:
        sheet.cell(row, column + 2).font = style.WARNING


def _write_coverage(sheet: Worksheet, row: int, unit: Unit, figures: Figures) -> int:
    """Write a row for every shift and role needed: how many there are, and the target. Return the next free row."""
    put(sheet, row, 2, COVERAGE, style.BOLD)
    by_label: dict[str, list[tuple[date, NeedCover]]] = {}
    for (day, need), cover in figures.covers:
        by_label.setdefault(f"{need.shift} {need.role}", []).append((day, cover))
    for label, covers in sorted(by_label.items()):
        row += 1
        put(sheet, row, 2, label, style.BOLD).border = style.GRID
        for day, cover in covers:
            _write_cover(sheet, row, FIRST_DAY_COLUMN + unit.days.index(day), cover)
    return row + 1


def _write_cover(sheet: Worksheet, row: int, column: int, found: NeedCover) -> None:
    """Write what a need has; a sign and a colour tell what is below the minimum, below the target, or too much."""
    fill = FILLS.get(found.standing)
    cell = put(sheet, row, column, have_of_target(found))
    cell.alignment, cell.border, cell.font = style.CENTRE, style.GRID, style.SMALL_BOLD if fill else style.SMALL
    if fill:
        cell.fill = fill


def _write_legend(sheet: Worksheet, row: int, unit: Unit) -> None:
    shifts = (f"{s.code} {s.name}, {clock(s.start)} to {clock(s.end)}" for s in unit.shifts)
    marks = (f"/{role.mark} as {role.name}" for role in unit.roles if role.mark)
    signs = (
        "▼ below minimum",
        "▽ below target",
        "▲ above maximum",
        "strong frame: locked",
        "green: approved leave",
        "grey: blocked",
        *(("line below: by the rotation, broken where it is left",) if unit.rotation_days else ()),
    )
    put(sheet, row, 2, "   ".join((*shifts, *marks)), style.QUIET)
    put(sheet, row + 1, 2, "   ".join(signs), style.QUIET)


def _by_job(unit: Unit) -> Iterable[tuple[str, list[Staff]]]:
    jobs = dict.fromkeys(staff.job for staff in unit.staff)
    return ((job, [staff for staff in unit.staff if staff.job == job]) for job in jobs)


def _away(unit: Unit) -> dict[tuple[str, date], PatternFill]:
    """Return the colour of everyone's days of approved leave, and of those that are blocked and no leave."""
    leave = (request for request in unit.requests if request.approved and request.wish is Wish.OFF)
    blocked = (request for request in unit.requests if request.wish is Wish.BLOCKED and not request.shift)
    coloured = ((style.BLOCKED_FILL, blocked), (style.LEAVE_FILL, leave))
    return {(each.who, day): fill for fill, requests in coloured for each in requests for day in each.days}


def _across(sheet: Worksheet, row: int, end: int) -> list[Cell]:
    return [put(sheet, row, column, None) for column in range(1, end)]
