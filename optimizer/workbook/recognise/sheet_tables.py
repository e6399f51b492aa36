"""All tables of one sheet: calendars, diaries, grids across, listings, grids down, the surest kinds first."""

from dataclasses import dataclass

from optimizer.workbook.recognise.calendar import calendar_on
from optimizer.workbook.recognise.drawn import drawn_grid
from optimizer.workbook.recognise.grid.grids import grids_on
from optimizer.workbook.recognise.lists.diary import diary_on
from optimizer.workbook.recognise.lists.listings import listings_on
from optimizer.workbook.recognise.proposal import LeftOut, Question, Table
from optimizer.workbook.recognise.sheet import Sheet, turned


@dataclass(frozen=True)
class Found:
    """What was found on a sheet, asked and left out knowingly; ``why`` says why nothing was found."""

    tables: tuple[Table, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    why: str = ""


def tables_on(sheet: Sheet, file: str) -> Found:
    """Return the tables of a sheet."""
    if not any(True for _ in sheet.filled()):
        return Found()
    drawn = drawn_grid(sheet)
    sheet = drawn or sheet
    for look in (calendar_on, diary_on, grids_on, listings_on, _grids_down):
        tables, questions, left_out = look(sheet, file)
        if tables or left_out:
            return Found(tuple(tables), tuple(questions), tuple(left_out))
    return Found(why=f"{sheet.title or 'the file'} has no header, no names and no days that can be made out")


def _grids_down(sheet: Sheet, file: str) -> tuple[list[Table], list[Question], list[LeftOut]]:
    return grids_on(turned(sheet), file)
