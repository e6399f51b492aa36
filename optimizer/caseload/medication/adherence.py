"""Proportion of days covered (PDC) by a class of medicines, much as PQA counts it: "PQA-like".

Enrolment and age are not known here, which is why it is not the measure itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.caseload.medication.fill import Fill, ingredients_of, plain
from optimizer.caseload.medication.supply import covered, merged, supplies
from optimizer.caseload.source import CitedSource
from optimizer.caseload.span import DAY, PanelSpan
from optimizer.planning.words import on

SHORTEST, FEWEST = 91, 2
"""The first fill lies at least 91 days before the period's end, and there are two, on different days."""
LABEL = "PQA-like"


class MeasuredYear(StrEnum):
    """Which days are measured: those of the calendar year so far, or of the year before the day."""

    ROLLING = "rolling year"
    CALENDAR = "calendar year"

    def period(self, rolling: PanelSpan) -> PanelSpan:
        """Return the days that are measured, of a year that ends on a day."""
        return PanelSpan(date(rolling.last.year, 1, 1), rolling.last) if self is MeasuredYear.CALENDAR else rolling


@dataclass(frozen=True, slots=True)
class MeasureExclusions:
    """What keeps a patient from being measured, as far as it is known."""

    hospice: bool = False
    renal: bool = False


NOTHING_EXCLUDED = MeasureExclusions()


@dataclass(frozen=True, slots=True)
class Tracked:
    """A class whose days are counted: the words for it in the data, and the percent below which it is low.

    Who has a drug or a class of ``not_with`` is not measured, nor who is in hospice care or, but for
    ``in_renal_failure``, in end-stage renal disease. A day is covered by ``least`` ingredients at once, those ``aside``
    from them not counted.
    """

    title: str
    classes: frozenset[str]
    percent: int
    not_with: frozenset[str]
    source: CitedSource
    in_renal_failure: bool = True
    least: int = 1
    aside: frozenset[str] = frozenset()

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
    year: MeasuredYear = MeasuredYear.ROLLING

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
            f"({self.days} of {self.period.length}; {self.tracked.percent} % is enough; {LABEL}, {self.year})."
        )


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A class that was dispensed and cannot be measured, and why."""

    tracked: Tracked
    why: str


def adherence(
    fills: Sequence[Fill],
    tracked: Tracked,
    period: PanelSpan,
    year: MeasuredYear = MeasuredYear.ROLLING,
    excluded: MeasureExclusions = NOTHING_EXCLUDED,
) -> Adherence | Unmeasured | None:
    """Return the days covered by a class in a period, from one patient's fills in order; None without any fill of it.

    ``period`` ends with enrolment, measurement or death, whichever comes first. Supply beyond it is cut.
    """
    within = [fill for fill in fills if period.has(fill.filled)]
    own = [fill for fill in within if tracked.speaks_of(fill)]
    if not own:
        return None
    why = _kept_out(within, tracked, excluded) or _too_few(own, tracked, period.last)
    if why:
        return Unmeasured(tracked, f"{tracked.title} {why}")
    measured = PanelSpan(own[0].filled, period.last)
    return Adherence(tracked, measured, _covered(own, tracked, measured), year)


def _covered(own: Sequence[Fill], tracked: Tracked, measured: PanelSpan) -> int:
    """Return the days on which enough ingredients are on hand."""
    spans = [each for name, each in supplies(own).items() if name not in tracked.aside]
    if tracked.least == 1:
        return covered(merged(span for each in spans for span in each), measured)
    days = (measured.first + DAY * number for number in range(measured.length))
    return sum(sum(any(span.has(day) for span in each) for each in spans) >= tracked.least for day in days)


def _kept_out(within: Sequence[Fill], tracked: Tracked, excluded: MeasureExclusions) -> str:
    if excluded.hospice:
        return "is not measured in hospice care"
    if excluded.renal and not tracked.in_renal_failure:
        return "is not measured in end-stage renal disease"
    other = next((fill.drug for fill in within if tracked.rules_out(fill)), "")
    return f"is not measured beside {other}" if other else ""


def _too_few(own: Sequence[Fill], tracked: Tracked, last: date) -> str:
    days: dict[str, set[date]] = {}
    for fill in own:
        for name in fill.ingredients:
            days.setdefault(name, set()).add(fill.filled)
    if len({fill.filled for fill in own}) < FEWEST:
        return "was filled on one day only"
    often = [name for name, filled in days.items() if len(filled) >= FEWEST and name not in tracked.aside]
    if len(often) < tracked.least and tracked.least > 1:
        return f"has fewer than {tracked.least} medicines, each filled on {FEWEST} days"
    if (last - own[0].filled).days < SHORTEST:
        return f"was first filled less than {SHORTEST} days before the end"
    return ""
