"""Rosters to learn from: drawn, worked in a sample unit, or read from the collection by the cells its key names."""

import csv
import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from optimizer.staffing.facts.shift import Window
from optimizer.staffing.learn.worked_days import Legend, Rostered, Worked, WorkedDays
from optimizer.staffing.schedule.cell_text import cell_text
from tests.draw import MONDAY, SHIFTS
from tests.paths import ROSTERS

KNOWN = {shift.code: Legend(shift.name, Window(shift.start, shift.end), shift.kind) for shift in SHIFTS}
"""What a roster can say of the shifts of the pictures."""


def roster(picture, *, first=MONDAY, legend=None, people=None, times=1):
    """Return a drawn roster, worked so many times one after the other; a dot is a day off, and "D+E" are two codes.

    ``people`` has facts about the people by name.
    """
    rows = {who: cells * times for who, *cells in (line.split() for line in picture.strip().splitlines())}
    length = max(map(len, rows.values()))
    worked = tuple(
        Worked(who, first + timedelta(days=number), code)
        for who, cells in rows.items()
        for number, cell in enumerate(cells)
        if cell != "."
        for code in cell.split("+")
    )
    everybody = tuple(Rostered(who, who.title(), **(people or {}).get(who, {})) for who in rows)
    days = tuple(first + timedelta(days=number) for number in range(length))
    return WorkedDays("Drawn", everybody, days, worked, KNOWN if legend is None else legend)


def roster_of(unit, plan):
    """Return what a roster says of a schedule: jobs, codes with the marks of roles, and the times of the shifts."""
    return WorkedDays(
        unit.name,
        tuple(Rostered(person.id, person.name, person.roles[0]) for person in unit.staff),
        (*unit.history_days, *unit.days),
        tuple(
            Worked(who, duty.day, cell_text(duty, unit.people[who], unit.role_by_name))
            for who, duty in sorted(plan | unit.history)
        ),
        {shift.code: Legend(shift.name, Window(shift.start, shift.end), shift.kind) for shift in unit.shifts},
    )


class RealGrid(NamedTuple):
    """A monthly grid of the collection; the day that it begins with is our choice where the file does not tell."""

    file: str
    sheet: str | None
    first: date


REAL_GRIDS = (
    RealGrid("glider-pl/example.xlsx", "grafik", date(2020, 11, 1)),
    RealGrid("glider-pl/hist_brak_podziału.xlsx", "grafik", date(2016, 8, 1)),
    RealGrid("glider-pl/hist_grafik_sierpien_2016_-_(7).xlsx", "Luty 2016", date(2016, 8, 1)),
    RealGrid("glider-pl/marzec_2021_wersja_bazowa.xlsx", "grafik", date(2021, 3, 1)),
    RealGrid("glider-pl/marzec_koniec_miesiąca_2021_preprocessed.xlsx", "grafik", date(2021, 3, 1)),
    RealGrid("linus-thesis/out.xlsx", "Schedule", date(2024, 11, 1)),
    RealGrid("linus-thesis/previous.xlsx", "Dienstplan", date(2024, 10, 1)),
    RealGrid("thai-er/2025-11-28T01-56_export.csv", None, date(2025, 12, 1)),
    RealGrid("thai-er/2025-11-28T07-04_export.csv", None, date(2025, 12, 1)),
    RealGrid("thilanka/roster.xlsx", "Plan", date(2021, 4, 28)),
    RealGrid("drumg/シフト表.xlsx", "5月", date(2018, 5, 1)),
)


@cache
def read_grid(grid):
    """Return a grid's names, all in column A, and its codes, in the cells that the answer key names."""
    cells = _cells(ROSTERS / grid.file, grid.sheet)
    people, worked = {}, []
    for left, top, right, bottom in map(range_boundaries, _table(grid)["count_ranges"]):
        for row in range(top, bottom + 1):
            name = cells(row, 1)
            people[name] = Rostered(name, name)
            codes = {
                grid.first + timedelta(days=column - left): cells(row, column) for column in range(left, right + 1)
            }
            worked += [Worked(name, day, code) for day, code in codes.items() if code]
    days = tuple(grid.first + timedelta(days=number) for number in range(_table(grid)["days"]))
    return WorkedDays(grid.file, tuple(people.values()), days, tuple(worked))


def _table(grid):
    key = json.loads((ROSTERS / "answers.json").read_text(encoding="utf-8"))
    tables = next(entry["tables"] for entry in key if entry["file"] == grid.file)
    return next(table for table in tables if table["kind"] == "grid" and table["sheet"] == grid.sheet)


def _cells(path: Path, sheet):
    """Return how to look up the trimmed text of a cell."""
    if path.suffix == ".csv":
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        return lambda row, column: rows[row - 1][column - 1].strip()
    page = load_workbook(path, data_only=True)[sheet]
    return lambda row, column: str(page.cell(row, column).value or "").strip()
