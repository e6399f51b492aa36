"""What every rule about weekends shares."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from optimizer.planning.law import Reader
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import SAT_SUN, weekend_named
from optimizer.staffing.rules.excused import LeaveRule
from optimizer.staffing.rules.reading import Duties, WeekendDay, weekend_days
from optimizer.staffing.rules.rule import ShiftsRule

AWAY = "on leave"
"""Stands for a shift on a day of a weekend where leave is excused."""


@dataclass(frozen=True)
class WeekendRule(ShiftsRule):
    """A rule about weekends; ``weekend`` has the first and last weekday of one, such as Fri-Sun.

    Duties of the shifts meant make a weekend worked: all at work, or those that ``shifts`` mean, such as on call.
    """

    weekend: str = SAT_SUN

    def check(self, unit: Unit) -> None:
        """Refuse weekdays that nobody knows."""
        super().check(unit)
        weekend_named(self.weekend)

    def details(self) -> Iterator[str]:
        """Yield which days a weekend has where they are not Saturday and Sunday."""
        yield from super().details()
        if self.weekend != SAT_SUN:
            yield f"a weekend is {self.weekend}"
        if self.shifts:
            yield f"only {self.of_shifts('duties')} count as work"


@dataclass(frozen=True)
class WholeWeekendRule(LeaveRule, WeekendRule):
    """A rule about what is worked of one weekend; where leave is excused, one with a day of it is not judged."""

    when_excused = "a weekend with a day of it is not judged"

    def readers(self, unit: Unit, *, by_shift: bool = False) -> Callable[[str], Reader]:
        """Return what reads which days of a weekend anybody works, and in which shift if asked.

        A day of excused leave is read as AWAY; without any, all share a reader, so that it is seen that they do.
        """
        read = weekend_days(unit, weekend_named(self.weekend), self.shifts, by_shift=by_shift)
        return lambda who: self._with_leave(unit, who, read) if self.excused else read

    def _with_leave(self, unit: Unit, who: str, read: Reader) -> Reader:
        weekend, away = weekend_named(self.weekend), self.away(unit, who)

        def read_leave(day: date, duties: Duties) -> WeekendDay:
            found, at = cast(WeekendDay, read(day, duties)), weekend.place(day)
            return found._replace(worked=(*found.worked, (at, AWAY))) if at is not None and away(day, duties) else found

        return read_leave
