"""The way back: a schedule into the roster that the unit was learned from, of the same days or of the period after."""

from collections.abc import Iterable
from datetime import date

from optimizer.planning.pair import Plan
from optimizer.planning.words import on
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.into.duty_cells import GRIDS, DutyCells, duty_cells
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.first_day import first_day
from optimizer.workbook.into.next_period import next_into
from optimizer.workbook.into.plan_codes import PlanCodes
from optimizer.workbook.into.write import write_into
from optimizer.workbook.into.written import WrittenRoster
from optimizer.workbook.recognise.proposal import Table
from optimizer.workbook.recognise.recognise import recognise


def schedule_into(
    name: str, content: bytes, unit: Unit, plan: Plan, *, sheet: str | None = None, first: date | None = None
) -> WrittenRoster:
    """Return a roster with a schedule in it; ``first`` is the first day that it holds now, where it tells none.

    Without it the first day is the one that the duties tell.

    A roster of the same days gets the codes that differ; one of days before is moved on to the unit's period. Raise
    CannotWriteError with a sentence for a file that holds no grid with people of the unit, or cannot be changed.
    """
    proposal = recognise(name, content)
    if proposal.refuse:
        raise CannotWriteError(proposal.refuse)
    table = table_for(proposal.tables, unit, sheet, name)
    return into_table(name, content, table, unit, plan, first)


def into_table(
    name: str, content: bytes, table: Table, unit: Unit, plan: Plan, first: date | None = None
) -> WrittenRoster:
    """Return a roster with a schedule in one table of it, as ``schedule_into`` does."""
    dateless = first is None and table.first is None
    first = first_day(table, unit, plan) if dateless else first
    cells = duty_cells(table, first)
    words = PlanCodes(unit, plan, table, cells)
    if not words.names:
        raise CannotWriteError(f"Nobody on the sheet Staff is in {name} by the same name, so nothing can be written.")
    if _share_days(cells, unit):
        written = write_into(content, table, words.codes, first)
    else:
        period = Span(unit.calendar.first, unit.calendar.last)
        written = next_into(content, table, words.codes, period, first, name)
    told = (*_dated(table, name, first, dateless), *words.told, *written.told)
    return WrittenRoster(written.content, told, written.changes)


def table_for(tables: Iterable[Table], unit: Unit, sheet: str | None, name: str) -> Table:
    """Return the grid that most people of a unit stand in; of equals one of its days, then the latest."""
    grids = [table for table in tables if table.kind in GRIDS and table.blocks and sheet in (None, table.sheet)]
    if not grids:
        where = f"The sheet {sheet} of {name}" if sheet else name
        raise CannotWriteError(f"{where} holds no grid with people on one side and days on the other.")
    ours = {staff.name.casefold() for staff in unit.staff}

    def fit(table: Table) -> tuple[bool, int, bool, date]:
        known = sum(person.casefold() in ours for person in table.people or ())
        same = table.first == unit.calendar.first
        return table.kind != "requests", known, same, table.last or date.min

    return max(grids, key=fit)


def _dated(table: Table, name: str, first: date | None, dateless: bool) -> tuple[str, ...]:
    """Return what was taken for the first day of a roster that tells none."""
    if not dateless or first is None:
        return ()
    where = table.sheet or name
    return (f"{where} tells no date; by its duties, its first day is {on(first)} {first.year}.",)


def _share_days(cells: DutyCells, unit: Unit) -> bool:
    return cells.first <= unit.calendar.last and unit.calendar.first <= cells.last
