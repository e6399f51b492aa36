"""How evenly something is spread over people."""

from collections.abc import Sequence

from optimizer.staffing.ledger.burden import can_share, days_present
from optimizer.staffing.schedule.figures import Figures


def gini(shares: Sequence[float]) -> float:
    """Return the Gini coefficient of some shares: 0 when all are equal, near 1 when one has everything."""
    total = sum(shares)
    if not total:
        return 0.0
    return sum(abs(one - other) for one in shares for other in shares) / (2 * len(shares) * total)


def jain(shares: Sequence[float]) -> float:
    """Return Jain's index of some shares: 1 when all are equal, 1 / n when one of n has everything."""
    squares = sum(share * share for share in shares)
    return sum(shares) ** 2 / (len(shares) * squares) if squares else 1.0


def spread(shares: Sequence[float]) -> float:
    """Return the range of some shares: the most less the least."""
    return max(shares, default=0.0) - min(shares, default=0.0)


def shares_of(figures: Figures, burden: str) -> tuple[float, ...]:
    """Return how many duties of a burden each of those who share it has, per FTE.

    Nobody shares who has no FTE or is away all the time; nor in nights who by contract works nights alone, or none.
    """
    sharing = (s for s in figures.unit.staff if s.fte and days_present(figures.unit, s))
    return tuple(figures.borne(s, burden) / s.fte for s in sharing if can_share(figures.unit, s, burden))
