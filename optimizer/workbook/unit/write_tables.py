"""Writes the facts and the policy of a unit as tables that read back to the same."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.policy import Mode, Policy
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.setting_aside import with_aside
from optimizer.staffing.facts.shift import Shift, part_of_day
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock
from optimizer.staffing.policy import RULES
from optimizer.staffing.scenario import RuleChange, Scenario
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.style import header, printable, put
from optimizer.workbook.unit import layout, layout_money
from optimizer.workbook.unit.layout_ledger import LEDGER
from optimizer.workbook.unit.read_calendar import WEEKDAYS
from optimizer.workbook.unit.read_rules import BY_KEY, OWN_COLUMNS
from optimizer.workbook.unit.when_text import when_text
from optimizer.workbook.unit.write_care import care_lines

Line = tuple[Any, ...]
ROOM = 500
"""How many rows below the header offer their choices."""


def write_tables(book: Workbook, unit: Unit, policy: Policy, scenarios: Iterable[Scenario] = ()) -> None:
    """Add every table of a unit to a workbook."""
    for sheet, lines in lines_of(unit, policy, scenarios).items():
        write_table(book.create_sheet(sheet.title), sheet, lines)


def lines_of(unit: Unit, policy: Policy, scenarios: Iterable[Scenario] = ()) -> dict[Sheet, list[Line]]:
    """Return the lines of every table of a unit, in the order of the sheets."""
    unit = with_aside(unit)
    lines = {
        layout.CALENDAR: _calendar(unit),
        layout.HOLIDAYS: sorted(unit.calendar.holidays.items()),
        layout.ROLES: [(role.name, ", ".join(role.requires), role.mark) for role in unit.roles],
        layout.SHIFTS: [_shift(shift) for shift in unit.shifts],
        layout.STAFF: [_staff(staff) for staff in unit.staff],
        layout.CREDENTIALS: [(s.id, name, expires) for s in unit.staff for name, expires in s.credentials.items()],
        layout.NEEDS: [
            (when_text(n.when), n.shift, n.role, n.minimum, n.target, n.maximum) for n in unit.needs if not n.computed
        ],
        **care_lines(unit.care),
        layout.SKILLS: [(when_text(n.when), n.shift, n.credential, n.at_least) for n in unit.skill_needs],
        layout.REQUESTS: [
            (r.who, r.wish, r.first, r.last, r.shift, r.weight, "yes" if r.approved else "") for r in unit.requests
        ],
        layout.LOCKED: [(pair.who, *pair.what) for pair in sorted(unit.locked)],
        layout.TIES: [(tie.who, tie.other, tie.bond) for tie in unit.ties],
        layout_money.PAY: [_pay(name, paid) for name, paid in unit.pay.items()],
        layout_money.PREMIUMS: [(p.on, _part(p.cents, 100), _part(p.part, 10), ", ".join(p.to)) for p in unit.premiums],
        layout_money.BUDGET: [
            (b.first, b.patient_days, b.minutes_each / 60, b.rate / 100, b.aside / 100 or None) for b in unit.budget
        ],
        LEDGER: [_ledger_row(row) for row in unit.ledger],
        layout.RULES: list(rule_lines(policy, RULES)),
        layout_money.SCENARIOS: [_scenario(scenario) for scenario in scenarios],
    }
    return {sheet: lines[sheet] for sheet in layout.SHEETS}


def write_table(sheet: Worksheet, layout_sheet: Sheet, lines: Iterable[Line] = ()) -> None:
    """Write a table's header, with what goes under it as notes, and its lines."""
    header(sheet, 1, [column.header for column in layout_sheet.columns])
    for number, column in enumerate(layout_sheet.columns, start=1):
        describe(sheet, 1, number, column)
    for row, line in enumerate(lines, start=2):
        for number, value in enumerate(line, start=1):
            if value not in (None, ""):
                put(sheet, row, number, value)
    printable(sheet, title_rows="1:1", wide=False)


def describe(sheet: Worksheet, row: int, number: int, column: Column) -> None:
    """Give a header cell its note, and the cells below it their width and choices."""
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = column.width
    note = Comment(column.about, "optimizer")
    note.width, note.height = 260, 110
    sheet.cell(row, number).comment = note
    if column.choices:
        choices = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=not column.required)
        sheet.add_data_validation(choices)
        choices.add(f"{letter}{row + 1}:{letter}{ROOM}")


