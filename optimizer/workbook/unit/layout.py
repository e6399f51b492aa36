"""The sheets of a unit's workbook, in their order."""

from optimizer.workbook.grid.titles import BEFORE, HISTORY, SCHEDULE
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit.cell_notes import CELL_NOTES
from optimizer.workbook.unit.sheets.acuity import ACUITY
from optimizer.workbook.unit.sheets.budget import BUDGET
from optimizer.workbook.unit.sheets.calendar import CALENDAR, HOLIDAYS
from optimizer.workbook.unit.sheets.care import CARE
from optimizer.workbook.unit.sheets.census import CENSUS, CENSUS_HISTORY
from optimizer.workbook.unit.sheets.ledger import LEDGER, TURNS
from optimizer.workbook.unit.sheets.locked import LOCKED, TIES
from optimizer.workbook.unit.sheets.mix import MIX
from optimizer.workbook.unit.sheets.needs import NEEDS, SKILLS
from optimizer.workbook.unit.sheets.pay import PAY, PREMIUMS
from optimizer.workbook.unit.sheets.requests import REQUESTS
from optimizer.workbook.unit.sheets.roles import ROLES
from optimizer.workbook.unit.sheets.rotations import ROTATIONS
from optimizer.workbook.unit.sheets.rules import RULES
from optimizer.workbook.unit.sheets.scenarios import SCENARIOS
from optimizer.workbook.unit.sheets.shifts import SHIFTS
from optimizer.workbook.unit.sheets.staff import CREDENTIALS, STAFF

__all__ = [
    "ACUITY", "BUDGET", "CALENDAR", "CARE", "CELL_NOTES", "CENSUS", "CENSUS_HISTORY", "CREDENTIALS", "HOLIDAYS",
    "LEDGER", "LOCKED", "MIX", "NEEDS", "PAY", "PREMIUMS", "READ", "REQUESTS", "ROLES", "ROTATIONS", "RULES",
    "SCENARIOS", "SHEETS", "SHIFTS", "SKILLS", "STAFF", "TIES", "TURNS",
]  # fmt: skip
SHEETS: tuple[Sheet, ...] = (
    CALENDAR,
    HOLIDAYS,
    ROLES,
    SHIFTS,
    ROTATIONS,
    STAFF,
    CREDENTIALS,
    NEEDS,
    ACUITY,
    CENSUS,
    MIX,
    CARE,
    CENSUS_HISTORY,
    SKILLS,
    REQUESTS,
    LOCKED,
    TIES,
    PAY,
    PREMIUMS,
    BUDGET,
    LEDGER,
    TURNS,
    RULES,
    SCENARIOS,
    CELL_NOTES,
)
READ = (*(sheet.title for sheet in SHEETS), SCHEDULE, HISTORY, BEFORE)
"""The titles of all sheets that are read."""
