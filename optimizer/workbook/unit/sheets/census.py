"""The sheets Census and Census history: the patients of every shift."""

from datetime import date
from typing import Any

from optimizer.staffing.facts.care import Census, history_day
from optimizer.staffing.facts.demand import When
from optimizer.staffing.facts.shift import Kind
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import wholes
from optimizer.workbook.table.parse import UnreadableError
from optimizer.workbook.table.sheet import Codec, Column, Holds, Sheet
from optimizer.workbook.table.table import SheetRow
from optimizer.workbook.unit.sheets.acuity import LEVELS
from optimizer.workbook.unit.sheets.needs import MANY
from optimizer.workbook.unit.sheets.when import LABEL, WHEN, label_of


def _patients_on(source: UnitSource, value: Any) -> str:
    """Read a shift that patients can be counted on."""
    label = label_of(source, value)
    shift = source.shifts.get(label)
    if shift and (shift.kind is not Kind.WORK or not shift.paid):
        raise UnreadableError(f"'{label}' is no paid work, so no patients are cared for on it", "use a work shift")
    return label


def _on_level(level: int) -> Column[int]:
    """Return the column of a level's patients."""
    about = "How many patients of this level there are."
    return Column(f"Level {level}", about, wholes(0, MANY), width=9, cell=lambda census: census.patients.get(level))


CARED_FOR = Codec(_patients_on, LABEL.write)
ONE_DAY = Codec(lambda source, value: When(day=source.near(value)), lambda when: when.day, Holds.DATE)
OF_LEVEL = {level: _on_level(level) for level in range(1, LEVELS + 1)}
COUNTS = (
    *OF_LEVEL.values(),
    Column("Admissions", "During the shift.", wholes(0, MANY), "admissions", width=11),
    Column("Discharges", "During the shift.", wholes(0, MANY), "discharges", width=11),
    Column("Transfers in", "During the shift.", wholes(0, MANY), "transfers_in"),
    Column("Transfers out", "During the shift.", wholes(0, MANY), "transfers_out", width=13),
)
CENSUS = Sheet(
    "Census",
    "The patients of every shift, from which needs are computed. Of two rows for one shift the more particular one "
    "holds, as on the sheet Needs. A need on the sheet Needs always holds over a computed one.",
    (
        Column("When", "As on the sheet Needs.", WHEN, "when", required=True, width=18),
        Column(
            "Shift",
            "A work shift's code, or a window such as 07:00-15:00. Together they make one day.",
            CARED_FOR,
            "shift",
            required=True,
            width=14,
        ),
        *COUNTS,
    ),
    of=Census,
)
SHIFT = Column("Shift", "As on the sheet Census.", CARED_FOR, "shift", required=True, width=14)
CENSUS_HISTORY = Sheet(
    "Census history",
    "The patients of days before, when the census is to be forecast from them.",
    (Column("Date", "The day.", ONE_DAY, "when", required=True), SHIFT, *COUNTS),
    of=Census,
)


def read_census(source: UnitSource) -> tuple[Census, ...]:
    """Return the patients of the days to plan."""
    return tuple(census for row in source.rows(CENSUS) if (census := _census(source, row)))


def read_census_history(source: UnitSource) -> tuple[Census, ...]:
    """Return the patients of days before, one row a day and shift."""
    found: dict[tuple[date, str], Census] = {}
    for row in source.rows(CENSUS_HISTORY):
        census = _census(source, row)
        if census is None:
            continue
        day = history_day(census)
        if (day, census.shift) in found:
            row.fault(SHIFT, f"{census.shift} on {day} stands twice", "leave one of them")
        found[day, census.shift] = census
    return tuple(found.values())


def _census(source: UnitSource, row: SheetRow) -> Census | None:
    """Return the patients of a row, None when something in it could not be read."""
    patients: dict[int, int] = {}
    for level, column in OF_LEVEL.items():
        held = row[column]
        if held and level not in source.acuity:
            row.fault(column, f"the acuity scale has no level {level}", "add it on the sheet Acuity")
        if held:
            patients[level] = held
    facts = row.facts()
    return Census(**facts, patients=patients) if row.ok else None
