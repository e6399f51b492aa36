"""The sheet Rules of a unit: what counts, how much, for whom and on which shifts."""

from optimizer.planning.policy import Ruling
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.policy import RULES as KNOWN
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.rules.columns import LEFT, RIGHT
from optimizer.workbook.rules.read import read_rulings
from optimizer.workbook.table.scope_cell import scope
from optimizer.workbook.table.sheet import Column, Sheet

FOR = Column(
    "For",
    "Jobs, roles, types, groups or ids, with commas between; 'not Agency' leaves some out. Everyone when empty.",
    scope(lambda source: {*Employment, *source.tags}),
    "to",
    width=16,
    cell=lambda ruling: ", ".join(getattr(ruling.rule, "to", ())),
)
SHIFTS = Column(
    "Shifts",
    "Shift codes or kinds that it counts, on call and leave too; or day, evening, night and long (12 h or "
    "more), of which those at work count. All at work when empty.",
    scope(lambda source: source.shift_words),
    "shifts",
    cell=lambda ruling: ", ".join(getattr(ruling.rule, "shifts", ())),
)
RULES = Sheet(
    "Rules",
    "What counts, and how much. The same rule may stand twice, for different people or limits.",
    (*LEFT, FOR, SHIFTS, *RIGHT),
)


def read_rules(source: UnitSource, unit: Unit) -> tuple[Ruling, ...]:
    """Return the rulings of a unit in the order of their rows; none when the workbook has no rules."""
    return read_rulings(source, RULES, KNOWN, lambda rule: rule.check(unit), lambda rule: rule.idle(unit))
