"""The facts and the policy of a unit as tables that read back to the same."""

from collections.abc import Iterable

from openpyxl.workbook import Workbook

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.care import Care
from optimizer.staffing.facts.setting_aside import with_aside
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.policy import RULES as KNOWN
from optimizer.staffing.scenario import Scenario
from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.workbook.rules.write import rule_lines
from optimizer.workbook.table.sheet import CellValues, Sheet
from optimizer.workbook.table.write import write_table
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.cell_notes import known_notes
from optimizer.workbook.unit.sheets.calendar import calendar_lines, holiday_lines
from optimizer.workbook.unit.sheets.care import care_lines
from optimizer.workbook.unit.sheets.locked import locked_lines
from optimizer.workbook.unit.sheets.pay import pay_lines
from optimizer.workbook.unit.sheets.staff import credential_lines


def write_tables(
    book: Workbook, unit: Unit, policy: Policy, scenarios: Iterable[Scenario] = (), notes: Iterable[CellNote] = ()
) -> None:
    """Add every table of a unit to a workbook."""
    for sheet, lines in lines_of(unit, policy, scenarios, notes).items():
        write_table(book.create_sheet(sheet.title), sheet, lines)


def lines_of(
    unit: Unit, policy: Policy, scenarios: Iterable[Scenario] = (), notes: Iterable[CellNote] = ()
) -> dict[Sheet, list[CellValues]]:
    """Return the lines of every table of a unit, in the order of the sheets."""
    unit = with_aside(unit)
    given = {
        layout.CALENDAR: calendar_lines(unit),
        layout.HOLIDAYS: holiday_lines(unit),
        layout.CREDENTIALS: credential_lines(unit),
        layout.CARE: care_lines(unit.care),
        layout.LOCKED: locked_lines(unit),
        layout.PAY: pay_lines(unit),
        layout.RULES: rule_lines(layout.RULES, policy, KNOWN),
    }
    aside = {layout.SCENARIOS: scenarios, layout.CELL_NOTES: known_notes(unit, notes)}
    facts = _facts(unit, unit.care or Care((), (), ())) | aside
    lines = given | {sheet: map(sheet.line, each) for sheet, each in facts.items()}
    return {sheet: [*lines[sheet]] for sheet in layout.SHEETS}


def _facts(unit: Unit, care: Care) -> dict[Sheet, Iterable[object]]:
    """Return the facts that have a row each."""
    return {
        layout.ROLES: unit.roles,
        layout.SHIFTS: unit.shifts,
        layout.ROTATIONS: unit.rotations,
        layout.STAFF: unit.staff,
        layout.NEEDS: (need for need in unit.needs if not need.computed),
        layout.ACUITY: care.levels,
        layout.CENSUS: care.census,
        layout.MIX: care.mix,
        layout.CENSUS_HISTORY: care.history,
        layout.SKILLS: unit.skill_needs,
        layout.REQUESTS: unit.requests,
        layout.TIES: unit.ties,
        layout.PREMIUMS: unit.premiums,
        layout.BUDGET: unit.budget,
        layout.LEDGER: unit.ledger,
        layout.TURNS: unit.turns,
    }
