"""Has a workbook tell other facts and rules than it told: what changes is written, and everything else stays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.file.book import Book
from optimizer.workbook.table.seen import Value
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit.edit_table import SeenLine, SeenTable, rows_of, with_tables
from optimizer.workbook.unit.rows_of_unit import rows_of_unit

UnitAndPolicy = tuple[Unit, Policy]


def retold(book: Book, before: UnitAndPolicy, after: UnitAndPolicy) -> Book:
    """Return a workbook of a unit and its rules that tells others; the very workbook where they are the same.

    A line that stays keeps its row; new ones stand last. What law adds whenever a workbook is read is in neither.
    """
    old, new = rows_of_unit(*before), rows_of_unit(*after)
    changed = (sheet for sheet in new if new[sheet] != old[sheet])
    return with_tables(book, {sheet: [*_lines(book, sheet, new[sheet])] for sheet in changed})


def _lines(book: Book, sheet: Sheet, wanted: SeenTable) -> Iterator[SeenLine]:
    """Yield the lines that are wanted, those with their row that are on the sheet already."""
    there = _numbers(rows_of(book, sheet).lines)
    for line in wanted.lines:
        numbers = there[line.values]
        yield SeenLine(numbers.pop(0), line.values) if numbers else line


def _numbers(lines: Iterable[SeenLine]) -> dict[tuple[Value, ...], list[int | None]]:
    found: dict[tuple[Value, ...], list[int | None]] = defaultdict(list)
    for line in lines:
        found[line.values].append(line.number)
    return found
