"""The days on which a drug is on hand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.span import DAY, PanelSpan

Spans = tuple[PanelSpan, ...]
"""Stretches in order that neither overlap nor touch."""


def shifted(fills: Iterable[Fill]) -> Spans:
    """Return the days of supply of one drug, its fills in order of date.

    An early refill begins on the day after the supply at hand ends (PQA, proportion of days covered).
    """
    runs: list[PanelSpan] = []
    for fill in fills:
        first = max(fill.filled, runs[-1].last + DAY) if runs else fill.filled
        runs.append(PanelSpan(first, first + DAY * (fill.days - 1)))
    return merged(runs)


def merged(runs: Iterable[PanelSpan]) -> Spans:
    """Return the days that are in any of some stretches."""
    out: list[PanelSpan] = []
    for run in sorted(runs):
        if out and run.first <= out[-1].last + DAY:
            out[-1] = PanelSpan(out[-1].first, max(out[-1].last, run.last))
        else:
            out.append(run)
    return tuple(out)


def common(one: Spans, other: Spans) -> Spans:
    """Return the days that are in both."""
    both = (PanelSpan(max(a.first, b.first), min(a.last, b.last)) for a in one for b in other)
    return merged(span for span in both if span.first <= span.last)


def covered(spans: Spans, period: PanelSpan) -> int:
    """Return how many days of a period are covered; what lies outside it is cut."""
    return sum(span.length for span in common(spans, (period,)))


def by_ingredient(fills: Iterable[Fill]) -> Mapping[str, Sequence[Fill]]:
    """Return the fills of every ingredient, in their order; a combination is under each of its own."""
    grouped: dict[str, list[Fill]] = defaultdict(list)
    for fill in fills:
        for ingredient in fill.ingredients:
            grouped[ingredient].append(fill)
    return grouped


def supplies(fills: Iterable[Fill]) -> Mapping[str, Spans]:
    """Return the days on which every ingredient is on hand, from one patient's fills in order of date."""
    return {ingredient: shifted(own) for ingredient, own in by_ingredient(fills).items()}


def on_hand(supply: Mapping[str, Spans], day: date) -> tuple[str, ...]:
    """Return the ingredients on hand on a day: the active medicines."""
    return tuple(sorted(name for name, spans in supply.items() if any(span.has(day) for span in spans)))
