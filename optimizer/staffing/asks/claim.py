"""Who takes a duty for what: within the contract, above it, or as overtime; and by what rank several go for one."""

from dataclasses import dataclass
from enum import IntEnum

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.schedule.figures import Figures


class ClaimRank(IntEnum):
    """Who goes first where several claim one duty; overtime goes last."""

    OWED = 0
    PER_DIEM = 1
    ABOVE = 2
    AGENCY = 3
    OVERTIME = 4


RANK_WORDS = {
    ClaimRank.OWED: "within the contract",
    ClaimRank.PER_DIEM: "per diem",
    ClaimRank.ABOVE: "above the contract",
    ClaimRank.AGENCY: "agency",
    ClaimRank.OVERTIME: "overtime",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What it comes to when somebody takes a duty: minutes of overtime that it makes, and minutes above the contract.

    ``experience`` is in months.
    """

    employment: Employment
    experience: int
    overtime: int
    above: int

    @property
    def rank(self) -> ClaimRank:
        """Return the rank of whoever claims."""
        if self.overtime:
            return ClaimRank.OVERTIME
        if self.employment in (Employment.AGENCY, Employment.PER_DIEM):
            return ClaimRank.AGENCY if self.employment is Employment.AGENCY else ClaimRank.PER_DIEM
        return ClaimRank.ABOVE if self.above else ClaimRank.OWED

    @property
    def order(self) -> tuple[int, int]:
        """Return by what claims on one duty are ordered: the rank, then who has been a nurse for longest."""
        return self.rank, -self.experience


def claim_of(figures: Figures, pair: Pair) -> Claim:
    """Return what it comes to when somebody takes a duty beside all that they have."""
    unit = figures.unit
    staff, first = unit.people[pair.who], unit.human_of[pair.who].contracts[0]
    after = Figures(unit, figures.plan | {pair})
    period = unit.calendar.pay_period_of(pair.what.day)
    most = staff.contract(unit.calendar.full_time_of(period))[1]
    overtime = after.overtime(first) - figures.overtime(first)
    return Claim(staff.employment, staff.experience, max(0, overtime), max(0, after.paid(staff, period) - most))
