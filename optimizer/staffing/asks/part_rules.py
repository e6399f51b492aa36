"""The rules of a unit for taking part: what staff may ask for on a schedule, when, and what needs no manager."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.staffing.asks.ask import AskKind

USUAL = frozenset(AskKind) - {AskKind.SELF_SCHEDULE}


class AskOrder(StrEnum):
    """Whose turn to ask comes first in a request window."""

    FIRST_COME = "first come, first served"
    BY_TURN = "by turn"
    SENIORITY = "by seniority"


@dataclass(frozen=True)
class PartRules:
    """What the staff of a unit may ask for, and how it is decided.

    ``opens`` and ``closes`` bound the window for time off, preferences and self-scheduling; None leaves an end open. In
    an order other than first come, people are in so many ``groups``, each of which may ask ``days_each`` days after the
    one before. Nobody is off by asking on a ``blackout`` day, and at most ``most_off`` of one main role on any day, who
    is more is waitlisted. ``automatic`` kinds are approved by rule where no must is broken. Open shifts go ``by_rank``
    when somebody decides, else to whoever comes first; ``overtime`` lets staff take duties that make some.
    """

    kinds: frozenset[AskKind] = USUAL
    automatic: frozenset[AskKind] = frozenset()
    opens: date | None = None
    closes: date | None = None
    order: AskOrder = AskOrder.FIRST_COME
    groups: int = 1
    days_each: int = 0
    blackout: tuple[date, ...] = ()
    most_off: int | None = None
    by_rank: bool = True
    overtime: bool = False

    def decides(self, kind: AskKind) -> bool:
        """Tell whether an ask of a kind is approved by rule; an open shift by rank waits until all have asked."""
        return kind in self.automatic and not (kind is AskKind.OPEN_SHIFT and self.by_rank)
