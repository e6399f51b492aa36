"""A schedule into the roster of the same days: the same file, and only cells of duties that differ are changed."""

from collections.abc import Container, Iterator
from datetime import date

from optimizer.staffing.facts.words import count
from optimizer.workbook.into.changes import CodeChange
from optimizer.workbook.into.duty_cells import DutyCell, duty_cells
from optimizer.workbook.into.duty_edits import DutyEdits, duty_edits
from optimizer.workbook.into.file.opened import opened
from optimizer.workbook.into.placing import JOIN
from optimizer.workbook.into.written import Codes, WrittenRoster
from optimizer.workbook.recognise.proposal import Table


def write_into(content: bytes, table: Table, codes: Codes, first: date | None = None) -> WrittenRoster:
    """Return a roster with the codes of a plan in its cells; ``first`` is its first day where it tells none.

    Everything else stays as it is, to the byte: formulas are worked out again by the program that opens it. Raise
    CannotWriteError for a file that cannot be changed without loss, or holds no grid.
    """
    cells = duty_cells(table, first)
    edits = duty_edits(opened(content, table.sheet), cells)
    changes = [change for key in cells.of_days if key in codes for change in _day(edits, key, codes[key])]
    told = (*edits.told, *without_cells(codes, cells.of_days))
    return WrittenRoster(edits.sheet.written(edits.edits), told, tuple(changes))


def _day(edits: DutyEdits, key: tuple[str, date], codes: tuple[str, ...]) -> Iterator[CodeChange]:
    """Write the codes of one day; yield what differs from what stood there."""
    who, day = key
    cells = edits.cells.of_days[key]
    if _same_leave(cells, codes):
        return
    texts = edits.placing.texts(cells, [edits.codes.spelt(code) for code in codes])
    before = JOIN.join(cell.text or cell.leave for cell in cells if cell.text or cell.leave)
    done = [edits.put(cell, text, day) for cell, text in zip(cells, texts, strict=True)]
    after = JOIN.join(text for text in texts if text)
    if after != before and all(done):
        yield CodeChange(who, day, before, after)


def _same_leave(cells: tuple[DutyCell, ...], codes: tuple[str, ...]) -> bool:
    """Tell whether blank cells already stand for the leave that is planned."""
    return any(not cell.text and cell.leave and codes == (cell.leave,) for cell in cells)


def without_cells(codes: Codes, cells: Container[tuple[str, date]]) -> Iterator[str]:
    """Yield who has no cell in the roster for some of the days, and for which, those of the same days together."""
    lacking: dict[str, list[date]] = {}
    for who, day in codes:
        if (who, day) not in cells:
            lacking.setdefault(who, []).append(day)
    alike: dict[tuple[date, ...], list[str]] = {}
    for who, days in lacking.items():
        alike.setdefault(tuple(sorted(days)), []).append(who)
    for those, people in alike.items():
        span = f"{those[0]} to {those[-1]}" if len(those) > 1 else str(those[0])
        yield f"No cell for {count(len(those), 'day')} ({span}), not written, of {', '.join(people)}."
