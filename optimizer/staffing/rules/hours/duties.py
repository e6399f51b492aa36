"""How many duties somebody has in the planning period, in every week, or in any so many days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from optimizer.planning.law import Law, Place, Sum
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.working_time import Terms, past_total
from optimizer.staffing.rules.charged import ChargedRule
from optimizer.staffing.rules.hours.once import once_walk
from optimizer.staffing.rules.rule import DutiesRule
from optimizer.staffing.rules.spans import SpanRule


@dataclass(frozen=True)
class MostDuties(ChargedRule, SpanRule, DutiesRule):
    """Gives nobody more than so many duties in the planning period or another span; what is past is not charged."""

    key, title, unit = "most-duties", "Most duties in a period", "duty too many"
    sentence, measure = "at most {limit} in {span}", number_of("duty", "duties")

    limit: int = 20

    def laws(self, unit: Unit) -> Iterator[Law]:
        """Yield one law a person and span."""
        for place, terms, _ in _duties(self, unit, self.humans(unit)):
            high = max(self.limit, past_total(unit, terms))
            yield once_walk(unit, place, terms, high=high) if self.once else Sum(place, terms, high=high)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it may be."""
        if self.once:
            return f"{unit.name_of(finding.place.who)} has more than {_in_span(self, finding)}."
        return f"{_has(self, unit, finding)}; it should be {self.limit} at most."


@dataclass(frozen=True)
class FewestDuties(ChargedRule, SpanRule, DutiesRule):
    """Gives nobody fewer than so many duties in the planning period, or in another span of which all days are known."""

    key, title, unit = "fewest-duties", "Fewest duties in a period", "duty missing"
    sentence, measure = "at least {limit} in {span}", number_of("duty", "duties")

    limit: int = 1

    def laws(self, unit: Unit) -> Iterator[Law]:
        """Yield one law a person and span that is wholly known."""
        for place, terms, known in _duties(self, unit, self.counted(unit)):
            if known:
                low = self.limit
                yield once_walk(unit, place, terms, low=low) if self.once else Sum(place, terms, low=low)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it should be."""
        if self.once:
            return f"{unit.name_of(finding.place.who)} has fewer than {_in_span(self, finding)}."
        return f"{_has(self, unit, finding)}; it should be {self.limit} or more."


def _duties(
    rule: MostDuties | FewestDuties, unit: Unit, people: Iterable[Worker]
) -> Iterator[tuple[Place, Terms, bool]]:
    """Yield everybody's duties in the shifts meant, and whether their span is known; without such a shift nobody's."""
    meant, spans = unit.meant(rule.shifts), list(rule.counted_spans(unit))
    for worker in people if meant else ():
        for span in spans:
            cells = (pair for day in span.meant for pair in unit.cells.get((worker.id, day), ()))
            terms = tuple((1, pair) for pair in cells if pair.what.shift in meant)
            yield Place(worker.id, *span.span), terms, span.known


def _has(rule: MostDuties | FewestDuties, unit: Unit, finding: Finding) -> str:
    return f"{unit.name_of(finding.place.who)} has {rule.duties(finding.total)} {rule.where(finding)}"


def _in_span(rule: MostDuties | FewestDuties, finding: Finding) -> str:
    """Return the limit, and the span that a finding ends."""
    return f"{rule.duties(rule.limit)} in {rule.span_until(finding)}"
