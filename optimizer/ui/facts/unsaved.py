"""What is typed into tables and not saved, as a browser keeps it for when the page is loaded anew."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from optimizer.ui.facts.memory import FactsMemory
from optimizer.workbook.table.seen import plain
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import SeenLine

KeptTables = Mapping[str, list[list[Any]]]
"""The lines of every table that was typed into, by its title: the row, 0 for a new one, and its values."""
MOST_LINES, LONGEST = 20_000, 2_000


def unsaved(memory: FactsMemory) -> KeptTables:
    """Return the tables that are not as they were begun with."""
    changed = [sheet for sheet in memory.tables if memory.shown(sheet) != memory.saved(sheet)]
    return {sheet.title: [_written(line) for line in memory.shown(sheet).lines] for sheet in changed}


def restore(memory: FactsMemory, kept: Any) -> None:
    """Type again what a browser has kept; raise ValueError when anything about it is odd, and type nothing then."""
    if not isinstance(kept, Mapping):
        raise ValueError("What the browser has kept is no list of tables.")
    by_title = {sheet.title: sheet for sheet in layout.SHEETS}
    tables = {by_title[title]: _lines(memory, by_title[title], kept[title]) for title in kept if title in by_title}
    for sheet, lines in tables.items():
        memory.retype(replace(memory.saved(sheet), lines=lines), sheet)


def _written(line: SeenLine) -> list[Any]:
    return [line.number or 0, *(v if v is None or isinstance(v, int | float) else plain(v) for v in line.values)]


def _lines(memory: FactsMemory, sheet: Sheet, kept: Any) -> tuple[SeenLine, ...]:
    if not isinstance(kept, list) or len(kept) > MOST_LINES:
        raise ValueError(f"What the browser has kept of the table {sheet.title} is no list of lines.")
    known = {line.number for line in memory.saved(sheet).lines}
    return tuple(_line(sheet, line, known) for line in kept)


def _line(sheet: Sheet, kept: Any, known: set[int | None]) -> SeenLine:
    odd = not isinstance(kept, list) or len(kept) != 1 + len(sheet.columns) or not all(map(_is_value, kept))
    if odd or (kept[0] and kept[0] not in known):
        raise ValueError(f"A line that the browser has kept of the table {sheet.title} is none of it.")
    return SeenLine(kept[0] or None, tuple(kept[1:]))


def _is_value(value: Any) -> bool:
    return value is None or isinstance(value, int | float) or (isinstance(value, str) and len(value) <= LONGEST)
