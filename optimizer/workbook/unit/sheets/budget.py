"""The sheet Budget: what is budgeted for the pay periods."""

from datetime import date

from optimizer.staffing.facts.rates import PeriodBudget
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import empty_for_nothing, hours, numbers_in, plain, wholes
from optimizer.workbook.table.parse import day
from optimizer.workbook.table.sheet import Column, Holds, Sheet
from optimizer.workbook.table.table import SheetRow

PERIOD = Column(
    "Pay period",
    "Its first day. Every pay period without a row of its own when empty.",
    plain(day, holds=Holds.DATE),
    "first",
    width=13,
)
BUDGET = Sheet(
    "Budget",
    "What is budgeted for each pay period, to be flexed by the patients there are.",
    (
        PERIOD,
        Column(
            "Patient days",
            "Patients at midnight, added up over the pay period.",
            wholes(0, 100_000),
            "patient_days",
            required=True,
        ),
        Column(
            "Hours per patient day",
            "At the bedside, all roles together, a free charge nurse too (worked HPPD).",
            hours(0, 48),
            "minutes_each",
            required=True,
            width=14,
        ),
        Column(
            "Dollars an hour",
            "For each hour at the bedside, with premiums, overtime, on call and burden.",
            numbers_in(100, 0, 1000),
            "rate",
            required=True,
            width=14,
        ),
        Column(
            "Dollars of leave and classes",
            "Pay for leave, orientation and education in the pay period, however many patients there are. None when "
            "empty.",
            empty_for_nothing(numbers_in(100, 0, 100_000_000)),
            "aside",
            width=14,
        ),
    ),
    of=PeriodBudget,
)


def read_budget(source: UnitSource) -> tuple[PeriodBudget, ...]:
    """Return the budget's lines."""
    lines: list[PeriodBudget] = []
    for row in source.rows(BUDGET):
        facts = row.facts()
        _check_start(source, row, lines)
        if row.ok:
            lines.append(PeriodBudget(**{"first": None, **facts}))
    return tuple(lines)


def _check_start(source: UnitSource, row: SheetRow, lines: list[PeriodBudget]) -> None:
    first = row[PERIOD]
    if any(line.first == first for line in lines):
        row.fault(PERIOD, "there is a row for this already", "leave one of them")
    starts = [span.first for span in source.calendar.pay_periods] if source.calendar else []
    if first is not None and starts and not _begins(source, first):
        told = ", ".join(map(str, starts))
        row.fault(PERIOD, f"no pay period begins on {first}", f"they begin on {told}")


def _begins(source: UnitSource, first: date) -> bool:
    """Tell whether a pay period begins on a day, one of this planning period or of another."""
    return source.calendar is None or source.calendar.pay_period_of(first).first == first
