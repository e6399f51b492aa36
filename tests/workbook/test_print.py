"""The schedule as a spreadsheet program shows and prints it."""

import re
import subprocess
from html import unescape
from typing import NamedTuple

import pytest
from openpyxl import load_workbook

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.need.cover import have_of_target
from optimizer.staffing.schedule.figures import Figures
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_schedule
from tests.first_plan import first_plan
from tests.paths import SAMPLES, needs_libreoffice
from tests.read_samples import unit_sample


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return the medical-surgical sample with a schedule, as a path, and what is in it."""
    source, path = SAMPLES / "unit-medsurg.xlsx", tmp_path_factory.mktemp("print") / "out.xlsx"
    contents = read(source)
    judge = Judge(formulate(contents.unit, contents.policy))
    plan = first_plan(judge.formulation, Pins(contents.unit.locked))
    write_schedule(source, path, contents.unit, plan, judge.findings(judge.judge(plan)), [("Result", "found")])
    return path, contents.unit, plan


def test_the_grid_is_laid_out_as_managers_know_it(written):
    path, unit, _ = written
    sheet = load_workbook(path)["Schedule"]
    assert sheet.freeze_panes == "E5"
    assert [sheet.cell(3, column).value for column in (5, 6, 11)] == ["Sun", "Mon", "Sat"]
    assert [sheet.cell(4, column).value for column in (1, 2, 3, 4)] == ["Id", "Name", "Job", "FTE"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.cell(4, 5).fill.start_color.rgb != sheet.cell(4, 6).fill.start_color.rgb  # Sunday, Monday
    totals = [sheet.cell(4, 5 + len(unit.days) + number).value for number in range(3)]
    assert totals == ["Hours", "Contract", "Overtime"]


def test_every_duty_stands_in_its_cell_with_its_colour(written):
    path, unit, plan = written
    sheet = load_workbook(path)["Schedule"]
    rows = {sheet.cell(row, 1).value: row for row in range(5, sheet.max_row)}
    for who, duty in plan:
        cell = sheet.cell(rows[who], 5 + unit.days.index(duty.day))
        assert str(cell.value).split("/")[0] == duty.shift
        assert cell.fill.start_color.rgb.endswith(unit.shift_of(duty).colour)


def test_coverage_rows_say_have_and_target(written):
    path, unit, plan = written
    sheet, figures = load_workbook(path)["Schedule"], Figures(unit, plan)
    rows = {sheet.cell(row, 2).value: row for row in range(5, sheet.max_row)}
    for demand, cover in figures.covers:
        text = sheet.cell(rows[f"{demand.need.shift} {demand.need.role}"], 5 + unit.days.index(demand.day)).value
        assert text == have_of_target(cover)
        assert text.startswith("▼") == (cover.have < demand.need.minimum)


def test_the_sheets_of_results_stand_first(written):
    assert load_workbook(written[0]).sheetnames[:5] == ["Schedule", "Summary", "Findings", "Hours", "Cost"]


@needs_libreoffice
def test_printed_the_schedule_is_legible_on_one_page_wide(written):
    path, unit, plan = written
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{path.parent}/profile", "--convert-to", "pdf",
         "--outdir", path.parent, path], check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    words = _words(path.with_suffix(".pdf"))
    assert [word.text for word in words][: len(unit.name.split())] == f"{unit.name}:".split()
    codes = re.compile("(" + "|".join(sorted(unit.shift_by_code, key=len, reverse=True)) + r")(?:/\w)?")
    for staff in unit.staff:
        first = next(word for word in words if word.text == staff.id)
        line = sorted(word for word in words if abs(word.middle - first.middle) < word.height / 2)
        name, job = line[1 : 1 + len(staff.name.split())], line[1 + len(staff.name.split())]
        assert " ".join(word.text for word in name) == staff.name
        assert job.text == staff.job
        shown = codes.findall(" ".join(word.text for word in line if word.left > job.left + job.height))
        assert sorted(shown) == sorted(duty.shift for who, duty in plan if who == staff.id)
    assert min(word.height for word in words if word.text in ("D", "N")) > 5  # points; small print is 6 to 8


class _Word(NamedTuple):
    """A printed word: its left edge, its middle and its height, in points."""

    left: float
    middle: float
    height: float
    text: str


def _words(pdf):
    """Return the words of the first page."""
    boxes = subprocess.run(["pdftotext", "-bbox", "-f", "1", "-l", "1", pdf, "-"], check=True, capture_output=True,
                           text=True).stdout  # fmt: skip
    pattern = r'<word xMin="(.*?)" yMin="(.*?)" xMax=".*?" yMax="(.*?)">(.*?)</word>'
    words = []
    for left, top, bottom, text in re.findall(pattern, boxes):
        words.append(_Word(float(left), (float(top) + float(bottom)) / 2, float(bottom) - float(top), unescape(text)))
    return words


def test_what_each_person_costs_is_told_only_where_it_is_asked_for(tmp_path):
    contents = unit_sample("small")
    source, unit = SAMPLES / "unit-small.xlsx", contents.unit
    plan = frozenset({Pair(unit.staff[0].id, Duty(unit.days[0], "D", "RN"))})
    told = {}
    for pay in (False, True):
        write_schedule(source, tmp_path / "out.xlsx", unit, plan, (), [], pay=pay)
        rows = list(load_workbook(tmp_path / "out.xlsx")["Hours"].iter_rows(values_only=True))
        told[pay] = dict(zip(rows[0], rows[1], strict=True))
    assert "Pay, $" not in told[False]
    assert told[True]["Pay, $"] == 12 * 45 + 12 * 3  # a Sunday
