"""Reads roles, shifts and people."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Part, Shift, part_of_day
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole
from optimizer.workbook.table.hours_cell import hours_of
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.table.source import Sheets, Source
from optimizer.workbook.table.table import (
    Row,
    UnreadableError,
    many_of,
    minute_of_day,
    number,
    one_of,
    text,
    whole,
    words,
)  # fmt: skip
from optimizer.workbook.unit import layout

COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


def read_roles(source: Source) -> tuple[DutyRole, ...]:
    """Return the roles, and make them known."""
    for row, name in named_rows(source, layout.ROLES, "Role", source.roles):
        source.roles[name] = DutyRole(name, row.get("Requires", words) or (), row.get("Mark", text) or "")
    return tuple(source.roles.values())


def read_shifts(source: Source) -> tuple[Shift, ...]:
    """Return the shifts, and make them known."""
    for row, code in named_rows(source, layout.SHIFTS, "Code", source.shifts):
        source.shifts[code] = _shift(row, code)
    return tuple(shift for shift in source.shifts.values() if shift is not None)


def read_staff(source: Source, pay: Mapping[str, object]) -> tuple[Staff, ...]:
    """Return the people with their credentials, and make them known."""
    rows = list(named_rows(source, layout.STAFF, "Id", source.staff))
    for row, who in rows:
        source.staff[who] = _person(source, row, who, pay)
    for row, who in rows:
        preceptors = row.get("Preceptors", many_of(source.staff, "staff id"))
        person = source.staff[who]
        if person is not None and preceptors:
            source.staff[who] = replace(person, preceptors=preceptors)
    for who, held in _credentials(source).items():
        person = source.staff[who]
        source.staff[who] = person and replace(person, credentials=held)
    return tuple(person for person in source.staff.values() if person is not None)


def named_rows(source: Sheets, sheet: Sheet, header: str, known: Mapping[str, object]) -> Iterator[tuple[Row, str]]:
    """Yield the rows of a sheet with the name that each must have for itself, and take note of names used twice."""
    table, seen = source.table(sheet), set(known)
    for row in table.rows() if table else ():
        name = row.get(header, text)
        if name is not None and name in seen:
            row.fault(header, f"'{name}' stands twice", f"give every row its own {header.casefold()}")
        elif name is not None:
            seen.add(name)
            if isinstance(known, dict):
                known.setdefault(name, None)
            yield row, name


def _shift(row: Row, code: str) -> Shift | None:
    start, end = row.get("Start", minute_of_day), row.get("End", minute_of_day)
    unpaid = row.get("Unpaid break", whole(0, 600)) or 0
    paid_hours = row.get("Paid hours", hours_of(0, 24))
    kind = Kind(row.get("Kind", one_of([*Kind], "kind of shift")) or Kind.WORK)
    part = row.get("Part of day", one_of([*Part], "part of the day"))
    colour = row.get("Colour", _colour) or ""
    if start is None or end is None:
        return None
    end = end if end > start else end + DAY_MINUTES
    usual = 0 if kind is Kind.ON_CALL else max(0, end - start - unpaid)
    paid = usual if paid_hours is None else round(paid_hours * 60)
    if paid > end - start:
        row.fault("Paid hours", f"{paid_hours:g} paid hours are more than the shift lasts", "lower them")
    name = row.get("Name", text) or code
    return Shift(code, name, start, end, paid, unpaid, kind, Part(part) if part else part_of_day(start, end), colour)


def _colour(value: object) -> str:
    match = COLOUR.fullmatch(text(value).rjust(6, "0"))
    if not match:
        raise UnreadableError(f"'{value}' is not a colour", "write six hexadecimal digits, such as FFE699")
    return match[1].upper()


def _person(source: Source, row: Row, who: str, pay: Mapping[str, object]) -> Staff | None:
    roles = row.get("Roles", many_of(source.roles, "role"))
    name, job, fte = row.get("Name", text), row.get("Job", text), row.get("FTE", number(0, 1.5))
    employment = row.get("Type", one_of([*Employment], "type of employment"))
    shifts = row.get("Shifts", many_of(source.shifts, "shift"))
    years = row.get("Experience", number(0, 70))
    started, leaves = row.get("Started", source.in_a_life), row.get("Leaves", source.until)
    review_due = row.get("Review due", source.within_ten_years)
    pay_class = row.get("Pay class", one_of(pay, "pay class") if pay else text)
    groups = row.get("Groups", words)
    least, most = row.get("Least hours", hours_of(0, 400)), row.get("Most hours", hours_of(0, 400))
    if started and leaves and leaves < started:
        row.fault("Leaves", f"{leaves} is before the first day of employment {started}", "swap or mend the dates")
    if not row.ok or name is None or job is None or fte is None or not roles:
        return None
    return Staff(
        who, name, job, roles, fte, Employment(employment or "FT"), shifts or (), {},
        round(12 * years) if years is not None else 60, started, leaves, pay_class or "", groups or (), (),
        None if least is None else round(60 * least), None if most is None else round(60 * most),
        review_due,
    )  # fmt: skip


def _credentials(source: Source) -> dict[str, dict[str, date | None]]:
    held: dict[str, dict[str, date | None]] = {}
    table = source.table(layout.CREDENTIALS)
    for row in table.rows() if table else ():
        who, name, expires = (
            row.get("Staff", source.person),
            row.get("Credential", text),
            row.get("Expires", source.until),
        )
        if name is not None and name in held.get(who or "", {}):
            row.fault("Credential", f"'{who}' has a row for {name} already", "leave one of them")
        if row.ok and who is not None and name is not None:
            held.setdefault(who, {})[name] = expires
    return held
