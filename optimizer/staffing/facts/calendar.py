"""The days a schedule covers, and what they mean: weeks, pay periods, weekends, holidays."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.shift import DAY_MINUTES, Part, Window

SATURDAY = 5
EVENING, NIGHT = Window(15 * 60, 23 * 60), Window(23 * 60, 31 * 60)
"""When the hours of evening and night premiums are, where the unit says nothing else."""


class Span(NamedTuple):
    """Some days in a row, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days, in order."""
        return _days(self)

    def part(self, days: Collection[date]) -> Fraction:
        """Return which part of it some days are."""
        return Fraction(len({*days} & {*self.days}), len(self.days))


@lru_cache(1_000)
def _days(span: Span) -> tuple[date, ...]:
    return tuple(span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))


@dataclass(frozen=True)
class Calendar:
    """The planning period and how this unit counts time.

    ``night_weekend_shift`` is -1 where a night worker's weekend is Friday and Saturday night, 0 where it is Saturday
    and Sunday night, 1 where it is Sunday and Monday night. ``full_time`` is the minutes of 1.0 FTE in one pay period,
    unless ``full_time_weekday`` has those of every Monday to Friday in it; ``overtime_after`` is minutes a week.
    ``time_off`` is the minutes a year that 1.0 FTE is paid and not at work, as a textbook's 80 + 48 + 8 + 80 + 8 hours
    of vacation, holidays, jury duty, illness and personal days. Weeks
    of overtime start at ``week_minute``, by the clock; at None a duty counts whole to the day on which it begins.
    Clocks change as in ``time_zone``, never when it is empty. With ``premiums_by_clock``, premiums and holidays go by
    the clock, ``evening`` and ``night`` being their hours.
    ``holiday_pairs`` has the name of the pair, such as Christmas, of holidays that go together, such as Eve and Day.
    """

    first: date
    last: date
    time_zone: str = ""
    week_start: int = 6
    week_minute: int | None = None
    pay_cycle: PayCycle = PayCycle.DAYS
    pay_period_start: date | None = None
    pay_period_days: int = 14
    full_time: int = 80 * 60
    full_time_weekday: int | None = None
    overtime_after: int = 40 * 60
    time_off: int = 224 * 60
    night_weekend_shift: int = 0
    premiums_by_clock: bool = False
    evening: Window = EVENING
    night: Window = NIGHT
    holidays: Mapping[date, str] = field(default_factory=dict)
    holiday_pairs: Mapping[date, str] = field(default_factory=dict)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the days to plan, in order."""
        return Span(self.first, self.last).days

    @cached_property
    def zone(self) -> ZoneInfo | None:
        """Return the time zone by which clocks change, None where they do not."""
        return ZoneInfo(self.time_zone) if self.time_zone else None

    @cached_property
    def weeks(self) -> tuple[Span, ...]:
        """Return the whole weeks that touch the period."""
        first = self.first - timedelta(days=(self.first.weekday() - self.week_start) % 7)
        starts = range(0, (self.last - first).days + 1, 7)
        return tuple(Span(first + timedelta(days=n), first + timedelta(days=n + 6)) for n in starts)

    @cached_property
    def pay_periods(self) -> tuple[Span, ...]:
        """Return the whole pay periods that touch the planning period."""
        return tuple(self._pay_periods())

    def pay_period_of(self, day: date) -> Span:
        """Return the pay period that a day lies in, in the planning period or not."""
        return Span(*self.pay_cycle.around(day, self.pay_period_start or self.first, self.pay_period_days))

    def full_time_of(self, period: Span) -> int:
        """Return the paid minutes of 1.0 FTE in a pay period."""
        if self.full_time_weekday is None:
            return self.full_time
        return self.full_time_weekday * sum(day.weekday() < SATURDAY for day in period.days)

    def full_time_over(self, days: Collection[date]) -> Fraction:
        """Return the paid minutes of 1.0 FTE on some days to plan, each its part of what its pay period has."""
        parts = (self.full_time_of(each) * each.part(days) for each in self.pay_periods)
        return sum(parts, Fraction())

    def by_the_clock(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return spans with the one before them where the first night hours of the plan still belong to that."""
        first, last = spans[0]
        if not self.week_minute or first < self.first:
            return spans
        return (Span(first - timedelta(days=(last - first).days + 1), first - timedelta(days=1)), *spans)

    def clock_minutes(self, span: Span, day: date) -> tuple[int, int]:
        """Return when a span of weeks begins and ends by the clock, in minutes after a day's midnight."""
        begins = (span.first - day).days * DAY_MINUTES + (self.week_minute or 0)
        return begins, begins + ((span.last - span.first).days + 1) * DAY_MINUTES

    def weekend_day(self, day: date, part: Part) -> date:
        """Return the day that a duty counts to where weekends are counted: its own, but for some nights."""
        return day - timedelta(days=self.night_weekend_shift) if part is Part.NIGHT else day

    def weekend_of(self, day: date, part: Part) -> tuple[date, int] | None:
        """Return the Saturday of the weekend that a duty counts to, and which half of it (0 or 1); None in the week."""
        counted = self.weekend_day(day, part)
        half = counted.weekday() - SATURDAY
        return (counted - timedelta(days=half), half) if half >= 0 else None

    def _pay_periods(self) -> Iterator[Span]:
        day = self.first
        while day <= self.last:
            yield (period := self.pay_period_of(day))
            day = period.last + timedelta(days=1)
