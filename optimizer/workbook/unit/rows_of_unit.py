"""The tables of a unit as people see them, for those who do not get to see its workbook."""

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.table.seen import typed
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit.edit_table import SeenLine, SeenTable
from optimizer.workbook.unit.tables import lines_of


def rows_of_unit(unit: Unit, policy: Policy) -> dict[Sheet, SeenTable]:
    """Return every table of a unit."""
    return {sheet: SeenTable(sheet.columns, _lines(sheet, lines)) for sheet, lines in lines_of(unit, policy).items()}


def _lines(sheet: Sheet, lines: list[tuple[object, ...]]) -> tuple[SeenLine, ...]:
    holds = [column.holds for column in sheet.columns]
    filled = ((*line, *(None,) * (len(holds) - len(line))) for line in lines)
    return tuple(SeenLine(None, tuple(map(typed, line, holds))) for line in filled)
