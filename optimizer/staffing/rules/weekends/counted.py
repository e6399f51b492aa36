"""Which weekends a rule counts: those worked, wholly or in part, or those wholly free."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from optimizer.planning.law import Reader
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import weekend_named
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import Duties, WeekendDay, weekend_days
from optimizer.staffing.rules.weekends.weekend_rule import WeekendRule

WORKED, WHOLLY_FREE = COUNTED = ("worked", "free")
FREE, PAST, PLANNED = range(3)
"""How a weekend counts: not at all, only by what was before the plan began, by the plan."""


@dataclass(frozen=True)
class WeekendCount:
    """Tells how a weekend counts; one whose beginning is unknown counts worked only ``if_cut``, and free never."""

    free: bool
    if_cut: bool = True

    def worked(self, before: int, day: WeekendDay) -> int:
        """Return how the present weekend is worked, after a day of it."""
        if day.worked and (self.if_cut or self.free or not day.cut):
            return max(before, PLANNED if day.planned else PAST)
        return before

    def over(self, worked: int, day: WeekendDay) -> int:
        """Return how a weekend counts that is over, or cut by the plan's end, with a day."""
        if not self.free:
            return worked
        whole = worked == FREE and day.closes and not day.cut
        return FREE if not whole else PLANNED if day.planned else PAST


@dataclass(frozen=True)
class CountedWeekendRule(WeekendRule):
    """A rule about how many weekends are worked, or are wholly free as ``counted`` says; one with leave is neither."""

    counted: str = WORKED

    @property
    def free(self) -> bool:
        """Tell whether free weekends count."""
        return self.counted == WHOLLY_FREE

    def check(self, unit: Unit) -> None:
        """Refuse weekends that are neither worked nor free."""
        super().check(unit)
        if self.counted not in COUNTED:
            raise ValueError(f"'{self.counted}' is no way to count weekends; write {' or '.join(COUNTED)}")

    def words(self) -> Mapping[str, str]:
        """Return also the word for the weekends that count."""
        return {**super().words(), "counted": "wholly free" if self.free else "at work"}

    def details(self) -> Iterator[str]:
        """Yield when a weekend is at work."""
        if not self.free:
            yield "one day of it makes a weekend"
        yield from super().details()

    def readers(self, unit: Unit) -> Callable[[str], Reader]:
        """Return what reads which days of a weekend anybody works; where free ones count, a day of leave as one.

        All without leave share a reader, so that it is seen that they do.
        """
        known = self.known(unit) if isinstance(self, BorderRule) else unit.history_days
        read = weekend_days(unit, weekend_named(self.weekend), self.shifts, first=(*known, *unit.days)[0])
        return lambda who: self._with_leave(unit.leave[who], read) if self.free and unit.leave[who] else read

    def _with_leave(self, leave: Collection[date], read: Reader) -> Reader:
        place = weekend_named(self.weekend).place

        def read_leave(day: date, duties: Duties) -> WeekendDay:
            found, at = cast(WeekendDay, read(day, duties)), place(day)
            away = day in leave and at is not None and not found.worked
            return found._replace(worked=((at, ""),)) if away and at is not None else found

        return read_leave

    def has(self, unit: Unit, who: str) -> str:
        """Return who works, or has free, as a sentence begins."""
        return f"{unit.name_of(who)} {'has free' if self.free else 'works'}"
