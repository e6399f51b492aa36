"""All tables of one sheet: calendars, diaries, grids across, listings, grids down, the surest kinds first."""

from dataclasses import dataclass

from optimizer.workbook.recognise.calendar import calendar_on
from optimizer.workbook.recognise.drawn import drawn_grid
from optimizer.workbook.recognise.grid.grids import grids_on
from optimizer.workbook.recognise.lists.diary import diary_on
from optimizer.workbook.recognise.lists.listings import listings_on
from optimizer.workbook.recognise.proposal import LeftOut, Question, Table
from optimizer.workbook.recognise.sheet import CellBox, RawSheet, box_of, turned, without


@dataclass(frozen=True)
class Found:
    """What was found on a sheet, asked and left out knowingly; ``why`` says why nothing was found."""

    tables: tuple[Table, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    why: str = ""


def tables_on(sheet: RawSheet, file: str) -> Found:
    """Return the tables of a sheet."""
    if not any(True for _ in sheet.filled()):
        return Found()
    drawn = drawn_grid(sheet)
    sheet = drawn or sheet
    for look in (calendar_on, diary_on, grids_on, listings_on, _grids_down):
        tables, questions, left_out = look(sheet, file)
        if tables or left_out:
            return _with_lists_beside(sheet, file, Found(tuple(tables), tuple(questions), tuple(left_out)))
    return Found(why=f"{sheet.title or 'the file'} has no header, no names and no days that can be made out")


def _with_lists_beside(sheet: RawSheet, file: str, found: Found) -> Found:
    """Add a list that stands beside or below the tables found, such as the shifts under a roster."""
    if sheet.home is not None or not found.tables:
        return found
    covered = {fact.cell for table in found.tables for fact in table.facts} | {
        cell for table in found.tables for cell in table.used
    }
    tables, questions, left_out = listings_on(without(sheet, covered), file, sure=True)
    ranges = {each.range for each in found.left_out}
    boxes = [box for table in tables if (box := box_of(table.range))]
    kept = [each for each in found.left_out if not any(_within(each.range, box) for box in boxes)]
    more = [each for each in left_out if each.range not in ranges]
    return Found((*found.tables, *tables), (*found.questions, *questions), (*kept, *more))


def _within(where: str, box: CellBox) -> bool:
    rows = box_of(where)
    return rows is not None and box[0] <= rows[0] and rows[2] <= box[2]


def _grids_down(sheet: RawSheet, file: str) -> tuple[list[Table], list[Question], list[LeftOut]]:
    return grids_on(turned(sheet), file)
