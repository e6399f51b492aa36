"""Real monthly grids: the month after is written into each layout, and only duty cells and dates differ."""

import io
import shutil
import subprocess
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from optimizer.staffing.facts.calendar import Span
from optimizer.workbook.into.duty_cells import duty_cells
from optimizer.workbook.into.next_period import next_into
from optimizer.workbook.into.write import write_into
from optimizer.workbook.recognise.recognise import recognise
from optimizer.workbook.recognise.sheet import address, box_of
from tests.paths import ROSTERS, needs_libreoffice, needs_rosters
from tests.workbook.into.own_books import parts, spun

GRIDS = {
    "drumg/シフト表.xlsx": date(2018, 5, 1),
    "glider-pl/example.xlsx": None,
    "glider-pl/hist_brak_podziału.xlsx": date(2020, 11, 1),
    "glider-pl/marzec_2021_wersja_bazowa.xlsx": None,
    "glider-pl/marzec_koniec_miesiąca_2021_preprocessed.xlsx": None,
    "thai-er/2025-11-28T01-56_export.csv": date(2025, 12, 1),
    "thilanka/roster.xlsx": None,
}
pytestmark = needs_rosters


def grid(path, content):
    return next(table for table in recognise(path.name, content).tables if table.blocks)


def after(cells):
    first = cells.last + timedelta(days=1)
    if (cells.last - cells.first).days > 31:
        return Span(first, first + (cells.last - cells.first))
    return Span(first, first.replace(day=monthrange(first.year, first.month)[1]))


@cache
def moved(name):
    path = ROSTERS / name
    content, first = path.read_bytes(), GRIDS[name]
    table = grid(path, content)
    cells = duty_cells(table, first)
    period = after(cells)
    days = [period.first + timedelta(n) for n in range((period.last - period.first).days + 1)]
    codes = spun(cells, days)
    return path, content, table, cells, codes, period, next_into(content, table, codes, period, first, path.name)


@pytest.fixture(params=GRIDS, ids=GRIDS)
def case(request):
    return moved(request.param)


def test_the_same_plan_leaves_every_byte(case):
    _, content, table, cells, *_ = case
    assert write_into(content, table, cells.codes(), cells.first).content == content


def test_the_month_after_is_read_again_as_it_was_planned(case):
    path, _, table, _, codes, period, written = case
    again = grid(Path(f"roster{path.suffix}"), written.content)
    assert again.people == table.people
    if again.first:
        assert (again.first, again.last) == (period.first, period.last)
    assert duty_cells(again, period.first).codes() == codes


def test_only_duty_cells_dates_and_titles_differ(case):
    path, content, table, cells, _, _, written = case
    if path.suffix == ".csv":
        assert len(written.content.splitlines()) == len(content.splitlines())
        return
    one, other = parts(content), parts(written.content)
    assert len({name for name in one if one[name] != other[name]}) <= 2
    allowed = {address(*cell.spot) for cell in cells.cells} | heads(table, cells)
    before, now = (load_workbook(io.BytesIO(each)) for each in (content, written.content))
    for sheet, new in zip(before.worksheets, now.worksheets, strict=True):
        differing = {
            cell.coordinate
            for row in sheet.iter_rows(max_row=400)
            for cell in row
            if (cell.value, cell._style) != (new[cell.coordinate].value, new[cell.coordinate]._style)
        }
        here = differing if sheet.title == table.sheet else set()
        assert differing == here
        assert here <= allowed
        assert str(sheet.merged_cells) == str(new.merged_cells)
        assert sheet.column_dimensions.keys() == new.column_dimensions.keys()


def heads(table, cells):
    """Return the cells above the first row of people: titles, dates and weekdays."""
    top = min(cell.spot[0] for cell in cells.cells)
    right = box_of(table.range)[3]
    return {address(row, column) for row in range(top) for column in range(right + 1)}


@needs_libreoffice
def test_libreoffice_opens_them_all(tmp_path):
    paths = []
    for number, name in enumerate(each for each in GRIDS if not each.endswith(".csv")):
        paths.append(tmp_path / f"{number}.xlsx")
        paths[-1].write_bytes(moved(name)[-1].content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [shutil.which("soffice"), "--headless", profile, "--convert-to", "ods", "--outdir", tmp_path, *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert all(path.with_suffix(".ods").stat().st_size > 1000 for path in paths)
