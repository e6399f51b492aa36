"""How many duties somebody has in the planning period, in every week, or in any so many days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.working_time import Terms, past_total
from optimizer.staffing.rules.rule import DutiesRule
from optimizer.staffing.rules.spans import SpanRule


@dataclass(frozen=True)
class MostDuties(SpanRule, DutiesRule):
    """Gives nobody more than so many duties in the planning period or another span; what is past is not charged."""

    key, title, unit = "most-duties", "Most duties in a period", "duty too many"
    sentence, measure = "at most {limit} in {span}", number_of("duty", "duties")

    limit: int = 20

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person and span."""
        for place, terms, _ in _duties(self, unit, self.humans(unit)):
            yield Sum(place, terms, high=max(self.limit, past_total(unit, terms)))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it may be."""
        return f"{_has(self, unit, finding)}; it should be {self.limit} at most."


@dataclass(frozen=True)
class FewestDuties(SpanRule, DutiesRule):
    """Gives nobody fewer than so many duties in the planning period, or in another span of which all days are known."""

    key, title, unit = "fewest-duties", "Fewest duties in a period", "duty missing"
    sentence, measure = "at least {limit} in {span}", number_of("duty", "duties")

    limit: int = 1

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person and span that is wholly known."""
        return (
            Sum(place, terms, low=self.limit)
            for place, terms, known in _duties(self, unit, self.concerned(unit))
            if known
        )

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has and how many it should be."""
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
