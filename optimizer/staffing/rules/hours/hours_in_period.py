"""Paid hours over the whole planning period, or over another span, whatever the pay periods are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from optimizer.planning.law import Law, Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours
from optimizer.staffing.pay.working_time import Terms, past_total
from optimizer.staffing.rules.charged import ChargedRule
from optimizer.staffing.rules.hours.once import once_walk
from optimizer.staffing.rules.rule import HoursRule
from optimizer.staffing.rules.spans import PERIOD, CountedSpan, SpanRule

MINUTES, WHOLE_HOURS = PARTS = ("minutes", "whole hours")


class Paid(NamedTuple):
    """The paid minutes of one person in a span: those of duties as terms, less ``credit`` for days of leave."""

    place: Place
    terms: Terms
    credit: int
    known: bool


@dataclass(frozen=True)
class PaidHoursRule(ChargedRule, SpanRule, HoursRule):
    """A rule on paid hours over a span.

    A day of approved leave on which nothing is entered counts ``leave`` minutes. ``parts`` says whether the minutes of
    a breach are charged, or its whole hours alone.
    """

    in_time = ("leave",)

    leave: int = 0
    parts: str = MINUTES

    @property
    def in_parts(self) -> bool:
        """Tell whether a part of an hour costs its part of the price."""
        return self.parts == MINUTES

    @property
    def spare(self) -> int:
        """Return the minutes of breach that are let pass."""
        return 0 if self.in_parts else self.per - 1

    def check(self, unit: Unit) -> None:
        """Refuse parts that nobody knows."""
        super().check(unit)
        if self.parts not in PARTS:
            raise ValueError(f"'{self.parts}' are no parts of hours; write {' or '.join(PARTS)}")

    def details(self) -> Iterator[str]:
        """Yield what leave counts, and that parts of hours do not."""
        yield from super().details()
        if self.leave:
            yield f"a day of approved leave counts {hours(self.leave)}"
        if not self.in_parts:
            yield "only whole hours beyond that are charged"

    def paid(self, unit: Unit) -> Iterator[Paid]:
        """Yield what everybody can be paid for in every span."""
        spans = list(self.counted_spans(unit))
        return (self._paid(unit, worker, span) for worker in self.counted(unit) for span in spans)

    def _paid(self, unit: Unit, worker: Worker, span: CountedSpan) -> Paid:
        away = {*span.meant} & unit.leave[worker.id] if self.leave else frozenset()
        pairs = (pair for day in span.meant for pair in unit.cells.get((worker.id, day), ()))
        terms = tuple((unit.paid(pair.what) - self.leave * (pair.what.day in away), pair) for pair in pairs)
        return Paid(Place(worker.id, *span.span), terms, self.leave * len(away), span.known)

    def has(self, unit: Unit, finding: Finding) -> str:
        """Return how many paid hours somebody has, and where."""
        (credit,) = (paid.credit for paid in self.paid(unit) if paid.place == finding.place)
        where = f"{self.where(finding)}{' ' + self.dates(finding) if self.span == PERIOD else ''}"
        return f"{unit.name_of(finding.place.who)} has {hours(finding.total + credit)} paid {where}"

    def law(self, unit: Unit, place: Place, terms: Terms, *, low: int | None = None, high: int | None = None) -> Law:
        """Return the law that bounds paid minutes: a sum, or a walk where a breach is charged once."""
        if self.once:
            return once_walk(unit, place, terms, low=low, high=high, price=self.per)
        return Sum(place, terms, low, high)

    def in_span(self, finding: Finding) -> str:
        """Return the limit, and the span that a finding ends."""
        return f"{hours(self.limit or 0)} paid in {self.span_until(finding)}"


@dataclass(frozen=True)
class MostHoursInPeriod(PaidHoursRule):
    """Gives nobody more than so many paid hours over a span, paid leave included; what is past is past charging."""

    key, title, unit = "most-hours-in-period", "Most hours in a period", "hour too many"
    sentence = "at most {limit} paid in {span}, leave included"

    limit: int = 160 * 60

    def counted(self, unit: Unit) -> Iterable[Worker]:
        """Return whose hours are counted: a human being's of all contracts together."""
        return self.humans(unit)

    def laws(self, unit: Unit) -> Iterator[Law]:
        """Yield one law a person and span."""
        for place, terms, credit, _ in self.paid(unit):
            high = max(self.limit - credit + self.spare, past_total(unit, terms))
            yield self.law(unit, place, terms, high=high)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours somebody has and how many it may be."""
        if self.once:
            return f"{unit.name_of(finding.place.who)} has more than {self.in_span(finding)}."
        return f"{self.has(unit, finding)}; it should be {hours(self.limit)} at most."


@dataclass(frozen=True)
class FewestHoursInPeriod(PaidHoursRule):
    """Gives everyone at least so many paid hours over a span that is wholly known, paid leave included."""

    key, title, unit = "fewest-hours-in-period", "Fewest hours in a period", "hour missing"
    sentence = "at least {limit} paid in {span}, leave included"

    limit: int = 120 * 60

    def laws(self, unit: Unit) -> Iterator[Law]:
        """Yield one law a person and span that is wholly known."""
        for place, terms, credit, known in self.paid(unit):
            if known:
                low = self.limit - credit - self.spare
                yield self.law(unit, place, terms, low=low)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many paid hours somebody has and how many it should be."""
        if self.once:
            return f"{unit.name_of(finding.place.who)} has fewer than {self.in_span(finding)}."
        return f"{self.has(unit, finding)}; it should be {hours(self.limit)} or more."
