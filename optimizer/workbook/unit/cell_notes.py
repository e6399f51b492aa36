"""The sheet Cell notes: what the manager wrote at days of people, which no rule knows and nobody is handed out."""

from collections.abc import Iterable

from openpyxl.workbook import Workbook

from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import NEAR, TEXT, as_it_is
from optimizer.workbook.table.sheet import Codec, Column, Sheet
from optimizer.workbook.table.table import find_sheet
from optimizer.workbook.table.write import write_table
from optimizer.workbook.unit.sheets.staff import ID

WHO = Column("Staff", "The person's id.", Codec(UnitSource.person, as_it_is), "who", required=True, width=9, among=ID)
DAY = Column("Date", "The day.", NEAR, "day", required=True)
NOTE = Column("Note", "For whoever plans; staff never see it.", TEXT, "text", required=True, width=60)
CELL_NOTES = Sheet(
    "Cell notes", "Notes at days of people in the schedule, for whoever plans: no rule knows them.", (WHO, DAY, NOTE),
    of=CellNote,
)  # fmt: skip


def read_cell_notes(source: UnitSource) -> tuple[CellNote, ...]:
    """Return the notes, in their order."""
    return tuple(CellNote(**row.facts()) for row in source.rows(CELL_NOTES) if row.ok)


def write_cell_notes(book: Workbook, notes: Iterable[CellNote]) -> None:
    """Write all notes on their sheet, in place of those that are there."""
    if name := find_sheet(book, CELL_NOTES.title):
        del book[name]
    write_table(book.create_sheet(CELL_NOTES.title), CELL_NOTES, map(CELL_NOTES.line, notes))
