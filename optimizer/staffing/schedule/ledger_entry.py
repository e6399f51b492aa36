"""What a period enters into the ledger."""

from collections import Counter

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.ledger import Ledger, LedgerRow, denied_before, with_rows
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.burden import HOLIDAYS, NIGHTS, WEEKENDS, days_present
from optimizer.staffing.schedule.difference import changes_between
from optimizer.staffing.schedule.figures import Figures


def with_period(unit: Unit, plan: Plan, published: Plan | None = None) -> Ledger:
    """Return a unit's ledger with the rows of its own period.

    Duties are moved where the plan differs from the one that was ``published``; none are when that is not known.
    """
    changes = () if published is None else changes_between(published, plan)
    moved = Counter(change.who for change in changes)
    figures = Figures(unit, plan)
    return with_rows(unit.ledger, tuple(_row(figures, staff, moved[staff.id]) for staff in unit.staff))


def _row(figures: Figures, staff: Staff, moved: int) -> LedgerRow:
    unit, calendar = figures.unit, figures.unit.calendar
    wishes = sorted((day, granted) for request, day, granted in figures.wishes if request.who == staff.id)
    return LedgerRow(
        staff.id,
        calendar.first,
        calendar.last,
        staff.fte,
        len(days_present(unit, staff)),
        nights=figures.borne(staff, NIGHTS),
        weekends=figures.borne(staff, WEEKENDS),
        holidays=figures.borne(staff, HOLIDAYS),
        asked=len(wishes),
        granted=sum(granted for _, granted in wishes),
        moved=moved,
        denied_in_a_row=_denied(
            [granted for _, granted in wishes], denied_before(unit.ledger, staff.id, calendar.first)
        ),
    )


def _denied(granted: list[bool], before: int) -> int:
    """Return how many days are denied in a row at the end, with those before when none was granted since."""
    denied = before
    for yes in granted:
        denied = 0 if yes else denied + 1
    return denied
