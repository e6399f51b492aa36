"""Budgets of a whole hospital side by side: money against uncovered hours."""

from collections.abc import Callable, Sequence
from typing import Any

from optimizer.planning.currency import in_money
from optimizer.scenarios.hospital.told import UNCOVERED, WAGES, HospitalAccount
from optimizer.staffing.facts.words import MUST_FIX, POINTS, told_gap
from optimizer.workbook.report.comparison import COUNT, HOURS, MONEY, SHARE, ComparisonLine


def budgets_side_by_side(budgets: Sequence[int | None], told: Sequence[HospitalAccount]) -> list[ComparisonLine]:
    """Return a column for each figure, a row for each budget in cents, None where there is no limit."""

    def column(title: str, form: str, value: Callable[[HospitalAccount], Any]) -> ComparisonLine:
        return ComparisonLine("", title, form, tuple(value(each) for each in told))

    return [
        ComparisonLine(
            "", in_money("Budget"), MONEY, tuple(None if cents is None else cents / 100 for cents in budgets)
        ),
        column(in_money(WAGES), MONEY, lambda each: each.pay / 100),
        column(UNCOVERED, HOURS, lambda each: each.uncovered / 60),
        column("Overtime hours", HOURS, lambda each: each.overtime / 60),
        column("Agency hours", HOURS, lambda each: each.agency / 60),
        column(f"{MUST_FIX}, units", COUNT, lambda each: each.outcome.score.broken if each.outcome.score else None),
        column(POINTS, MONEY, lambda each: each.outcome.score.cost / 100 if each.outcome.score else None),
        column("No fewer than", MONEY, lambda each: each.outcome.bound / 100),
        column("Gap", SHARE, lambda each: told_gap(each.outcome.gap)),
    ]


def columns_json(columns: Sequence[ComparisonLine]) -> list[dict[str, Any]]:
    """Return columns as plain values, one dictionary a row."""
    titles = [column.title for column in columns]
    return [dict(zip(titles, row, strict=True)) for row in zip(*(column.values for column in columns), strict=True)]
