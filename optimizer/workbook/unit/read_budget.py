"""Reads what is budgeted for the pay periods."""

from datetime import date

from optimizer.staffing.facts.rates import PeriodBudget
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.table import Row, day, number, whole
from optimizer.workbook.unit import layout_money


def read_budget(source: UnitSource) -> tuple[PeriodBudget, ...]:
    """Return the budget's lines."""
    table, lines = source.table(layout_money.BUDGET), list[PeriodBudget]()
    for row in table.rows() if table else ():
        first, days = row.get("Pay period", day), row.get("Patient days", whole(0, 100_000))
        each, rate = row.get("Hours per patient day", number(0, 48)), row.get("Dollars an hour", number(0, 1000))
        aside = row.get(layout_money.ASIDE, number(0, 100_000_000))
        _check_start(source, row, first, lines)
        if row.ok and days is not None and each is not None and rate is not None:
            lines.append(PeriodBudget(first, days, round(each * 60), round(rate * 100), round((aside or 0) * 100)))
    return tuple(lines)


def _check_start(source: UnitSource, row: Row, first: date | None, lines: list[PeriodBudget]) -> None:
    if any(line.first == first for line in lines):
        row.fault("Pay period", "there is a row for this already", "leave one of them")
    starts = [span.first for span in source.calendar.pay_periods] if source.calendar else []
    if first is not None and starts and not _begins(source, first, starts[0]):
        told = ", ".join(map(str, starts))
        row.fault("Pay period", f"no pay period begins on {first}", f"they begin on {told}")


def _begins(source: UnitSource, first: date, start: date) -> bool:
    """Tell whether a pay period begins on a day, one of this planning period or of another."""
    return source.calendar is None or (first - start).days % source.calendar.pay_period_days == 0
