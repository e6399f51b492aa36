"""Reads the planning period, how the unit counts time, and its holidays."""

from datetime import date
from typing import Any, NamedTuple

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.law.presets import jurisdictions, kinds
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.hours_cell import hours_of
from optimizer.workbook.table.settings import setting_rows
from optimizer.workbook.table.sheets import period_day
from optimizer.workbook.table.table import Row, many_of, one_of, text, whole
from optimizer.workbook.unit import layout

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 366


class Settings(NamedTuple):
    """What the sheet says of the unit; ``calendar`` is None when the period could not be read."""

    name: str
    calendar: Calendar | None
    jurisdictions: tuple[str, ...]
    kind: str


def read_calendar(source: UnitSource) -> Settings:
    """Return the unit's name, its calendar, and what law is to know of it."""
    table = source.table(layout.CALENDAR)
    rows = setting_rows(table, layout.SETTINGS) if table else {}
    values = {name: _value(rows.get(name), name) for name, _ in layout.SETTINGS}
    first, last = values[layout.FIRST_DAY], values[layout.LAST_DAY]
    source.period = (first, last) if first and last else None
    holidays = _holidays(source)
    for name in (layout.FIRST_DAY, layout.LAST_DAY):
        if table and name not in rows:
            Row(table, table.header_row).fault("Setting", f"the setting '{name}' is missing", "add a row for it")
    read = Settings(
        str(values[layout.UNIT_NAME] or "Unit"),
        None,
        tuple(dict.fromkeys(values[layout.JURISDICTIONS] or ())),
        values[layout.KIND_OF_UNIT] or "",
    )
    if first is None or last is None:
        return read
    if last < first or (last - first).days >= LONGEST:
        remedy = f"write a day from {first} to at most a year later"
        rows[layout.LAST_DAY].fault("Value", f"the last day {last} does not fit the first day {first}", remedy)
        return read
    return read._replace(calendar=_calendar(values, first, last, holidays))


def _calendar(values: dict[str, Any], first: date, last: date, holidays: dict[date, str]) -> Calendar:
    def minutes(name: str, usual: int) -> int:
        return round(values[name] * 60) if values[name] is not None else usual

    return Calendar(
        first,
        last,
        week_start=WEEKDAYS.index(values[layout.WEEK_START] or "Sunday"),
        pay_period_start=values[layout.PAY_START],
        pay_period_days=values[layout.PAY_DAYS] or 14,
        full_time=minutes(layout.FULL_TIME, 80 * 60),
        overtime_after=minutes(layout.OVERTIME_AFTER, 40 * 60),
        night_weekend_shift=-1 if values[layout.NIGHT_WEEKEND] == layout.FRIDAY_NIGHTS else 0,
        holidays=holidays,
    )


def _value(row: Row | None, name: str) -> Any:
    if row is None:
        return None
    if row.raw("Value") is None and name not in (layout.FIRST_DAY, layout.LAST_DAY):
        return None  # the others have a usual value
    parsers = {
        layout.FIRST_DAY: period_day,
        layout.LAST_DAY: period_day,
        layout.PAY_START: period_day,
        layout.WEEK_START: one_of(WEEKDAYS, "weekday"),
        layout.PAY_DAYS: whole(1, 31),
        layout.FULL_TIME: hours_of(1, 400),
        layout.OVERTIME_AFTER: hours_of(1, 168),
        layout.NIGHT_WEEKEND: one_of((layout.SATURDAY_NIGHTS, layout.FRIDAY_NIGHTS), "weekend of nights"),
        layout.JURISDICTIONS: many_of(jurisdictions(), "jurisdiction"),
        layout.KIND_OF_UNIT: one_of(kinds(), "kind of unit"),
    }
    return row.get("Value", parsers.get(name, text))


def _holidays(source: UnitSource) -> dict[date, str]:
    table = source.table(layout.HOLIDAYS)
    found = {}
    for row in table.rows() if table else ():
        when, name = row.get("Date", source.within_ten_years), row.get("Name", text)
        if when in found:
            row.fault("Date", f"{when} stands twice", "leave one of them")
        if when is not None:
            found[when] = name or "Holiday"
    return found