def _calendar(unit: Unit) -> list[Line]:
    calendar = unit.calendar
    nights = layout.FRIDAY_NIGHTS if calendar.night_weekend_shift else layout.SATURDAY_NIGHTS
    values = (
        unit.name, calendar.first, calendar.last, WEEKDAYS[calendar.week_start], calendar.pay_period_start,
        calendar.pay_period_days, calendar.full_time / 60, calendar.overtime_after / 60, nights,
        ", ".join(unit.jurisdictions), unit.kind,
    )  # fmt: skip
    return [(name, value, about) for (name, about), value in zip(layout.SETTINGS, values, strict=True)]


def _shift(shift: Shift) -> Line:
    usual = part_of_day(shift.start, shift.end) is shift.part
    part = "" if usual else shift.part
    times = (clock(shift.start), clock(shift.end))
    return (shift.code, shift.name, *times, shift.unpaid_break, shift.paid / 60, shift.kind, part, shift.colour)


def _staff(staff: Staff) -> Line:
    return (
        staff.id, staff.name, staff.job, ", ".join(staff.roles), staff.fte, staff.employment, ", ".join(staff.shifts),
        round(staff.experience / 12, 2), staff.started, staff.leaves, staff.pay_class, ", ".join(staff.groups),
        ", ".join(staff.preceptors), _hours(staff.least), _hours(staff.most),
        staff.review_due,
    )  # fmt: skip


def _pay(name: str, paid: PayClass) -> Line:
    added = (_part(paid.burden, 10), _part(paid.extra, 100), _part(paid.called_in, 60))
    return (name, paid.rate / 100, paid.overtime, *added)


def _part(value: int, each: int) -> float | None:
    return value / each if value else None


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else minutes / 60


def _ledger_row(row: LedgerRow) -> Line:
    counts = (row.nights, row.weekends, row.holidays, row.asked, row.granted, row.moved, row.denied_in_a_row)
    return (row.who, row.first, row.last, row.fte, row.present, *counts)


def rule_lines(policy: Policy, rules: Iterable[type[Rule[Any]]]) -> Iterator[Line]:
    """Yield a line for every ruling of some rules, and one that is off for every rule the policy leaves out."""
    rules = tuple(rules)
    for ruling in (ruling for ruling in policy.rulings if isinstance(ruling.rule, rules)):
        price = ruling.price / 100 if ruling.mode is Mode.PRICED else None
        yield _rule(ruling.rule, ruling.mode, price)
    present = {ruling.rule.key for ruling in policy.rulings}
    for rule in rules:
        if rule.key not in present and not rule.always_must:
            yield _rule(rule(), Mode.OFF, None)


def _rule(rule: Rule[Any], mode: Mode, price: float | None) -> Line:
    measure = rule.measure
    shown = rule.limit / measure.scale if measure and rule.limit is not None else None
    counted = measure.title if measure else ""
    details = "; ".join(
        f"{f.name}={_setting(getattr(rule, f.name))}" for f in fields(rule) if f.name not in OWN_COLUMNS
    )
    scopes = (", ".join(getattr(rule, "to", ())), ", ".join(getattr(rule, "shifts", ())))
    return (rule.key, mode, price, rule.unit, shown, counted, *scopes, details, rule.in_general())


def _setting(value: Any) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _scenario(scenario: Scenario) -> Line:
    return (
        scenario.name, scenario.about, _scaled(scenario.budget, 100), _hours(scenario.overtime_cap),
        _hours(scenario.agency_cap), _scaled(scenario.wages, 10), _scaled(scenario.agency_rate, 10),
        _scaled(scenario.census, 10), _hours(scenario.hppd), ", ".join(scenario.jurisdictions or ()),
        ", ".join(scenario.remove), ", ".join(map(str, scenario.add)),
        "; ".join(map(_rule_change, scenario.rules)),
    )  # fmt: skip


def _scaled(value: int | None, scale: int) -> float | None:
    return None if value is None else value / scale


def _rule_change(change: RuleChange) -> str:
    price = None if change.price is None else f"{change.price / 100:.12g}"
    measure = BY_KEY[change.key].measure
    limit = None if change.limit is None or not measure else f"limit {change.limit / measure.scale:.12g}"
    return f"{change.key}={' '.join(word for word in (change.mode, price, limit) if word)}"
