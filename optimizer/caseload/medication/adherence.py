"""Proportion of days covered (PDC) by a class of medicines, by the rule of PQA."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.caseload.medication.fill import Fill, ingredients_of, plain
from optimizer.caseload.medication.supply import covered, merged, supplies
from optimizer.caseload.source import CitedSource
from optimizer.caseload.span import PanelSpan
from optimizer.planning.words import on

SHORTEST, FEWEST = 91, 2
"""The first fill lies at least 91 days before the period's end, and there are two."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A class whose days are counted: the words for it in the data, and the percent below which it is low.

    Who has a drug or a class of ``not_with`` is not measured.
    """

    title: str
    classes: frozenset[str]
    percent: int
    not_with: frozenset[str]
    source: CitedSource

    def speaks_of(self, fill: Fill) -> bool:
        """Tell whether a fill belongs to the class."""
        return not fill.groups.isdisjoint(self.classes)

    def rules_out(self, fill: Fill) -> bool:
        """Tell whether a fill keeps its patient from being measured."""
        return bool(self.not_with.intersection((*fill.groups, plain(fill.drug), *ingredients_of(fill.drug))))


@dataclass(frozen=True, slots=True)
class Adherence:
    """The days covered of a class, from its first fill to the end of the period."""

    tracked: Tracked
    period: PanelSpan
    days: int

    @property
    def low(self) -> bool:
        """Tell whether fewer days are covered than there should be."""
        return 100 * self.days < self.tracked.percent * self.period.length

    @property
    def percent(self) -> int:
        """Return the percent of days covered, rounded down so that what is low never looks enough."""
        return 100 * self.days // self.period.length

    @property
    def sentence(self) -> str:
        """Return how many days were covered."""
        since = f"{on(self.period.first)} {self.period.first.year}"
        return (
            f"{self.tracked.title} covered {self.percent} % of the days since {since} "
            f"({self.days} of {self.period.length}; {self.tracked.percent} % is enough)."
        )


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A class that was dispensed and cannot be measured, and why."""

    tracked: Tracked
    why: str


def adherence(fills: Sequence[Fill], tracked: Tracked, period: PanelSpan) -> Adherence | Unmeasured | None:
    """Return the days covered by a class in a period, from one patient's fills in order; None without any fill of it.

    ``period`` ends with enrolment, measurement or death, whichever comes first. Supply beyond it is cut.
    """
    within = [fill for fill in fills if period.has(fill.filled)]
    own = [fill for fill in within if tracked.speaks_of(fill)]
    if not own:
        return None
    why = _why_not(within, own, tracked, period.last)
    if why:
        return Unmeasured(tracked, why)
    measured = PanelSpan(own[0].filled, period.last)
    return Adherence(tracked, measured, covered(merged(_runs(own)), measured))


def _runs(own: Iterable[Fill]) -> Iterable[PanelSpan]:
    return (span for spans in supplies(own).values() for span in spans)


def _why_not(within: Sequence[Fill], own: Sequence[Fill], tracked: Tracked, last: date) -> str:
    if other := next((fill.drug for fill in within if tracked.rules_out(fill)), ""):
        return f"{tracked.title} is not measured beside {other}"
    if len(own) < FEWEST:
        return f"{tracked.title} was filled only once"
    if (last - own[0].filled).days < SHORTEST:
        return f"{tracked.title} was first filled less than {SHORTEST} days before the end"
    return ""
