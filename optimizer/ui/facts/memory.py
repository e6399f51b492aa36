"""What a session has typed into tables of a workbook and not saved yet, with the faults that were found in it."""

from dataclasses import dataclass, field

from optimizer.ui.parts.typed import Typed, values_of, with_typed
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import SeenTable, tables_of, with_tables
from optimizer.workbook.unit.read import Contents, look
from optimizer.workbook.unit.remove_people import without_people


@dataclass
class FactsMemory:
    """Tables being changed; ``turn`` counts how often all were drawn anew, so that every editor begins afresh.

    ``folds`` counts the same for one table: the editors of the others, which may be typed into just now, stay.
    ``keeps_ids`` where schedules know the people by their ids already, so that no id may be written over.
    """

    begun: bytes
    revision: int = 1
    keeps_ids: bool = True
    content: bytes = b""
    tables: dict[Sheet, SeenTable] = field(default_factory=dict)
    typed: dict[Sheet, Typed] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    turn: int = 0
    folds: dict[Sheet, int] = field(default_factory=dict)
    folded: bool = False
    trouble: str = ""

    def __post_init__(self) -> None:
        """Show the tables as they are."""
        self._show(self.begun)

    @property
    def dirty(self) -> bool:
        """Tell whether anything is not saved."""
        return self.folded or self.content != self.begun or any(self.typed.values())

    def fold(self, sheet: Sheet) -> None:
        """Take what was typed into a table for what it shows, for an editor that has forgotten it."""
        self.tables[sheet] = with_typed(self.tables[sheet], self.typed.pop(sheet))
        self.folded = True
        self.folds[sheet] = self.folds.get(sheet, 0) + 1

    def check(self) -> Contents | None:
        """Put what was typed into the workbook and read it; keep its faults, and return None when there are any."""
        self.faults = tuple(self._renamed()) if self.keeps_ids else ()
        if self.faults:
            return None
        lines = {sheet: with_typed(rows, self.typed.get(sheet, Typed())).lines for sheet, rows in self.tables.items()}
        content = with_tables(self.content, lines)
        if self.keeps_ids:
            content = without_people(content, self._ids(self.begun) - self._ids(content))
        self._show(content)
        try:
            reading = look(content)
        except FaultyWorkbookError as error:
            self.faults = error.faults
            return None
        self.faults = reading.faults
        return None if reading.faults else reading.contents

    def forget(self) -> None:
        """Go back to the facts as they were begun with."""
        self.faults, self.trouble = (), ""
        self._show(self.begun)

    def _show(self, content: bytes) -> None:
        self.content, self.tables, self.typed = content, tables_of(content, layout.SHEETS), {}
        self.folded = False
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

    @staticmethod
    def _ids(content: bytes) -> frozenset[str]:
        rows = tables_of(content, [layout.STAFF])[layout.STAFF]
        return frozenset(str(value) for value in values_of(rows, "Id") if value is not None)
