"""The rules of a table that is being changed: what each line stands for, and the line of a rule that is set anew."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from openpyxl import Workbook

from optimizer.planning.policy import Ruling
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.policy import RULES as KNOWN
from optimizer.workbook.grid.source import knowing
from optimizer.workbook.rules.read import ruling_of
from optimizer.workbook.unit.edit_table import SeenTable
from optimizer.workbook.unit.sheets.rules import RULES


def rulings_seen(table: SeenTable, unit: Unit) -> dict[int, Ruling]:
    """Return what every line of the table Rules stands for, by its place; a line with a fault stands for nothing."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = RULES.title
    sheet.append([column.header for column in table.columns])
    for line in table.lines:
        sheet.append(line.values)
    source, known = replace(knowing(unit), book=book), {rule.key: rule for rule in KNOWN}
    found = ((row.number - 2, ruling_of(row, known, lambda rule: rule.check(unit))) for row in source.rows(RULES))
    return {place: ruling for place, ruling in found if ruling is not None}


def line_of(ruling: Ruling) -> Mapping[str, Any]:
    """Return what stands under the headers of the table Rules for a ruling."""
    return {column.header: column.cell_of(ruling) for column in RULES.columns}
