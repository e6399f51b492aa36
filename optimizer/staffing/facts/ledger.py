"""What everyone bore and got over the periods: a book of rows that add up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.facts.calendar import Span


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One person in one period.

    ``nights``, ``weekends`` and ``holidays`` are duties. ``asked`` and ``granted`` are days of requests, whatever they
    weigh; ``denied_in_a_row`` is how many days asked for were denied one after the other, up to the period's end and
    since before it; ``moved`` is how many duties were changed after publication.
    """

    who: str
    first: date
    last: date
    fte: float
    present: int
    nights: int = 0
    weekends: int = 0
    holidays: int = 0
    asked: int = 0
    granted: int = 0
    moved: int = 0
    denied_in_a_row: int = 0

    @property
    def period(self) -> Span:
        """Return the days of the row."""
        return Span(self.first, self.last)

    @property
    def weight(self) -> int:
        """Return what a fair share goes by: thousandths of FTE, times the days present."""
        return round(1000 * self.fte) * self.present

    def had(self, burden: str) -> int:
        """Return how many duties of a burden there were."""
        return {"nights": self.nights, "weekends": self.weekends, "holidays": self.holidays}[burden]


Ledger = tuple[LedgerRow, ...]


def with_rows(ledger: Ledger, rows: Ledger) -> Ledger:
    """Return a ledger with the rows of a period; those that it had for the same person and first day give way."""
    new = {(row.who, row.first) for row in rows}
    return (*(row for row in ledger if (row.who, row.first) not in new), *rows)


def last_periods(ledger: Ledger, before: date, number: int) -> tuple[Span, ...]:
    """Return the last so many periods of a ledger that ended before a day, in order."""
    ended = sorted({row.period for row in ledger if row.last < before})
    return tuple(ended[max(0, len(ended) - number) :])


def denied_before(ledger: Ledger, who: str, before: date) -> int:
    """Return how many days asked for somebody was denied in a row, up to a day."""
    rows = [row for row in ledger if row.who == who and row.last < before]
    return max(rows, key=lambda row: row.last).denied_in_a_row if rows else 0


def surplus(rows: Iterable[LedgerRow], had: Callable[[LedgerRow], int]) -> Mapping[str, Fraction]:
    """Return by how many duties everyone had more than the fair share of what they had together, less when negative.

    ``had`` tells how many a row has. The share is by FTE and days present, each period by itself; everything adds up
    to 0.
    """
    periods: dict[Span, list[LedgerRow]] = {}
    for row in rows:
        periods.setdefault(row.period, []).append(row)
    more: dict[str, Fraction] = {}
    for together in periods.values():
        total, weight = sum(map(had, together)), sum(row.weight for row in together)
        for row in together:
            share = Fraction(total * row.weight, weight) if weight else Fraction(had(row))
            more[row.who] = more.get(row.who, Fraction()) + had(row) - share
    return more


def levelled(shared: int, weights: Mapping[str, int], more: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    """Return what each would take of so many duties for all to be even by weight, counting what they had more before.

    Nobody takes less than none: who had more than can be made good takes none, and the others share everything.
    """
    targets = dict.fromkeys(weights, Fraction())
    taking = {who for who, weight in weights.items() if weight}
    while taking:
        pool = shared + sum((more.get(who, Fraction()) for who in taking), Fraction())
        total = sum(weights[who] for who in taking)
        wanted = {who: pool * weights[who] / total - more.get(who, Fraction()) for who in taking}
        above = {who for who in taking if wanted[who] < 0}
        if not above:
            return targets | wanted
        taking -= above
    return targets
