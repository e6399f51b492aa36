"""The sheet Cell notes: what the manager wrote at days of people, which no rule knows and nobody is handed out."""

from collections.abc import Iterable, Iterator
from datetime import date

from openpyxl.workbook import Workbook

from optimizer.staffing.facts.unit import Unit
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
    """Return the notes, in their order; a cell has one."""
    found: dict[tuple[str, date], CellNote] = {}
    for row in source.rows(CELL_NOTES):
        facts = row.facts()
        if row.ok and (facts["who"], facts["day"]) in found:
            row.fault(DAY, f"{facts['who']} has a note on this day already", "write both in one row")
        if row.ok:
            found[facts["who"], facts["day"]] = CellNote(**facts)
    return tuple(found.values())


def write_cell_notes(book: Workbook, unit: Unit, notes: Iterable[CellNote]) -> None:
    """Write all notes on their sheet, in place of those that are there."""
    if name := find_sheet(book, CELL_NOTES.title):
        del book[name]
    write_table(book.create_sheet(CELL_NOTES.title), CELL_NOTES, map(CELL_NOTES.line, known_notes(unit, notes)))


def known_notes(unit: Unit, notes: Iterable[CellNote]) -> Iterator[CellNote]:
    """Yield the notes of people of a unit: at somebody who has left, none could be read again."""
    return (note for note in notes if note.who in unit.people)
