"""The quality of a unit's schedules over its published periods, each measure against its own median."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple

from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.schedule.difference import changes_between
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.shortage import short_shifts
from optimizer.store.database.connection import Database
from optimizer.store.publications import Grounds, grounds_of, publications, published_plan, published_workbook
from optimizer.store.roles import Actor
from optimizer.summary.run_chart import RunChart, RunPoint, run_chart, signals_text, value_text
from optimizer.workbook.unit.read import read_bytes


class QualityMeasure(StrEnum):
    """What is measured of a published period: by the name that programs read; ``said`` is what people do."""

    GRANTED = "requests granted"
    OVERTIME = "overtime"
    SHORT = "short shifts"
    ACCEPTED = "musts accepted as broken"
    POINTS = "points of the score"
    CHANGED = "duties changed after publication"

    @property
    def said(self) -> str:
        """Return what it is called, in the words of all other pages."""
        words = {QualityMeasure.GRANTED: "requests met", QualityMeasure.ACCEPTED: "must-fix problems accepted"}
        return words.get(self, self.value)

    @property
    def unit(self) -> str:
        """Return what stands after its values."""
        return {QualityMeasure.GRANTED: " %", QualityMeasure.CHANGED: " %", QualityMeasure.OVERTIME: " h"}.get(self, "")


class QualityValue(NamedTuple):
    """A value of a measure, and what it rests on in words, "" where it is a plain count."""

    value: Fraction
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class PublishedPeriod:
    """A period as it was published last: its draft, its first day, its measures, and what was published when and why.

    A measure of nothing, such as requests where nobody asked, is missing.
    """

    draft: int
    first: date
    counted: Mapping[QualityMeasure, QualityValue]
    issues: tuple[Grounds, ...]


def published_period(database: Database, actor: Actor, draft: int) -> PublishedPeriod:
    """Return what a draft came to as it was published last, on the facts that it was published with."""
    issues = grounds_of(database, actor, draft)
    unit = read_bytes(published_workbook(database, actor, draft)).unit
    first, last = (published_plan(database, actor, draft, number) for number in (1, issues[-1].number))
    figures, changed = Figures(unit, last), changes_between(first, last)
    counted = {
        QualityMeasure.OVERTIME: QualityValue(Fraction(sum(figures.overtimes.values()), 60)),
        QualityMeasure.SHORT: QualityValue(Fraction(short_shifts(figures, CoverLevel.TARGET))),
        QualityMeasure.ACCEPTED: QualityValue(Fraction(len(issues[-1].accepted))),
        QualityMeasure.POINTS: QualityValue(Fraction(issues[-1].score.cost, 100)),
        **_part(QualityMeasure.GRANTED, figures.granted, figures.asked),
        **_part(QualityMeasure.CHANGED, len(changed), len(first)),
    }
    return PublishedPeriod(draft, unit.calendar.first, counted, issues)


def drafts_published(database: Database, actor: Actor, unit: str) -> tuple[int, ...]:
    """Return the drafts that a unit has published, the oldest first."""
    return tuple(dict.fromkeys(each.draft for each in publications(database, actor) if each.unit == unit))


def quality_charts(periods: Iterable[PublishedPeriod]) -> dict[QualityMeasure, RunChart]:
    """Return every measure over the periods; of two drafts of one period the newer counts."""
    by_first = {each.first: each for each in sorted(periods, key=lambda period: period.draft)}
    charts = {each: run_chart(_points(by_first.values(), each)) for each in QualityMeasure}
    return {measure: chart for measure, chart in charts.items() if chart}


def quality_rows(charts: Mapping[QualityMeasure, RunChart]) -> list[list[str]]:
    """Return a row for each measure: its last value, and what the periods tell."""
    return [
        [measure.said.capitalize(), value_text(chart.points[-1].value, measure.unit), signals_text(chart, measure.unit)]
        for measure, chart in charts.items()
    ]


def quality_json(charts: Mapping[QualityMeasure, RunChart]) -> list[dict[str, Any]]:
    """Return the charts as plain values."""
    return [
        {
            "measure": measure.value, "median": round(float(chart.median), 2),
            "points": [
                {"first": point.day.isoformat(), "value": round(float(point.value), 2), "rests_on": point.rests_on}
                for point in chart.points
            ],
            "shifts": [[day.isoformat() for day in signal.days] for signal in chart.shifts],
            "trends": [[day.isoformat() for day in signal.days] for signal in chart.trends],
        }
        for measure, chart in charts.items()
    ]  # fmt: skip


def _points(periods: Iterable[PublishedPeriod], measure: QualityMeasure) -> list[RunPoint]:
    there = (each for each in periods if measure in each.counted)
    return [RunPoint(each.first, *each.counted[measure]) for each in there]


def _part(measure: QualityMeasure, number: int, of: int) -> dict[QualityMeasure, QualityValue]:
    return {measure: QualityValue(Fraction(100 * number, of), f"{number} of {of}")} if of else {}
