"""Reads what hours cost: pay classes, and premiums on top."""

from typing import Any

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.rates import OCCASIONS, PRECEPTING, SCHEMES, PayClass, Premium
from optimizer.staffing.facts.shift import Kind, Part
from optimizer.staffing.facts.staff import Staff
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.table import Row, number, one_of
from optimizer.workbook.unit import layout_money
from optimizer.workbook.unit.read_people import named_rows
from optimizer.workbook.unit.read_rules import scope

FORTNIGHT = 14


def read_pay(source: UnitSource) -> dict[str, PayClass]:
    """Return the pay classes by name."""
    pay: dict[str, PayClass | None] = {}
    for row, name in named_rows(source, layout_money.PAY, "Pay class", pay):
        rate, scheme = row.get("Rate", number(0, 1000)), row.get("Overtime", one_of(SCHEMES, "way to count overtime"))
        if scheme and SCHEMES[scheme].by_pay_period and not _fortnights(source.calendar):
            row.fault("Overtime", f"'{scheme}' takes pay periods of {FORTNIGHT} days", "see the sheet Calendar")
        pay[name] = PayClass(
            _parts(rate, 100),
            scheme or "",
            _parts(row.get("Burden %", number(0, 200)), 10),
            _parts(row.get("Extra shifts", number(0, 500)), 100),
            _parts(row.get("Called in", number(0, 24)), 60),
        )
    return {name: paid for name, paid in pay.items() if paid}


def read_premiums(source: UnitSource, staff: tuple[Staff, ...]) -> tuple[Premium, ...]:
    """Return the premiums."""
    known = (*Part, *Kind, *OCCASIONS, *source.roles, *source.shifts)
    people = {tag for person in staff for tag in person.tags}
    table, premiums = source.table(layout_money.PREMIUMS), []
    for row in table.rows() if table else ():
        on = row.get("On", one_of(known, "shift, part of the day, role or occasion"))
        cents = _parts(row.get("Dollars an hour", number(0, 500)), 100)
        part = _parts(row.get("% of the rate", number(0, 300)), 10)
        to = row.get("For", lambda value: scope(value, people)) or ()
        if on == PRECEPTING and part:
            row.fault("% of the rate", "what a preceptor gets does not hang on the orientee's rate", "write dollars")
        _check_paid(row, cents, part)
        if row.ok and on:
            premiums.append(Premium(on, cents, part, to))
    return tuple(premiums)


def _check_paid(row: Row, cents: int, part: int) -> None:
    if row.ok and not cents and not part:
        row.fault("Dollars an hour", "the premium pays nothing", "write dollars an hour or a percentage of the rate")


def _fortnights(calendar: Calendar | None) -> bool:
    return calendar is None or calendar.pay_period_days == FORTNIGHT


def _parts(value: Any, each: int) -> int:
    return round((value or 0) * each)
