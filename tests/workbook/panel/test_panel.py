"""A panel's workbook holds everything that a panel is, and says everything that is wrong at once."""

import sys
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from optimizer.caseload.capacity.setting import Phase
from optimizer.caseload.policy import FAIRNESS, UNASSIGNED
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.rules.capacity import Capacity
from optimizer.caseload.rules.cases.tier_mix import TierMix
from optimizer.caseload.tier import Tier
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.table.faults import FaultyWorkbookError
from tests.workbook.books import book_of
from tests.workbook.panels import panels

TODAY = date(2026, 11, 24)


@pytest.fixture
def contents():
    return example_panel(TODAY)


@cache
def written():
    """Return the workbook of the example, which many tests change."""
    file = BytesIO()
    write_panel(file, example_panel(TODAY))
    return file.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "panel.xlsx"
    path.write_bytes(written())
    return path


def change(path, cells):
    book = book_of(path.read_bytes())
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    book.save(path)


def faults_of(path, cells):
    change(path, cells)
    with pytest.raises(FaultyWorkbookError) as error:
        read_panel(path)
    return [(fault.sheet, fault.cell, fault.problem) for fault in error.value.faults]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(panels())
def test_whatever_a_panel_is_its_workbook_reads_back_to_the_same(contents):
    with TemporaryDirectory() as folder:
        write_panel(Path(folder) / "panel.xlsx", contents)
        assert read_panel(Path(folder) / "panel.xlsx") == contents


def test_goals_rules_and_numbers_of_ones_own_read_back_to_the_same(tmp_path, contents):
    rulings = (Ruling(Capacity(limit=95), Mode.PRICED, 2_50), Ruling(TierMix(limit=4, tier=5)))
    own = replace(
        setting("payer"), leave=1050, base={**setting("payer").base, Tier.HIGH: 200},
        measured={(Tier.HIGH, Phase.INTAKE): 333},
    )  # fmt: skip
    write_panel(
        tmp_path / "own.xlsx", replace(contents, policy=Policy(rulings), goals=(FAIRNESS, UNASSIGNED), setting=own)
    )
    found = read_panel(tmp_path / "own.xlsx")
    assert (found.goals, found.setting) == ((FAIRNESS, UNASSIGNED), own)
    assert [ruling for ruling in found.policy.rulings if ruling.mode is not Mode.OFF] == [*rulings]
    assert found.panel.setting == "payer"


def test_names_of_patients_can_be_kept_out(file, contents):
    book = load_workbook(file)
    book["Patients"].delete_cols(2)
    book.save(file)
    assert read_panel(file) == contents


def test_sheets_that_are_not_needed_may_be_missing(file, contents):
    book = load_workbook(file)
    for title in ("Licences", "Leave", "Risk", "Overrides", "Dispensing", "Exclusions", "Households", "Travel"):
        del book[title]
    for title in ("Hours", "Time study", "Assignment", "Rules"):
        del book[title]
    book.save(file)
    found = read_panel(file)
    assert (found.policy, found.goals, found.setting) == (contents.policy, contents.goals, contents.setting)
    assert (found.plan, found.panel.fills, found.panel.travel, found.study) == (frozenset(), {}, {}, ())
    assert [each.id for each in found.panel.patients] == [each.id for each in contents.panel.patients]


def test_every_fault_is_told_at_once_with_its_cell(file):
    wrong = {
        ("Panel", "B3"): "soon", ("Panel", "B4"): "hospitl", ("Panel", "B6"): "Budget; Budget",
        ("Managers", "C2"): "full", ("Managers", "A3"): "2001", ("Licences", "B2"): "card", ("Licences", "A3"): "M9",
        ("Patients", "E2"): "asleep", ("Patients", "M3"): date(2020, 1, 1), ("Patients", "S4"): "2009",
        ("Patients", "T5"): "yes", ("Risk", "C3"): "gout", ("Risk", "N2"): 9, ("Overrides", "C2"): None,
        ("Dispensing", "E2"): 30.5, ("Exclusions", "A2"): "P-99", ("Assignment", "A3"): "P-1", ("Hours", "B3"): "lots",
        ("Rules", "B4"): "maybe", ("Travel", "C2"): -1, ("Time study", "B2"): "M9", ("Time study", "C3"): "P-99",
        ("Time study", "F4"): "sleep", ("Time study", "G5"): 0.5,
    }  # fmt: skip
    found = faults_of(file, wrong)
    assert {(sheet, cell) for sheet, cell, _ in found} >= wrong.keys() - {("Overrides", "C2")}
    assert ("Overrides", "C2", "'Reason' is empty") in found
    assert ("Panel", "B3", "'soon' is not a date") in found
    assert ("Panel", "B6", "'Budget' stands twice") in found
    assert ("Patients", "T5", "'P-4' has no case manager to be kept") in found


