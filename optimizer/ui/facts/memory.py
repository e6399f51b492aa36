"""What a session has typed into tables of a workbook and not saved yet, with the faults that were found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

from optimizer.ui.parts.typed import BLANK, MORE, Typed, values_of, with_typed
from optimizer.workbook.file.book import Book
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import SeenTable, tables_of
from optimizer.workbook.unit.read import Contents, WorkbookReading, look_into
from optimizer.workbook.unit.remove_people import without_people


@dataclass
class FactsMemory:
    """Tables being changed; ``turn`` counts how often all were drawn anew, so that every editor begins afresh.

    ``book`` is the workbook that the tables are of, ``begun`` the one that was begun with. ``folds`` counts the turns
    of one table: the editors of the others, which may be typed into just now, stay. ``room`` is how many blank lines
    below a table somebody asked for beyond those that are always there; ``crowded`` are the tables that get them next.
    ``keeps_ids`` where schedules know the people by their ids already, so that no id may be written over. ``heard`` is
    the number of the last change that a browser sent beside the tables to this ``session``.
    """

    book: Book
    revision: int = 1
    keeps_ids: bool = True
    begun: bytes = b""
    tables: dict[Sheet, SeenTable] = field(default_factory=dict)
    typed: dict[Sheet, Typed] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    turn: int = 0
    folds: dict[Sheet, int] = field(default_factory=dict)
    folded: bool = False
    room: dict[Sheet, int] = field(default_factory=dict)
    crowded: set[Sheet] = field(default_factory=set)
    trouble: str = ""
    session: str = field(default_factory=lambda: token_hex(8))
    heard: int = 0
    _first: dict[Sheet, SeenTable] = field(default_factory=dict)
    _reading: WorkbookReading | None = None

    def __post_init__(self) -> None:
        """Show the tables as they are."""
        self._show(self.book)
        self.begin()

    @property
    def content(self) -> bytes:
        """Return the workbook that the tables are of, without what was typed since they were drawn."""
        return self.book.content

    @property
    def dirty(self) -> bool:
        """Tell whether anything is not saved."""
        return self.folded or self.content != self.begun or any(self.typed.values())

    def read(self) -> WorkbookReading:
        """Return what the workbook holds, read once. Raise FaultyWorkbookError when it cannot be read at all."""
        if self._reading is None:
            self._reading = look_into(self.book.opened)
        return self._reading

    def begin(self, revision: int | None = None) -> None:
        """Take the tables as they are for what was begun with, once they are saved as a revision."""
        self.begun, self._first = self.content, dict(self.tables)
        self.revision = revision or self.revision

    def fold(self, sheet: Sheet) -> None:
        """Take what was typed into a table for what it shows, for an editor that is another one from now on."""
        if typed := self.typed.pop(sheet, None):
            self.tables[sheet], self.folded = with_typed(self.tables[sheet], typed), True
        self.crowded.discard(sheet)
        self.folds[sheet] = self.folds.get(sheet, 0) + 1

    def put(self, sheet: Sheet, place: int, values: Mapping[str, Any]) -> None:
        """Type values into a line of a table as it is shown, by their headers."""
        self.fold(sheet)
        self.tables[sheet], self.folded = with_typed(self.tables[sheet], Typed({place: values})), True

    def retype(self, rows: SeenTable, sheet: Sheet) -> None:
        """Let a table hold other lines than it was begun with, for an editor that is another one from now on."""
        self.fold(sheet)
        self.tables[sheet], self.folded = rows, True

    def shown(self, sheet: Sheet) -> SeenTable:
        """Return a table with all that was typed into it."""
        return with_typed(self.tables[sheet], self.typed.get(sheet, Typed()))

    def saved(self, sheet: Sheet) -> SeenTable:
        """Return a table as it was begun with."""
        return self._first[sheet]

    def blank(self, sheet: Sheet) -> int:
        """Return how many blank lines stand below a table."""
        return BLANK + self.room.get(sheet, 0)

    def make_room(self, sheet: Sheet) -> None:
        """Put more blank lines below a table, for many rows that are pasted at once, when it is drawn next.

        Only then it is known what was typed into it last, and stays.
        """
        self.room[sheet] = self.room.get(sheet, 0) + MORE
        self.crowded.add(sheet)

    def check(self) -> Contents | None:
        """Put what was typed into the workbook and read it; keep its faults, and return None when there are any."""
        self.faults = tuple(self._renamed()) if self.keeps_ids else ()
        if self.faults:
            return None
        tables = {sheet: self.shown(sheet) for sheet in self.tables}
        gone = _ids(self._first) - _ids(tables) if self.keeps_ids else frozenset()
        book = without_people(self.book, {sheet: rows.lines for sheet, rows in tables.items()}, gone)
        try:
            self._show(book)
            self.faults = self.read().faults
        except FaultyWorkbookError as error:
            self.faults = error.faults
            return None
        return None if self.faults else self.read().contents

    def forget(self) -> None:
        """Go back to the facts as they were begun with."""
        self.faults, self.trouble = (), ""
        self._show(self.book if self.content == self.begun else Book(self.begun), dict(self._first))

    def _show(self, book: Book, tables: dict[Sheet, SeenTable] | None = None) -> None:
        self.book, self.tables, self.typed = book, tables or tables_of(book, layout.SHEETS), {}
        self.folded, self._reading = False, None
        self.turn += 1

    def _renamed(self) -> list[Fault]:
        """Return a fault for every id that was written over."""
        rows, typed = self.tables[layout.STAFF], self.typed.get(layout.STAFF, Typed())
        found = []
        for place, old in enumerate(values_of(rows, "Id")):
            new = typed.edited.get(place, {}).get("Id", old)
            if old is not None and new != old and place not in typed.deleted and rows.lines[place].number:
                problem = f"schedules know this person as '{old}'"
                found.append(Fault("Staff", f"A{rows.lines[place].number}", problem, "leave the id as it is"))
        return found


def _ids(tables: dict[Sheet, SeenTable]) -> frozenset[str]:
    """Return the ids of everybody on the sheet Staff."""
    ids = values_of(tables[layout.STAFF], "Id")
    return frozenset("" if who is None else str(who).strip() for who in ids) - {""}
