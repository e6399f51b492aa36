"""Reads what needs are computed from: the acuity scale, the census, its history, the skill mix, the times of care."""

from collections.abc import Callable
from datetime import date
from typing import Any

from optimizer.staffing.facts.care import NEUTRAL_SCALE, Care, CareTimes, Census, CensusFrom, Filler, Level
from optimizer.staffing.facts.demand import When
from optimizer.staffing.facts.shift import Kind, Part
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.settings import setting_rows
from optimizer.workbook.table.table import Row, UnreadableError, number, one_of, text, whole, yes
from optimizer.workbook.unit import layout_care as layout
from optimizer.workbook.unit.read_demand import MANY, label_of, when
from optimizer.workbook.unit.read_rules import scope, shift_words

SHARES = {layout.DAY_SHARE: Part.DAY, layout.EVENING_SHARE: Part.EVENING, layout.NIGHT_SHARE: Part.NIGHT}
MINUTES = {
    layout.ADMISSION: "admission",
    layout.DISCHARGE: "discharge",
    layout.TRANSFER_IN: "transfer_in",
    layout.TRANSFER_OUT: "transfer_out",
}
HOURS = {layout.PRODUCTIVE: "productive", layout.HPPD: "per_patient_day"}
COUNTS = ("Admissions", "Discharges", "Transfers in", "Transfers out")


def read_care(source: UnitSource) -> Care | None:
    """Return what needs are computed from, None where the workbook says nothing of it."""
    scale = _levels(source)
    levels = scale or NEUTRAL_SCALE
    known = {level.number for level in levels}
    census, history = _census(source, known), _history(source, known)
    mix = _mix(source, {row.shift for row in (*census, *history)})
    values = _settings(source)
    if not (scale or census or history or mix):
        return None
    census_from = CensusFrom(values.get(layout.CENSUS_FROM) or CensusFrom.SHEET)
    return Care(census, mix, levels, _times(values), history, census_from)


def _levels(source: UnitSource) -> tuple[Level, ...]:
    table, levels = source.table(layout.ACUITY), dict[int, Level]()
    for row in table.rows() if table else ():
        place, hours = row.get("Level", whole(1, layout.LEVELS)), row.get("Care hours per 24 h", number(0, 48))
        most, at_night = row.get("Patients per nurse", whole(1, 99)), row.get("At night", whole(1, 99))
        kind, label = row.get("Ratio of", text) or "", row.get("Label", text) or ""
        if place in levels:
            row.fault("Level", f"level {place} stands twice", "give every row its own level")
        if at_night and not most:
            row.fault("Patients per nurse", "only the night has a number", "write the one for the day too")
        if row.ok and place is not None and hours is not None:
            levels[place] = Level(place, label or f"Level {place}", round(60 * hours), kind, most, at_night)
    return tuple(levels.values())


def _census(source: UnitSource, known: set[int]) -> tuple[Census, ...]:
    table, found = source.table(layout.CENSUS), []
    for row in table.rows() if table else ():
        days = row.get("When", lambda value: when(value, source))
        census = _counted(row, days, source, known)
        if census:
            found.append(census)
    return tuple(found)


def _history(source: UnitSource, known: set[int]) -> tuple[Census, ...]:
    table, found = source.table(layout.HISTORY), dict[tuple[date, str], Census]()
    for row in table.rows() if table else ():
        date_of = row.get("Date", source.near)
        census = _counted(row, None if date_of is None else When(day=date_of), source, known)
        if date_of is None or census is None:
            continue
        if (date_of, census.shift) in found:
            row.fault("Shift", f"{census.shift} on {date_of} stands twice", "leave one of them")
        found[date_of, census.shift] = census
    return tuple(found.values())


def _counted(row: Row, days: When | None, source: UnitSource, known: set[int]) -> Census | None:
    """Return the patients of a row, None when something in it could not be read."""
    label = row.get("Shift", lambda value: _patients_on(value, source))
    patients: dict[int, int] = {}
    for place, header in enumerate(layout.LEVEL_HEADERS, start=1):
        held = row.get(header, whole(0, MANY))
        if held and place not in known:
            row.fault(header, f"the acuity scale has no level {place}", "add it on the sheet Acuity")
        if held:
            patients[place] = held
    moves = [row.get(header, whole(0, MANY)) or 0 for header in COUNTS]
    return Census(days, label, patients, *moves) if row.ok and days is not None and label else None


def _patients_on(value: Any, source: UnitSource) -> str:
    """Read a shift that patients can be counted on."""
    label = label_of(value, source)
    shift = source.shifts.get(label)
    if shift and (shift.kind is not Kind.WORK or not shift.paid):
        raise UnreadableError(f"'{label}' is no paid work, so no patients are cared for on it", "use a work shift")
    return label


def _mix(source: UnitSource, labels: set[str]) -> tuple[Filler, ...]:
    table, fillers = source.table(layout.MIX), []
    tags = labels | shift_words(shift for shift in source.shifts.values() if shift)
    for row in table.rows() if table else ():
        role = row.get("Role", source.role)
        shifts = row.get("Shifts", lambda value: scope(value, tags)) or ()
        share, counts = row.get("Share of care, %", whole(0, 100)), row.get("Counts to the ratio", yes)
        least, spare = row.get("Unit minimum", whole(0, MANY)), row.get("Room above target", whole(0, MANY))
        relief, relieves = row.get("Break minutes", whole(0, 600)), row.get("Relieves", source.role)
        if row.ok and role:
            fillers.append(
                Filler(role, share or 0, counts or False, least or 0, spare, relief or 0, relieves or "", shifts)
            )
    return tuple(fillers)


def _settings(source: UnitSource) -> dict[str, Any]:
    table = source.table(layout.CARE)
    rows = setting_rows(table, layout.SETTINGS) if table else {}
    parsers: dict[str, Callable[[Any], Any]] = {
        layout.CENSUS_FROM: one_of([*CensusFrom], "way to know the census"),
        layout.PRODUCTIVE: number(1, 12),
        layout.HPPD: number(0.1, 48),
        **dict.fromkeys(MINUTES, whole(0, 600)),
        **dict.fromkeys(SHARES, whole(0, 100)),
    }
    filled = {name: row for name, row in rows.items() if row.raw("Value") is not None}
    return {name: row.get("Value", parsers[name]) for name, row in filled.items()}


def _times(values: dict[str, Any]) -> CareTimes:
    known = {name: value for name, value in values.items() if value is not None}
    hours = {field: round(60 * known[name]) for name, field in HOURS.items() if name in known}
    minutes = {field: known[name] for name, field in MINUTES.items() if name in known}
    return CareTimes(**hours, **minutes, shares={part: known[name] for name, part in SHARES.items() if name in known})
