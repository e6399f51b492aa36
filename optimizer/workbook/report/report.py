"""Writes what a schedule comes to: a summary, its findings, everyone's hours, and the cost by job."""

from collections import defaultdict

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.currency import in_money
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.schedule.figures import Figures
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put, widths

SummaryLines = list[tuple[str, str]]


def write_summary(sheet: Worksheet, facts: SummaryLines) -> None:
    """Write facts as a list of names and values."""
    put(sheet, 1, 1, "Summary", style.TITLE)
    for row, (name, value) in enumerate(facts, start=3):
        put(sheet, row, 1, name, style.BOLD)
        put(sheet, row, 2, value).alignment = style.WRAP
    widths(sheet, (30, 90))
    style.printable(sheet, title_rows="1:1", wide=False)


def write_findings(sheet: Worksheet, unit: Unit, findings: tuple[Finding, ...]) -> None:
    """Write every breach, musts first, each with its sentence."""
    style.header(sheet, 1, ["Counts as", "Rule", "Who", "Day", "What is wrong", in_money("Cost")])
    for row, finding in enumerate(findings, start=2):
        put(sheet, row, 1, "must" if finding.must else "priced", style.WARNING if finding.must else None)
        put(sheet, row, 2, finding.rule.title)
        put(sheet, row, 3, unit.name_of(finding.place.who) if finding.place.who else None)
        put(sheet, row, 4, finding.place.day)
        put(sheet, row, 5, finding.rule.say(unit, finding)).alignment = style.WRAP
        put(sheet, row, 6, None if finding.must else finding.cost / 100).number_format = "#,##0.00"
    sheet.auto_filter.ref = f"A1:F{max(2, len(findings) + 1)}"
    widths(sheet, (10, 28, 24, 12, 90, 10))
    style.printable(sheet, title_rows="1:1", wide=False)


def write_hours(sheet: Worksheet, figures: Figures, *, pay: bool = False) -> None:
    """Write everyone's paid hours by pay period, overtime, and share of nights, weekends, holidays and wishes.

    What each person costs is private, so it is there only with ``pay``.
    """
    unit, periods = figures.unit, figures.unit.calendar.pay_periods
    spans = [f"Paid, {p.first:%b} {p.first.day} to {p.last:%b} {p.last.day}" for p in periods]
    counted = [
        "Overtime",
        "Nights",
        "Weekends",
        "Holidays",
        "Wishes, days",
        "Granted",
        "Fatigue",
        *([in_money("Pay")] if pay else []),
    ]
    style.header(sheet, 1, ["Id", "Name", "Job", "FTE", "Contract a pay period", *spans, *counted])
    wishes: dict[str, list[bool]] = defaultdict(list)
    for request, _, granted in figures.wishes:
        wishes[request.who].append(granted)
    for row, staff in enumerate(unit.staff, start=2):
        owed, _ = staff.contract(unit.calendar.full_time_of(periods[0]))
        paid = [figures.paid(staff, period) / 60 for period in periods]
        shares = [figures.nights(staff), figures.weekends(staff), figures.holidays(staff)]
        asked = [len(wishes[staff.id]), sum(wishes[staff.id])]
        money = [sum(figures.bills[staff.id].values()) / 100] if pay else []
        values = [
            staff.fte,
            owed / 60,
            *paid,
            figures.overtimes[staff.id] / 60,
            *shares,
            *asked,
            figures.fatigue(staff),
            *money,
        ]
        for column, value in enumerate([staff.id, staff.name, staff.job, *values], start=1):
            put(sheet, row, column, value)
    widths(sheet, (9, 24, 8, 7, 12, *[13] * len(spans), *[10] * len(counted)))
    style.printable(sheet, title_rows="1:1", wide=False)


def write_cost(sheet: Worksheet, figures: Figures) -> None:
    """Write paid hours and money by job and pay class, and by what it is spent on; nobody's own pay is shown."""
    buckets = [in_money(f"{bucket.capitalize()}") for bucket in Bucket]
    style.header(sheet, 1, ["Job", "Pay class", "People", "Paid hours", "Overtime hours", *buckets, in_money("Total")])
    groups: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (3 + len(Bucket)))
    for staff in figures.unit.staff:
        bill = [figures.bills[staff.id].get(bucket, 0) for bucket in Bucket]
        for number, value in enumerate((1, figures.paid(staff), figures.overtimes[staff.id], *bill)):
            groups[staff.job, staff.pay_class][number] += value
    total = [sum(column) for column in zip(*groups.values(), strict=True)]
    for row, (names, values) in enumerate([*sorted(groups.items()), (("Total", ""), total)], start=2):
        people, paid, overtime, *bill = values
        shown = (*names, people, paid / 60, overtime / 60, *(cents / 100 for cents in bill), sum(bill) / 100)
        for column, value in enumerate(shown, start=1):
            cell = put(sheet, row, column, value, style.BOLD if names[0] == "Total" else None)
            cell.number_format = "#,##0.00" if column > 5 else "General"
    widths(sheet, (10, 20, 8, 12, 14, *[14] * len(Bucket), 16))
    style.printable(sheet, title_rows="1:1", wide=True)
