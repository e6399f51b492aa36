"""The sheets Locked and Ties: duties that must stay, and who belongs together or apart."""

from collections.abc import Iterator

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.request import Bond, Tie
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import NEAR, as_it_is, one_word
from optimizer.workbook.table.parse import UnreadableError
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow
from optimizer.workbook.unit.sheets.roles import ROLE as ROLE_NAME
from optimizer.workbook.unit.sheets.shifts import CODE
from optimizer.workbook.unit.sheets.staff import ID

PERSON = Codec(UnitSource.person, as_it_is)
WHO = Column("Staff", "The person's id.", PERSON, required=True, width=9, among=ID)
DAY = Column("Date", "The day.", NEAR, required=True)
SHIFT = Column("Shift", "A shift's code.", Codec(UnitSource.shift, as_it_is), required=True, width=8, among=CODE)
ROLE = Column("Role", "The person's main role when empty.", Codec(UnitSource.role, as_it_is), among=ROLE_NAME)
LOCKED = Sheet(
    "Locked", "Duties that must stay as they are: agreed shifts, paid time off, classes.", (WHO, DAY, SHIFT, ROLE)
)
ONE = Column("Staff", "One person's id.", PERSON, "who", required=True, width=9, among=ID)
OTHER = Column("With", "The other's.", PERSON, "other", required=True, width=9, among=ID)
BOND = Column(
    "Bond", "together or apart.", one_word(Bond, "bond"), "bond", required=True, width=10, choices=tuple(Bond)
)
TIES = Sheet("Ties", "People who work together, or never do.", (ONE, OTHER, BOND), of=Tie)


def read_ties(source: UnitSource) -> tuple[Tie, ...]:
    """Return who belongs together or apart."""
    return tuple(tie for row in source.rows(TIES) if (tie := _tie(row)))


def read_locked(source: UnitSource) -> Plan:
    """Return the duties that must stay."""
    taken = set[Pair]()
    return frozenset(pair for row in source.rows(LOCKED) if (pair := _pair(source, row, taken)))


def locked_lines(unit: Unit) -> Iterator[CellValues]:
    """Yield the duties of a unit that must stay."""
    for who, duty in sorted(unit.locked):
        yield LOCKED.line(values={WHO: who, DAY: duty.day, SHIFT: duty.shift, ROLE: duty.role})


def _tie(row: SheetRow) -> Tie | None:
    facts, who = row.facts(), row[ONE]
    if who is not None and who == row[OTHER]:
        row.fault(OTHER, f"'{who}' is tied to themselves", "name two people")
    return Tie(**facts) if row.ok else None


def _pair(source: UnitSource, row: SheetRow, taken: set[Pair]) -> Pair | None:
    who, day, code, role = row[WHO], row[DAY], row[SHIFT], row[ROLE]
    if not (row.ok and who and day and code):
        return None
    try:
        duty = source.duty(who, day, code, role)
    except UnreadableError as error:
        row.fault(ROLE, error.problem, error.remedy)
        return None
    if duty is None:
        return None
    pair = Pair(who, duty)
    if pair in taken:
        row.fault(SHIFT, f"'{who}' has {code} on {day} already", "lock a duty once")
    taken.add(pair)
    return pair
