"""What stands beside and below the grid of a schedule: everyone's sums, and how every need is met on every day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit, window_of
from optimizer.staffing.need.cover import NeedCover
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.owed import owed


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One shift or window and role, with its cover by day; a day on which nothing is needed is missing."""

    shift: str
    role: str
    days: Mapping[date, NeedCover]

    @property
    def label(self) -> str:
        """Return what the row is for, as "D RN"."""
        return f"{self.shift} {self.role}"


def coverage_rows(figures: Figures) -> tuple[CoverageRow, ...]:
    """Return how every need is met: by shift in the unit's order, then windows by their start; by role in its order."""
    found: dict[tuple[str, str], dict[date, NeedCover]] = {}
    for demand, cover in figures.covers:
        found.setdefault(demand.need.thing, {})[demand.day] = cover
    things = sorted(found, key=lambda thing: _place(figures.unit, *thing))
    return tuple(CoverageRow(*thing, found[thing]) for thing in things)


def _place(unit: Unit, shift: str, role: str) -> tuple[int, int, int]:
    """Return what a row is sorted by."""
    codes, window = [*unit.shift_by_code], window_of(shift)
    roles = [*unit.role_by_name]
    first = codes.index(shift) if shift in codes else len(codes)
    return first, window.start if window else 0, roles.index(role) if role in roles else len(roles)


@dataclass(frozen=True, slots=True)
class PersonSums:
    """What a schedule gives somebody. Times are paid minutes; ``fair_nights`` is None where no rule shares them."""

    paid: int
    owed: int
    overtime: int
    nights: int
    weekends: int
    fair_nights: Fraction | None

    @property
    def balance(self) -> int:
        """Return the minutes above what the contract owes, below it when negative."""
        return self.paid - self.owed


def person_sums(figures: Figures, staff: Staff, fair_nights: Fraction | None = None) -> PersonSums:
    """Return what a schedule gives somebody, beside their fair share of nights."""
    return PersonSums(
        figures.paid(staff),
        owed(figures.unit, staff),
        figures.overtimes[staff.id],
        figures.nights(staff),
        figures.weekends(staff),
        fair_nights,
    )


class GridSums:
    """Keeps everyone's sums from one schedule to the next, and counts again only for whom it differs.

    ``fair_nights`` are the fair shares of nights by the rule in force, by id; none where no rule shares nights.
    """

    def __init__(self, fair_nights: Mapping[str, Fraction] | None = None) -> None:
        self._fair_nights = fair_nights or {}
        self._known: dict[str, tuple[tuple[tuple[Duty, ...], ...], PersonSums]] = {}

    def of(self, figures: Figures) -> Mapping[str, PersonSums]:
        """Return everyone's sums by id. All figures must be of one unit."""
        for staff in figures.unit.staff:
            # what is overtime hangs on all contracts of a human being
            duties = tuple(figures.duties[who] for who in figures.unit.human_of[staff.id].ids)
            if staff.id not in self._known or self._known[staff.id][0] != duties:
                self._known[staff.id] = duties, person_sums(figures, staff, self._fair_nights.get(staff.id))
        return {staff.id: self._known[staff.id][1] for staff in figures.unit.staff}
