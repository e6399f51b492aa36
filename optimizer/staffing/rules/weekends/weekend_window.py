"""Weekends counted in any so many weekends in a row."""

from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State
from optimizer.staffing.rules.reading import WeekendDay
from optimizer.staffing.rules.weekends.counted import FREE, PLANNED, WeekendCount

RecentWeekends = tuple[int, ...]


@dataclass(frozen=True)
class WindowMachine:
    """Keeps how the last weekends were, and charges every window of so many in which too many of them count.

    A window that the plan's end cuts has what is known of it. What only history has too many of is not charged.
    """

    most: int
    weekends: int
    count: WeekendCount

    @property
    def start(self) -> tuple[RecentWeekends, int]:
        """Return the state of someone of whom nothing is known."""
        return (), FREE

    def step(self, state: State, letter: Letter) -> tuple[tuple[RecentWeekends, int], int]:
        """Read a day; when a weekend is over, charge the window that ends with it, and with the plan the others."""
        recent, worked = cast(tuple[RecentWeekends, int], state)
        day = cast(WeekendDay, letter)
        worked = self.count.worked(worked, day)
        amount = 0
        if day.closes or (day.last and (day.days or worked)):
            recent = (*recent, self.count.over(worked, day))[-self.weekends :]
            amount, worked = self._excess(recent), FREE
        if day.last:
            amount += sum(self._excess(recent[-left:]) for left in range(1, self.weekends))
        return (recent[max(0, len(recent) - self.weekends + 1) :], worked), amount

    def _excess(self, window: RecentWeekends) -> int:
        counted = sum(each != FREE for each in window)
        return min(max(0, counted - self.most), window.count(PLANNED))
