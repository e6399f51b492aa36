"""Measures of case managers over months, each against its own median, and never one against another."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from optimizer.caseload.panel import Panel
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.month_figure import MonthFigure
from optimizer.summary.run_chart import RunChart, RunPoint, run_chart, signals_text

WHOLE = "The panel"
PERFORMANCE_HEADERS = ["Of whom", "What the months tell"]
STANDING_HEADERS = ["Case manager", *(measure.capitalize() for measure in list(CaseMeasure)[:3])]


class PerformanceChart(NamedTuple):
    """A measure over months of one case manager, or where ``who`` is "" of the panel."""

    who: str
    name: str
    chart: RunChart


def performance_charts(
    panel: Panel, figures: Iterable[MonthFigure], measure: CaseMeasure
) -> tuple[PerformanceChart, ...]:
    """Return a measure of the panel and of every case manager of whom something is noted, in the panel's order.

    The panel's own rows count where there are some; else those of the case managers are added up.
    """
    noted = [each for each in figures if each.measure is measure and each.of]
    own = [each for each in noted if not each.manager] or _together(noted)
    rows = [("", WHOLE, own)]
    rows += [(who.id, panel.name_of(who.id), [e for e in noted if e.manager == who.id]) for who in panel.managers]
    found = ((who, name, run_chart(_point(each) for each in mine)) for who, name, mine in rows)
    return tuple(PerformanceChart(who, name, chart) for who, name, chart in found if chart)


def performance_rows(charts: Iterable[PerformanceChart]) -> list[list[str]]:
    """Return a row for each chart, in words."""
    return [[each.name, signals_text(each.chart)] for each in charts]


def standing_rows(panel: Panel, figures: Sequence[MonthFigure]) -> list[list[str]]:
    """Return a row for each case manager with how the measures stand."""
    by_key = {(each.manager, each.measure): each for each in figures}
    return [
        [panel.name_of(who.id), *(_said(by_key.get((who.id, each))) for each in list(CaseMeasure)[:3])]
        for who in panel.managers
    ]


def performance_json(measure: CaseMeasure, charts: Iterable[PerformanceChart]) -> list[dict[str, Any]]:
    """Return the charts of a measure as plain values."""
    return [
        {
            "measure": measure.value, "manager": each.who or None, "median": round(float(each.chart.median), 2),
            "points": [
                {"month": point.day.isoformat(), "percent": round(float(point.value), 2), "rests_on": point.rests_on}
                for point in each.chart.points
            ],
            "shifts": [[day.isoformat() for day in signal.days] for signal in each.chart.shifts],
            "trends": [[day.isoformat() for day in signal.days] for signal in each.chart.trends],
        }
        for each in charts
    ]  # fmt: skip


def _together(noted: Iterable[MonthFigure]) -> list[MonthFigure]:
    """Return the figures of all case managers added up, month by month."""
    months: dict[date, list[MonthFigure]] = {}
    for each in noted:
        months.setdefault(each.month, []).append(each)
    return [
        MonthFigure(month, rows[0].measure, sum(each.number for each in rows), sum(each.of for each in rows))
        for month, rows in months.items()
    ]


def _point(figure: MonthFigure) -> RunPoint:
    return RunPoint(figure.month, figure.percent or Fraction(), f"{figure.number} of {figure.of}")


def _said(figure: MonthFigure | None) -> str:
    return f"{figure.number} of {figure.of}" if figure and figure.of else "-"
