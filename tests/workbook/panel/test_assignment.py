"""An assignment is written into a copy, with what it comes to, and reads back to the same."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from optimizer.caseload.figures import caseloads
from optimizer.caseload.medication.notice import NOTICE
from optimizer.caseload.panel import Case
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.panel.write_assignment import write_assignment

PLAN = frozenset(
    Pair(who, Case(f"P-{number}"))
    for who, theirs in (("2001", (2, 5)), ("2002", (1, 3, 4, 8)), ("2003", (6,)))
    for number in theirs
)


@pytest.fixture
def written(tmp_path):
    """Return what a workbook holds, and the copy with a plan in which P-1 moved, P-5 and P-6 are apart, P-7 is left."""
    write_panel(tmp_path / "panel.xlsx", example_panel(date(2026, 11, 24)))
    contents = read_panel(tmp_path / "panel.xlsx")
    formulation = formulate(contents.panel, contents.policy)
    facts = [("Result", "as it was drawn")]
    write_assignment(tmp_path / "panel.xlsx", tmp_path / "out.xlsx", contents, PLAN, formulation, facts)
    return contents, tmp_path / "out.xlsx"


def rows(path, sheet):
    return [list(row) for row in load_workbook(path)[sheet].iter_rows(min_row=2, values_only=True)]


def test_it_reads_back_to_the_same_plan_and_score(written):
    contents, path = written
    found = read_panel(path)
    assert (found.panel, found.plan) == (contents.panel, PLAN)
    judges = [Judge(formulate(each.panel, each.policy)) for each in (contents, found)]
    assert judges[0].judge(PLAN).score == judges[1].judge(found.plan).score
    assert judges[0].judge(PLAN).score != judges[0].judge(contents.plan).score


def test_written_again_it_replaces_what_was_there(written, tmp_path):
    contents, path = written
    formulation = formulate(contents.panel, contents.policy)
    write_assignment(path, tmp_path / "again.xlsx", contents, contents.plan, formulation, [])
    assert load_workbook(tmp_path / "again.xlsx").sheetnames == load_workbook(path).sheetnames
    assert read_panel(tmp_path / "again.xlsx").plan == contents.plan


def test_what_it_comes_to_has_its_sheets(written):
    _, path = written
    names = load_workbook(path).sheetnames
    assert names[:8] == [
        "Assignment", "Summary", "Caseloads", "Transfers", "Unplaced", "Worklist", "Tiers", "Baselines",
    ]  # fmt: skip
    assert names[-1] == "Before"


def test_caseloads_say_what_fills_the_hours_against_the_capacity(written):
    contents, path = written
    found = {row[0]: row for row in rows(path, "Caseloads")}
    assert found["2001"][2] == 2
    for who, row in found.items():
        assert sum(row[8:16]) == pytest.approx(row[16])
        assert row[16] == pytest.approx(contents.panel.load(who, PLAN) / 60)
        assert row[17] == pytest.approx(contents.panel.capacity[who] / 60)
    assert found["2003"][19] == "under"


def test_the_parts_of_a_caseload_add_up_to_its_load_minute_by_minute(written):
    contents, _ = written
    for each in caseloads(contents.panel, contents.setting, PLAN):
        assert each.load == contents.panel.load(each.manager, PLAN)


def test_transfers_name_from_whom_to_whom(written):
    _, path = written
    assert [row[:3] for row in rows(path, "Transfers")] == [["P-1", "Example, Ana", "Example, Ben"]]


def test_a_transfer_says_what_the_case_manager_before_lacks(tmp_path, written):
    contents, path = written
    staff = tuple(replace(each, licences={}) if each.id == "2001" else each for each in contents.panel.managers)
    write_panel(tmp_path / "new.xlsx", replace(contents, panel=replace(contents.panel, managers=staff)))
    asked = read_panel(tmp_path / "new.xlsx")
    write_assignment(tmp_path / "new.xlsx", path, asked, PLAN, formulate(asked.panel, asked.policy), [])
    assert [row[5] for row in rows(path, "Transfers")] == ["licence TX"]


def test_whoever_has_nobody_is_named_with_the_reason(written):
    _, path = written
    (left,) = rows(path, "Unplaced")
    assert (left[0], left[1]) == ("P-7", 3)
    assert "could take this patient" in left[3]


def test_an_attribute_that_nobody_has_is_named(tmp_path, written):
    contents, path = written
    patients = tuple(replace(each, language="Hmong") if each.id == "P-7" else each for each in contents.panel.patients)
    write_panel(tmp_path / "new.xlsx", replace(contents, panel=replace(contents.panel, patients=patients)))
    asked = read_panel(tmp_path / "new.xlsx")
    write_assignment(tmp_path / "new.xlsx", path, asked, PLAN, formulate(asked.panel, asked.policy), [])
    (left,) = rows(path, "Unplaced")
    assert "language Hmong" in left[2]
    assert "Hmong" in left[3]


def test_the_worklist_says_that_it_advises_no_treatment(written):
    _, path = written
    values = [cell for row in rows(path, "Worklist") for cell in row]
    assert NOTICE in values
    assert "reconcile medicines" in values
    assert "follow up adherence" not in values or "P-2" in values


def test_tiers_say_why_and_what_was_set_by_hand(written):
    _, path = written
    found = {row[0]: row for row in rows(path, "Tiers")}
    assert found["P-7"][1:4] == [3, 1, "yes"]
    assert "New to insulin" in found["P-7"][4]


def test_baselines_stand_beside_it_with_the_same_eligibility(written):
    _, path = written
    found = rows(path, "Baselines")
    assert [row[0] for row in found[:2]] == ["This assignment", "As it is now"]
    assert len(found) == 7
    assert all(row[5] == 0 for row in found[2:])
    assert found[0][1] == 1


def test_nobodys_pay_is_in_what_is_added(written):
    contents, path = written
    book = load_workbook(path)
    for sheet in book.worksheets[:8]:
        values = [cell.value for row in sheet.iter_rows() for cell in row]
        assert not {each.pay / 100 for each in contents.panel.managers} & {v for v in values if isinstance(v, float)}
