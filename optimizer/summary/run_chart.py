"""A measure over periods, with its median and what tells that more than chance is at work.

Shift: six or more points in a row on one side of the median, points on it left out; trend: five or more in a row that
all rise or all fall, equal ones counted once (NAHQ, run chart rules, read on 28 November 2026). The trend rule hardly
finds a drift (Anhøj and Olesen, PLoS ONE 9:e113825, abstract), so a trend alone is a reason to ask, not a finding.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import NamedTuple

SHIFT, TREND = 6, 5


class RunPoint(NamedTuple):
    """A period by its first day, its value, and what that rests on: "21 of 25"."""

    day: date
    value: Fraction
    rests_on: str = ""


class Signal(NamedTuple):
    """Points in a row that chance alone would seldom make, by their days; ``up`` where they lie above or rise."""

    days: tuple[date, ...]
    up: bool


@dataclass(frozen=True, slots=True)
class RunChart:
    """Points in the order of their periods, their median, and the signals among them."""

    points: tuple[RunPoint, ...]
    median: Fraction
    shifts: tuple[Signal, ...]
    trends: tuple[Signal, ...]

    def period(self, day: date) -> str:
        """Return how a period is called: as a month where all of them begin with one, else by its first day."""
        return f"{day:%Y-%m}" if all(point.day.day == 1 for point in self.points) else day.isoformat()


def run_chart(points: Iterable[RunPoint]) -> RunChart | None:
    """Return a measure over its periods; None without any."""
    ordered = tuple(sorted(points))
    if not ordered:
        return None
    middle = Fraction(median(point.value for point in ordered))
    return RunChart(ordered, middle, _shifts(ordered, middle), _trends(ordered))


def _shifts(points: Sequence[RunPoint], middle: Fraction) -> tuple[Signal, ...]:
    aside = [point for point in points if point.value != middle]
    runs = _runs([point.value > middle for point in aside])
    return tuple(
        Signal(tuple(point.day for point in aside[first:last]), aside[first].value > middle)
        for first, last in runs
        if last - first >= SHIFT
    )


def _trends(points: Sequence[RunPoint]) -> tuple[Signal, ...]:
    """Return the trends; of equal values in a row only the first is looked at."""
    moved = [p for place, p in enumerate(points) if not place or p.value != points[place - 1].value]
    rises = [after.value > before.value for before, after in pairwise(moved)]
    return tuple(
        Signal(tuple(point.day for point in moved[first : last + 1]), rises[first])
        for first, last in _runs(rises)
        if last + 1 - first >= TREND
    )


def _runs(sides: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where runs of the same side begin and end; the end is not among them."""
    turns = [place for place in range(1, len(sides)) if sides[place] != sides[place - 1]]
    ends = [0, *turns, len(sides)]
    return [*pairwise(ends)]


def signals_text(chart: RunChart, unit: str = " %") -> str:
    """Return the median and what tells of more than chance, such as "median 84 %; shift: 6 above it since 2026-05"."""
    told = [f"median {value_text(chart.median, unit)} of {len(chart.points)}"]
    told += [f"shift: {_span(chart, each, 'above it', 'below it')}" for each in chart.shifts]
    told += [f"trend: {_span(chart, each, 'rising', 'falling')}" for each in chart.trends]
    if not chart.shifts and not chart.trends:
        few = f"too few to tell more than chance; that takes {SHIFT}"
        told.append(few if len(chart.points) < SHIFT else "nothing beyond chance")
    return "; ".join(told)


def value_text(value: Fraction, unit: str) -> str:
    """Return a value with one digit after the point where it needs one."""
    return f"{float(value):,.1f}".removesuffix(".0") + unit


def _span(chart: RunChart, signal: Signal, up: str, down: str) -> str:
    first, last = (chart.period(day) for day in (signal.days[0], signal.days[-1]))
    return f"{len(signal.days)} {up if signal.up else down}, {first} to {last}"