def test_a_row_of_care_tells_whose_or_what_case_it_was(file):
    found = faults_of(file, {("Time study", "C2"): None, ("Time study", "D2"): 3})
    assert found == [("Time study", "E2", "there is neither a patient nor a phase")]


def test_every_fault_has_a_remedy(file):
    change(file, {("Patients", "E2"): "activ", ("Assignment", "B2"): "2001x", ("Risk", "D2"): "heart"})
    with pytest.raises(FaultyWorkbookError) as error:
        read_panel(file)
    remedies = [fault.remedy for fault in error.value.faults]
    assert remedies == [
        "did you mean 'active'?",
        "write such as I50.9, with commas between",
        "did you mean '2001'?",
    ]


def test_a_workbook_without_its_day_or_its_people_says_so(file):
    book = load_workbook(file)
    book["Panel"]["B3"] = None
    book["Managers"].delete_rows(2, 5)
    book["Licences"].delete_rows(2, 9)
    book["Assignment"].delete_rows(2, 9)
    book["Exclusions"].delete_rows(2, 9)
    book["Time study"].delete_rows(2, 9)
    book.save(file)
    with pytest.raises(FaultyWorkbookError) as error:
        read_panel(file)
    assert [(fault.sheet, fault.problem) for fault in error.value.faults] == [
        ("Panel", "'Planning date' is empty or missing"),
        ("Managers", "there is nothing below the header"),
    ]


def test_diagnosis_codes_without_their_package_are_a_fault(file, monkeypatch):
    monkeypatch.setitem(sys.modules, "pycomorb", None)
    ((sheet, _, problem),) = faults_of(file, {("Risk", "D2"): "I50.9"})
    assert (sheet, problem) == ("Risk", "there are diagnosis codes")


def test_diagnosis_codes_become_conditions(file):
    pytest.importorskip("pycomorb")
    change(file, {("Risk", "D2"): "I50.9, E11.9"})
    conditions = read_panel(file).panel.patient_by_id["P-1"].risk.conditions
    assert conditions == {Condition.HEART_FAILURE, Condition.DIABETES}


def test_a_discharge_without_more_leaves_the_scores_unknown_rather_than_low(file):
    change(file, {("Patients", "K4"): date(2026, 11, 20)})
    rating = read_panel(file).panel.ratings["P-3"]
    assert "length of stay" in rating.missing


def test_text_that_looks_like_a_formula_stays_text(tmp_path, contents):
    panel = contents.panel
    odd = replace(panel, name="=1+1", patients=(replace(panel.patients[0], name="@SUM(1)"), *panel.patients[1:]))
    write_panel(tmp_path / "odd.xlsx", replace(contents, panel=odd))
    book = load_workbook(tmp_path / "odd.xlsx")
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    assert all(cell.data_type != "f" for cell in cells)
    assert read_panel(tmp_path / "odd.xlsx").panel == odd


def test_every_column_tells_what_goes_in_it(file):
    book = load_workbook(file)
    for sheet in book.worksheets[1:]:
        assert all(cell.comment and cell.comment.text for cell in sheet[1])


def test_a_referral_that_is_closed_before_it_was_sent_is_a_fault(file):
    found = faults_of(file, {("Referrals", "C2"): date(2026, 11, 20), ("Referrals", "E2"): date(2026, 11, 2)})
    assert found == [("Referrals", "E2", "2026-11-02 is before 'Sent' 2026-11-20")]


def test_the_owner_of_a_goal_is_a_case_manager(file):
    ((sheet, cell, said),) = faults_of(file, {("Care plans", "D2"): "9999"})
    assert (sheet, cell) == ("Care plans", "D2")
    assert "'9999' is not a case manager's id" in said


def test_nobody_is_their_own_mentor(file):
    book = load_workbook(file)
    headers = [cell.value for cell in book["Managers"][1]]
    cell = book["Managers"].cell(2, headers.index("Mentor") + 1).coordinate
    assert faults_of(file, {("Managers", cell): "2001"}) == [
        ("Managers", cell, "'2001' is not the id of another case manager")
    ]


def measured(file, *rows):
    book = load_workbook(file)
    for row in rows:
        book["Measures"].append(row)
    book.save(file)


def test_a_measure_is_a_part_and_stands_once_for_a_month_and_a_case_manager(file):
    row = (date(2026, 10, 1), "2001", "contacts on time", 8, 10)
    measured(file, row, (date(2026, 10, 31), *row[1:]), (*row[:2], "reviews on time", 3, 2))
    found = faults_of(file, {})
    assert found == [
        ("Measures", "C3", "'contacts on time' stands twice for the same month and whom"),
        ("Measures", "D4", "3 is more than the 2 that it is a part of"),
    ]


def test_a_month_is_named_by_any_day_of_it(file):
    measured(file, (date(2026, 10, 17), None, "overtime", 8, 160))
    (found,) = read_panel(file).figures
    assert (found.month, found.manager, found.percent) == (date(2026, 10, 1), "", 5)
