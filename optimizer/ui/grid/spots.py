"""Where in the grid a finding is: a cell, somebody's name, a count of the coverage, or a day."""

from collections.abc import Iterable

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.coverage.coverage import Coverage
from optimizer.staffing.schedule.freedom import Cell
from optimizer.ui.grid import Spot


def spots(unit: Unit, findings: Iterable[Finding]) -> tuple[Spot, ...]:
    """Return where every finding is, in their own order; without a sentence where a cell, or a count, tells it."""
    counted = {(row_of(*demand.need.thing), demand.day) for demand in unit.demand}
    return tuple(_spot(unit, finding, counted) for finding in findings)


def cell_of(unit: Unit, finding: Finding) -> Cell | None:
    """Return the cell of a finding, None where it is about nobody, or about more than one day of the plan."""
    who, day, until, _ = finding.place
    return (who, day) if who and day and not until and day >= unit.calendar.first else None


def row_of(shift: str, role: str) -> str:
    """Return the label of a row of the coverage."""
    return f"{shift} {role}"


def _spot(unit: Unit, finding: Finding, counted: set[Cell]) -> Spot:
    if cell := cell_of(unit, finding):
        return Spot(cell[0], cell[1].isoformat(), "", "", finding.must)
    day = min(max(finding.day, unit.calendar.first), unit.calendar.last)
    row = "" if finding.place.who else row_of(*(*finding.place.what, "", "")[:2])
    if isinstance(finding.rule, Coverage) and (row, day) in counted:
        return Spot("", day.isoformat(), row, "", finding.must)
    sentence, iso = finding.rule.say(unit, finding), "" if finding.place.who else day.isoformat()
    return Spot(finding.place.who, iso, row if (row, day) in counted else "", sentence, finding.must)
