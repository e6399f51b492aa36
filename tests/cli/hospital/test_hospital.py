"""A whole hospital, as somebody at a shell meets it."""

import json
from importlib import import_module

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.workbook.hospital.write import write_hospital
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES
from tests.samples.hospitals import tiny


def run(*arguments):
    return CliRunner().invoke(main, ["hospital", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path):
    write_hospital(tmp_path / "small", tiny(1, days=3, people=3, floating=3))
    return tmp_path / "small"


def test_the_sample_is_checked():
    told = json.loads(run("check", SAMPLES / "hospital", "--json").output)
    assert set(told["missing_minutes"]) == {"3E", "4E", "5E", "6E"}
    assert told["pool_minutes"] > 0
    assert told["faults"] == []


def test_faults_are_refused(folder):
    (folder / "icu.xlsx").unlink()
    told = run("check", folder)
    assert told.exit_code == 2
    assert "there is no file 'icu.xlsx'" in told.output


def test_schedules_and_a_report_without_anybodys_pay_are_written(folder, tmp_path):
    done = run("solve", folder, "-o", tmp_path / "out", "--seconds", 20, "--workers", 1, "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert told["bound_cents"] <= told["cost_cents"]
    assert [row["Unit"] for row in told["units"]] == ["3E", "ICU", "Float", "All"]
    assert sum(row["Float duties"] for row in told["units"][:2]) == len(read(tmp_path / "out" / "float.xlsx").plan)
    assert (tmp_path / "out" / "report.pdf").read_bytes().startswith(b"%PDF")
    report = load_workbook(tmp_path / "out" / "report.xlsx")
    assert report.sheetnames == ["Units", "Float pool by day"]
    cells = {str(cell) for sheet in report for row in sheet.iter_rows(values_only=True) for cell in row}
    assert not cells & {staff.name for staff in tiny(1, days=3, people=3, floating=3).pool.unit.staff}


def test_budgets_stand_side_by_side(folder):
    done = run("compare", folder, "--budget", 6000, "--budget", 60000, "--seconds", 12, "--workers", 1, "--json")
    tight, ample = json.loads(done.stdout)["budgets"]
    assert tight["Wages, $"] <= 6000
    assert tight["Uncovered hours"] >= ample["Uncovered hours"]


def test_no_hospital_is_written_over(folder, tmp_path):
    write_hospital(tmp_path / "other", tiny(2, days=3, people=3, floating=3))
    assert "is the hospital itself" in run("solve", folder, "-o", folder).output
    refused = run("solve", folder, "-o", tmp_path / "other")
    assert (refused.exit_code, "is another hospital" in refused.output) == (2, True)


def test_nothing_is_searched_for_what_cannot_be_written(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(import_module("optimizer.cli.hospital.hospital"), "found_in", None)
    (tmp_path / "file").write_text("mine")
    refused = run("solve", folder, "-o", tmp_path / "file" / "out")
    assert (refused.exit_code, "cannot be written" in refused.output) == (2, True)
