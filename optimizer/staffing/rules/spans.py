"""What a rule counts over: the whole planning period, every week, any so many weeks or days; on all days or on some."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.days_meant import days_meant
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either, on
from optimizer.staffing.rules.rule import UnitRule

PERIOD, WEEK = "period", "week"
ROLLING = re.compile(r"([1-9]\d?) (weeks|days)")


class CountedSpan(NamedTuple):
    """Some days in a row, of which those ``meant`` count; ``known`` is whether all of them are planned or past."""

    span: Span
    meant: tuple[date, ...]
    known: bool


@dataclass(frozen=True)
class SpanRule(UnitRule):
    """A rule that counts over a ``span``, and there on all days or on those that ``days`` mean.

    The span is the planning ``period``, every calendar ``week``, or any ``2 weeks`` or ``14 days`` in a row, whenever
    they begin; the days are weekdays such as Sat, weekend, holidays, or dates such as 2026-01-05 to 2026-01-18.
    """

    span: str = PERIOD
    days: Scope = ()

    def check(self, unit: Unit) -> None:
        """Refuse a span and days that nobody knows."""
        super().check(unit)
        if self.span not in (PERIOD, WEEK) and not ROLLING.fullmatch(self.span):
            raise ValueError(f"'{self.span}' is no span; write period, week, or one such as 2 weeks or 14 days")
        days_meant(self.days, unit.calendar)

    def words(self) -> Mapping[str, str]:
        """Return also the words for its span."""
        fixed = {PERIOD: "the planning period", WEEK: "every calendar week"}
        rolling = f"any {self.span.replace('weeks', 'calendar weeks')} in a row"
        return {**super().words(), "span": fixed.get(self.span, rolling)}

    def details(self) -> Iterator[str]:
        """Yield which days count where not all do."""
        yield from super().details()
        if self.days:
            yield f"only {either(self.days)} counts" if len(self.days) == 1 else f"only {either(self.days)} count"

    def counted_spans(self, unit: Unit) -> Iterator[CountedSpan]:
        """Yield every stretch that begins with what is known and touches the plan."""
        meant, known = days_meant(self.days, unit.calendar), {*unit.days, *unit.history_days}
        for span in self._spans(unit):
            days = tuple(day for day in span.days if day in known)
            yield CountedSpan(span, tuple(filter(meant, days)), len(days) == len(span.days))

    def where(self, finding: Finding) -> str:
        """Return where a finding is: "in the period", "from Mon 1 Jun to Sun 7 Jun", the days that count before it."""
        days = f"on {either(self.days)} " if self.days else ""
        return f"{days}{'in the period' if self.span == PERIOD else self.dates(finding)}"

    def span_until(self, finding: Finding) -> str:
        """Return the span that a finding is at the end of: "the period", "the week up to Sun 7 Jun"."""
        return "the period" if self.span == PERIOD else f"the {self.span} up to {on(finding.day)}"

    @staticmethod
    def dates(finding: Finding) -> str:
        """Return the dates of the span that a finding is about: "from Mon 1 Jun to Sun 7 Jun"."""
        assert finding.place.until is not None
        return f"from {on(finding.day)} to {on(finding.place.until)}"

    def _spans(self, unit: Unit) -> Iterator[Span]:
        calendar = unit.calendar
        if self.span == PERIOD:
            return iter((Span(calendar.first, calendar.last),))
        if self.span == WEEK:
            return iter(calendar.weeks)
        number, measure = self.span.split()
        length = int(number) * (7 if measure == "weeks" else 1)
        windows = (Span(day, day + timedelta(days=length - 1)) for day in self._beginnings(unit, measure))
        return (window for window in windows if window.last >= calendar.first)

    def _beginnings(self, unit: Unit, measure: str) -> Iterator[date]:
        """Yield the days on which a window can begin: all that are known, or the first of each of their weeks."""
        known = (*unit.history_days, *unit.days)
        if measure == "days":
            return iter(known)
        into = (known[0].weekday() - unit.calendar.week_start) % 7
        first = known[0] - timedelta(days=into)
        return (first + timedelta(days=n) for n in range(0, (known[-1] - first).days + 1, 7))
