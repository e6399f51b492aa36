"""A fair share of nights, weekends and holidays, or of any shifts, roles and turns."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.ledger import last_periods, levelled, surplus
from optimizer.staffing.facts.shift import Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.ledger.burden import (
    BURDENS,
    DUTIES,
    NIGHTS,
    burden_words,
    can_share,
    days_present,
    duties_aimed_at,
    duties_taken,
    is_burden,
)
from optimizer.staffing.ledger.turns import turn_words, turns_before, turns_in
from optimizer.staffing.rules.rule import ShiftsRule


@dataclass(frozen=True)
class FairShare(ShiftsRule):
    """Shares a burden among people of one main role by FTE, to within so many duties.

    What is shared is the target staffing, less what those take who are outside the rule or do nothing else: night staff
    by contract take their contract's worth of nights. Days on approved leave count neither for nor against anyone.
    With ``shifts`` only duties in them are shared, on call too where they name it: calls with burden=duties. The burden
    may also be a shift, a role, or the word for turns that some of them have: burden=call.

    ``back`` is how many earlier periods of the ledger count: what those who share now had in them above their fair
    share of what they had together is taken off this period's bounds, what they had below it is added, and nobody's
    bounds fall below 0. Who is not in a period of the ledger is owed nothing from it, and owes nothing.
    """

    key, title, unit = "fair-share", "Fair share", "duty off the fair share"
    sentence = "their share of {burden} by FTE among those in one main role, to within {limit}"
    measure = number_of("duty", "duties", "duties of tolerance")

    limit: int = 1
    burden: str = NIGHTS
    back: int = 0

    def words(self) -> Mapping[str, str]:
        """Return also the words for what is shared: "night duties"."""
        return {**super().words(), "burden": self._burden("duties")}

    def details(self) -> Iterator[str]:
        """Yield the earlier periods that count."""
        if self.back:
            yield f"the last {count(self.back, 'period')} of the ledger made good"

    def check(self, unit: Unit) -> None:
        """Refuse a burden that nobody can count, and earlier periods of what no ledger counts."""
        known = (*BURDENS, DUTIES, *burden_words(unit))
        if self.burden not in known:
            raise ValueError(f"'{self.burden}' cannot be shared; the burden is one of {', '.join(known)}")
        if self.back and (self.shifts or self.burden not in (*BURDENS, *turn_words(unit))):
            raise ValueError(
                f"The ledger counts {', '.join(BURDENS)} of all work, and turns by the word that shifts and roles have "
                "for them (their column Turn), so back is 0 here"
            )

    def counts(self, shift: Shift) -> bool:
        """Tell whether duties in a shift can be of the burden."""
        return self.burden != NIGHTS or shift.part is Part.NIGHT

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every person who shares, over all their duties of the kind."""
        for who, share in self.shares(unit).items():
            cells = (pair for day in unit.days for pair in unit.cells[who, day])
            terms = tuple((1, pair) for pair in cells if is_burden(unit, self.burden, pair.what, self.shifts))
            place = Place(who, unit.days[0], unit.days[-1])
            yield Sum(place, terms, max(0, floor(share) - self.limit), ceil(share) + self.limit)

    def shares(self, unit: Unit) -> Mapping[str, Fraction]:
        """Return the fair share of everyone who shares, in duties."""
        shares: dict[str, Fraction] = {}
        for main_role in dict.fromkeys(staff.roles[0] for staff in unit.staff):
            group = [staff for staff in unit.staff if staff.roles[0] == main_role]
            sharing = [staff for staff in group if self._shares(unit, staff)]
            weights = {staff.id: round(1000 * staff.fte) * len(days_present(unit, staff)) for staff in sharing}
            taken = sum(
                duties_taken(unit, self.burden, staff, self.shifts) for staff in group if staff.id not in weights
            )
            shared = max(0, duties_aimed_at(unit, self.burden, main_role, self.shifts) - taken)
            shares |= levelled(shared, weights, self._had_more(unit, weights))
        return shares

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many somebody has and how many would be fair."""
        assert isinstance(finding.law, Sum)
        low, high = finding.law.low, finding.law.high
        has = count(finding.total, self._burden("duty"), self._burden("duties"))
        return f"{unit.name_of(finding.place.who)} has {has}; the fair share is {low} to {high}."

    def _burden(self, thing: str) -> str:
        burden = "" if self.burden == DUTIES else f"{self.burden.removesuffix('s')} "
        return f"{burden}{self.of_shifts(thing)}"

    def _shares(self, unit: Unit, staff: Staff) -> bool:
        return staff.matches(self.to) and can_share(unit, staff, self.burden, self.shifts)

    def _had_more(self, unit: Unit, sharing: Collection[str]) -> Mapping[str, Fraction]:
        """Return by how much those who share had more than their fair share in the earlier periods that count."""
        periods = last_periods(unit.ledger, unit.days[0], self.back)
        rows = (row for row in unit.ledger if row.who in sharing and row.period in periods)
        if self.burden in BURDENS:
            return surplus(rows, lambda row: row.had(self.burden))
        turns = [turn for turn in turns_before(unit) if turn.what == self.burden]
        return surplus(rows, lambda row: turns_in(turns, row))
