"""Where in the grid a finding is: a cell, somebody's name, a count of the coverage, or a day."""

from collections.abc import Iterable
from datetime import date

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.coverage.coverage import Coverage
from optimizer.staffing.schedule.freedom import Cell
from optimizer.ui.grid import Spot


def spots(unit: Unit, findings: Iterable[Finding]) -> tuple[Spot, ...]:
    """Return where every finding is, in their own order; without a sentence where a cell, or a count, tells it."""
    counted = {(row_of(*demand.need.thing), demand.day) for demand in unit.demand}
    return tuple(_spot(unit, finding, counted) for finding in findings)


def cells_of(unit: Unit, finding: Finding) -> tuple[Cell, ...]:
    """Return the cells of a finding, in all rows of whom it is about; none where it is about nobody, or about days."""
    who, day, until, _ = finding.place
    return tuple((row, day) for row in unit.rows_of(who)) if who and day and not until and _planned(unit, day) else ()


def _planned(unit: Unit, day: date) -> bool:
    return day >= unit.calendar.first


def row_of(shift: str, role: str) -> str:
    """Return the label of a row of the coverage."""
    return f"{shift} {role}"


def _spot(unit: Unit, finding: Finding, counted: set[Cell]) -> Spot:
    if cells := cells_of(unit, finding):
        return Spot(cells[0][0], cells[0][1].isoformat(), "", "", finding.must)
    day = min(max(finding.day, unit.calendar.first), unit.calendar.last)
    row = "" if finding.place.who else row_of(*(*finding.place.what, "", "")[:2])
    if isinstance(finding.rule, Coverage) and (row, day) in counted:
        return Spot("", day.isoformat(), row, "", finding.must)
    who = finding.place.who and unit.rows_of(finding.place.who)[0]
    sentence, iso = finding.rule.say(unit, finding), "" if who else day.isoformat()
    return Spot(who, iso, row if (row, day) in counted else "", sentence, finding.must)
