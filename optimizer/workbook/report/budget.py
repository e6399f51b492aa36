"""Writes the budget beside what the schedule comes to: lines down, pay periods across, as finance reads it."""

from collections.abc import Callable
from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.currency import in_money
from optimizer.staffing.facts.words import on
from optimizer.staffing.need.hppd import DIRECT, PAID, WORKED
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.schedule.budget_report import PeriodReport, summed
from optimizer.staffing.schedule.variance import CAUSES, Variance
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put, widths

AmountOf = Callable[[PeriodReport], Fraction | int]
PeriodRatio = Callable[[PeriodReport], Fraction | None]
MONEY, HOURS, EACH, PART = "#,##0.00", "#,##0.0", "0.00", "0.0%"

VOLUME: tuple[tuple[str, AmountOf, str], ...] = (
    ("Patient days, budget", lambda r: r.budget.volume, HOURS),
    ("Patient days, actual", lambda r: r.actual.volume, HOURS),
    ("Hours at the bedside, budget", lambda r: r.budget.volume * r.budget.hours_each, HOURS),
    ("Hours at the bedside, earned by the patients there are", lambda r: r.actual.volume * r.budget.hours_each, HOURS),
    ("Hours at the bedside, worked", lambda r: r.actual.hours, HOURS),
    ("Hours at the bedside for patients, worked", lambda r: Fraction(r.hours.direct, 60), HOURS),
    ("Hours paid, leave, orientation and education too", lambda r: Fraction(r.hours.paid or 0, 60), HOURS),
    ("Overtime hours", lambda r: Fraction(r.overtime, 60), HOURS),
    ("Agency hours at the bedside", lambda r: Fraction(r.agency, 60), HOURS),
)
RATIOS: tuple[tuple[str, PeriodRatio, str], ...] = (
    ("FTE paid", lambda r: r.fte, EACH),
    (f"{WORKED}, budget", lambda r: r.budget.hours_each, EACH),
    (WORKED, lambda r: r.hours.worked_each, EACH),
    (DIRECT, lambda r: r.hours.direct_each, EACH),
    (PAID, lambda r: r.hours.paid_each, EACH),
    ("Productivity: earned hours / worked hours", lambda r: r.productivity, PART),
)
COST: tuple[tuple[str, AmountOf, str], ...] = (
    ("Original budget", lambda r: r.budget.cost / 100, MONEY),
    ("Flexible budget, for the patients there are", lambda r: r.variance.flexible / 100, MONEY),
    ("Actual", lambda r: r.actual.cost / 100, MONEY),
    ("Leave, orientation and education, budget", lambda r: r.budget.aside / 100, MONEY),
    ("Leave, orientation and education, actual", lambda r: r.actual.aside / 100, MONEY),
)


def write_budget(sheet: Worksheet, reports: tuple[PeriodReport, ...]) -> None:
    """Write a column a pay period, and a total where lines add up. Above 0 is unfavourable (U), below favourable."""
    spans = [f"{on(report.span.first)} to {on(report.span.last)}" for report in reports]
    style.header(sheet, 1, ["Line", *spans, "Total"])
    row = 2
    for title, amount, shape in VOLUME:
        row = _amounts(sheet, row, title, reports, amount, shape)
    for title, ratio, shape in RATIOS:
        row = _line(sheet, row, title, [ratio(report) for report in reports], shape)
    for bucket in Bucket:
        row = _amounts(sheet, row, in_money(f"{bucket.capitalize()}"), reports, _spent(bucket), MONEY)
    for title, amount, shape in COST:
        row = _amounts(sheet, row, in_money(title), reports, amount, shape)
    for cause in CAUSES:
        row = _variances(sheet, row, in_money(f"{cause.title} variance: {cause.about}"), reports, cause.of)
    row = _variances(sheet, row, in_money("Total variance"), reports, lambda found: found.total)
    row = _line(sheet, row, "Beyond the flexible budget", [report.variance.part for report in reports], PART)
    asked = ["explain" if report.variance.asks else "" for report in reports]
    _line(sheet, row, "More than 5 % either way asks for an explanation", asked, "General")
    widths(sheet, (54, *[26] * (len(reports) + 1)))
    style.printable(sheet, title_rows="1:1", wide=False)


def _spent(bucket: Bucket) -> AmountOf:
    return lambda report: Fraction(report.spent[bucket], 100)


def _amounts(
    sheet: Worksheet, row: int, title: str, reports: tuple[PeriodReport, ...], amount: AmountOf, shape: str
) -> int:
    values = [Fraction(amount(report)) for report in reports]
    return _line(sheet, row, title, [*values, summed(reports, amount)], shape)


def _variances(
    sheet: Worksheet, row: int, title: str, reports: tuple[PeriodReport, ...], cause: Callable[[Variance], Fraction]
) -> int:
    return _amounts(
        sheet, row, title, reports, lambda report: cause(report.variance) / 100, f'{MONEY}" U";-{MONEY}" F";0.00'
    )


def _line(
    sheet: Worksheet, row: int, title: str, values: list[Fraction] | list[Fraction | None] | list[str], shape: str
) -> int:
    put(sheet, row, 1, title, style.BOLD)
    for column, value in enumerate(values, start=2):
        cell = put(sheet, row, column, float(value) if isinstance(value, Fraction) else value)
        cell.number_format = shape
    return row + 1
