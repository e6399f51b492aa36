"""Dispensing that is not recognised is never taken for a patient who is clear, wherever it is told."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel

TODAY = date(2026, 11, 24)
TEXTS = ("00093-9999-98", "C10AA99", "Zocox", "atorvastatin / unknownol 10 MG")


@pytest.fixture
def panel(tmp_path):
    """Return the template's panel with dispensing of P-1 that is named in other ways, and of P-3 by labels."""
    file = tmp_path / "panel.xlsx"
    write_panel(file, example_panel(TODAY))
    book = load_workbook(file)
    labels = ("simvastatin 20 MG Oral Tablet", "clarithromycin 500 MG Oral Tablet")
    for who, texts in (("P-1", TEXTS), ("P-3", labels)):
        for text in texts:
            book["Dispensing"].append([who, TODAY - timedelta(days=9), text, None, 30])
    book.save(file)
    return file


def run(*arguments):
    return CliRunner().invoke(main, ["caseload", *(str(argument) for argument in arguments)])


def told(*arguments):
    return json.loads(run(*arguments, "--json").stdout)


def test_check_counts_what_was_recognised_and_lists_the_rest_with_its_cells(panel):
    found = told("check", panel)["dispensing"]
    assert (found["fills"], found["recognised"]) == (9, 5)
    assert {each["text"] for each in found["unrecognised"]} == {*TEXTS}
    assert {cell for each in found["unrecognised"] for cell in each["cells"]} == {
        f"Dispensing!C{row}" for row in (5, 6, 7, 8)
    }
    said = run("check", panel).output
    assert "5 of 9 fills of 3 patients" in said
    assert "'Zocox' is not recognised: 1 fill of 1 patient (Dispensing!C7)." in said


def test_medications_say_of_whom_nothing_is_known(panel):
    found = told("medications", panel)
    assert [each["patient"] for each in found["not_looked_at"]] == ["P-1"]
    assert {*found["no_data"]} == {"P-4", "P-5", "P-6", "P-7", "P-8"}
    assert {(each["patient"], each["work"]) for each in found["tasks"]} >= {("P-3", "refer to a pharmacist")}
    said = run("medications", panel).output
    assert "P-1: Not looked at: 4 of 4 fills" in said
    assert "not known to be clear" in said


def test_risk_says_not_known_rather_than_none(panel):
    ratings = {each["patient"]: each for each in told("risk", panel)["patients"]}
    assert "interactions, duplications and days covered of 4 fills not looked at" in ratings["P-1"]["missing"]
    assert "at least" in ratings["P-1"]["why"]
    assert "dispensing data" in ratings["P-5"]["missing"]
    assert not any("not looked at" in each for each in ratings["P-3"]["missing"])
    assert "Zocox" in run("risk", panel).output


def test_the_assignment_and_its_workbook_say_it(panel, tmp_path):
    out = tmp_path / "out.xlsx"
    values = told("assign", panel, "-o", out, "--seconds", 3)
    assert [each["patient"] for each in values["dispensing"]["not_looked_at"]] == ["P-1"]
    book = load_workbook(out)
    sheets = {title: "\n".join(str(c.value) for row in book[title] for c in row) for title in ("Summary", "Worklist")}
    assert "5 of 9 fills" in sheets["Summary"]
    assert "Not looked at: 4 of 4 fills" in sheets["Worklist"]
    assert "5 patients without dispensing data in the year" in sheets["Worklist"]
