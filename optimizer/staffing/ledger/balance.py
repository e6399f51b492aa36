"""What the ledger comes to: everyone's burden per FTE against the mean of those who share it with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from optimizer.staffing.facts.ledger import LedgerRow, surplus
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.burden import BURDENS, can_share

FOUR_WEEKS = 28 * 1000
"""The weight of one FTE who is present for four weeks."""


@dataclass(frozen=True, slots=True)
class Burden:
    """How much of one burden somebody had, in duties; against the others None where they do not share it.

    ``each`` is duties per FTE in four weeks present, ``mean`` that of all who share; ``more`` is how many duties
    somebody had above their fair share, negative below it.
    """

    had: int
    each: Fraction | None = None
    mean: Fraction | None = None
    more: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What somebody bore and got over all the periods of the ledger; ``burdens`` has every burden by its name."""

    who: str
    periods: int
    present: int
    burdens: Mapping[str, Burden]
    asked: int
    granted: int
    moved: int
    denied_in_a_row: int


def balances(unit: Unit) -> tuple[Balance, ...]:
    """Return the balance of everyone who is here and in the ledger, in the order of the staff."""
    rows = {staff.id: [row for row in unit.ledger if row.who == staff.id] for staff in unit.staff}
    burdens = {burden: _burdens(unit, burden, rows) for burden in BURDENS}
    return tuple(
        Balance(
            who,
            len(theirs),
            sum(row.present for row in theirs),
            {burden: burdens[burden][who] for burden in BURDENS},
            sum(row.asked for row in theirs),
            sum(row.granted for row in theirs),
            sum(row.moved for row in theirs),
            max(theirs, key=lambda row: row.last).denied_in_a_row,
        )
        for who, theirs in rows.items()
        if theirs
    )


def _burdens(unit: Unit, burden: str, rows: Mapping[str, list[LedgerRow]]) -> Mapping[str, Burden]:
    """Return what everyone had; held against the others of the same main role who can share it."""
    found = {who: Burden(sum(row.had(burden) for row in theirs)) for who, theirs in rows.items()}
    sharing = [staff for staff in unit.staff if _shares(unit, staff, burden, rows[staff.id])]
    for role in dict.fromkeys(staff.roles[0] for staff in sharing):
        group = [staff for staff in sharing if staff.roles[0] == role]
        together = [row for staff in group for row in rows[staff.id]]
        more, mean = surplus(together, lambda row: row.had(burden)), _each(together, burden)
        for staff in group:
            had, each = found[staff.id].had, _each(rows[staff.id], burden)
            found[staff.id] = Burden(had, each, mean, more[staff.id])
    return found


def _shares(unit: Unit, staff: Staff, burden: str, rows: list[LedgerRow]) -> bool:
    return any(row.weight for row in rows) and can_share(unit, staff, burden)


def _each(rows: list[LedgerRow], burden: str) -> Fraction:
    """Return the duties per FTE in four weeks present."""
    return Fraction(sum(row.had(burden) for row in rows) * FOUR_WEEKS, sum(row.weight for row in rows))
