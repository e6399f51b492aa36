"""What follows what: the codes that a day's code is followed by, and what that tells of a code nobody can read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from optimizer.staffing.learn.worked_days import WorkedDays

NOTHING = ""
ENOUGH = 4
MOSTLY = 0.9


@dataclass(frozen=True)
class Follows:
    """The codes of rosters by who and day, and how often one follows another the next day."""

    roster: WorkedDays

    @cached_property
    def cells(self) -> Mapping[tuple[str, date], tuple[str, ...]]:
        """Return what everybody has on a day, where it is anything."""
        cells: dict[tuple[str, date], tuple[str, ...]] = {}
        for cell in self.roster.worked:
            cells[cell.who, cell.day] = (*cells.get((cell.who, cell.day), ()), cell.code)
        return cells

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """Return how often a code, or nothing, follows a code on the next day that is covered."""
        covered = {*self.roster.days}
        return Counter(
            (cell.code, after)
            for cell in self.roster.worked
            if (morrow := cell.day + timedelta(days=1)) in covered
            for after in self.cells.get((cell.who, morrow), (NOTHING,))
        )

    def after(self, code: str) -> Counter[str]:
        """Return what follows a code, nothing included."""
        return Counter({second: number for (first, second), number in self.counts.items() if first == code})

    def before(self, code: str) -> Counter[str]:
        """Return what codes a code follows, other than itself."""
        return Counter({first: n for (first, second), n in self.counts.items() if second == code and first != code})

    def morning_after(self, code: str, nights: frozenset[str]) -> tuple[int, int] | None:
        """Return how often a code that is hardly anything but the day after a night follows one, and of how many."""
        seen = sum(cell.code == code and cell.day > self.roster.days[0] for cell in self.roster.worked)
        kept = sum(number for first, number in self.before(code).items() if first in nights)
        return (kept, seen) if seen >= ENOUGH and kept >= MOSTLY * seen else None

    def like_nights(self, code: str, others: frozenset[str]) -> tuple[int, int] | None:
        """Return how often a code is followed by itself, a day off or leave, and of how many, where others are not.

        So do nights behave: who works one sleeps the next day. None when it is followed by other work as others are,
        or is for some weekdays only.
        """
        weekdays = {cell.day.weekday() for cell in self.roster.worked if cell.code == code}
        if len(weekdays) < ENOUGH:
            return None
        kept, seen = self._alone(code, others)
        rest = [self._alone(other, others) for other in others - {code}]
        share = sum(alone for alone, _ in rest) / max(1, sum(total for _, total in rest))
        return (kept, seen) if seen >= ENOUGH and kept >= MOSTLY * seen and share < MOSTLY - 0.1 else None

    def _alone(self, code: str, work: frozenset[str]) -> tuple[int, int]:
        after = self.after(code)
        return after.total() - sum(after[other] for other in work if other != code), after.total()

    def long_runs(self, code: str) -> tuple[int, int]:
        """Return how many of the cells with a code lie in runs of it of seven days or more, and how many there are."""
        days: dict[str, set[date]] = {}
        for cell in self.roster.worked:
            if cell.code == code:
                days.setdefault(cell.who, set()).add(cell.day)
        runs = [length for mine in days.values() for length in _runs(mine)]
        return sum(length for length in runs if length >= 7), sum(runs)


def _runs(days: set[date]) -> list[int]:
    lengths = []
    for first in (day for day in days if day - timedelta(days=1) not in days):
        length = 1
        while first + timedelta(days=length) in days:
            length += 1
        lengths.append(length)
    return lengths
