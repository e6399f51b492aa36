"""The days a schedule covers, and what they mean: weeks, pay periods, weekends, holidays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from optimizer.staffing.facts.shift import Part

SATURDAY = 5


class Span(NamedTuple):
    """Some days in a row, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days, in order."""
        return _days(self)


@lru_cache(1_000)
def _days(span: Span) -> tuple[date, ...]:
    return tuple(span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))


@dataclass(frozen=True)
class Calendar:
    """The planning period and how this unit counts time.

    ``night_weekend_shift`` is -1 where a night worker's weekend is Friday and Saturday night, 0 where it is Saturday
    and Sunday night. ``full_time`` is the minutes of 1.0 FTE in one pay period; ``overtime_after`` minutes a week.
    ``holiday_pairs`` has the name of the pair, such as Christmas, of holidays that go together, such as Eve and Day.
    """

    first: date
    last: date
    week_start: int = 6
    pay_period_start: date | None = None
    pay_period_days: int = 14
    full_time: int = 80 * 60
    overtime_after: int = 40 * 60
    night_weekend_shift: int = 0
    holidays: Mapping[date, str] = field(default_factory=dict)
    holiday_pairs: Mapping[date, str] = field(default_factory=dict)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the days to plan, in order."""
        return Span(self.first, self.last).days

    @cached_property
    def weeks(self) -> tuple[Span, ...]:
        """Return the whole weeks that touch the period."""
        first = self.first - timedelta(days=(self.first.weekday() - self.week_start) % 7)
        return tuple(self._spans(first, 7))

    @cached_property
    def pay_periods(self) -> tuple[Span, ...]:
        """Return the whole pay periods that touch the planning period."""
        anchor = self.pay_period_start or self.first
        first = self.first - timedelta(days=(self.first - anchor).days % self.pay_period_days)
        return tuple(self._spans(first, self.pay_period_days))

    def weekend_day(self, day: date, part: Part) -> date:
        """Return the day that a duty counts to where weekends are counted: its own, but for some nights."""
        return day - timedelta(days=self.night_weekend_shift) if part is Part.NIGHT else day

    def weekend_of(self, day: date, part: Part) -> tuple[date, int] | None:
        """Return the Saturday of the weekend that a duty counts to, and which half of it (0 or 1); None in the week."""
        counted = self.weekend_day(day, part)
        half = counted.weekday() - SATURDAY
        return (counted - timedelta(days=half), half) if half >= 0 else None

    def _spans(self, first: date, length: int) -> Iterator[Span]:
        while first <= self.last:
            yield Span(first, first + timedelta(days=length - 1))
            first += timedelta(days=length)
