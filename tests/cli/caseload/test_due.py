"""What is due and how it goes: contacts, tasks, performance, careers."""

import json

from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from tests.cli.caseload.shell import SMALL, run, told


def test_contacts_tells_who_is_due_and_how_long_overdue(light):
    found = told("contacts", light)
    assert [each["by"] for each in found["due"]] == sorted(each["by"] for each in found["due"])
    late = [each for each in found["due"] if each["overdue_days"]]
    assert 0 < len(late) < len(found["due"])
    result = run("contacts", light)
    assert "tier 5 every 3 days" in result.output
    assert f"{len(late)} of them overdue" in result.output
    assert f"{late[0]['overdue_days']} days" in result.output
    assert len(told("contacts", light, "--within", 0)["due"]) < len(found["due"])


def test_how_often_is_the_workbooks_to_say(tmp_path, light):
    book = load_workbook(light)
    next(row for row in book["Hours"].iter_rows() if row[0].value == "Tier 5 (critical), days")[1].value = 1
    book.save(tmp_path / "own.xlsx")
    assert "tier 5 every 1 day" in run("contacts", tmp_path / "own.xlsx").output


def test_tasks_tell_what_care_plans_ask_for_and_how_the_loops_stand(example):
    found = told("tasks", example, "--within", 14)
    assert [(each["task"], each["manager"], each["overdue_days"]) for each in found["due"]] == [
        ("referral", "2001", 2), ("hand-off", None, 0), ("review of a goal", "2001", 0),
    ]  # fmt: skip
    output = run("tasks", example).output
    assert "1: 1 sent, 0 accepted, 0 closed; 1 overdue" in output
    assert "Meals on wheels" in output


def test_performance_tells_every_measure_against_its_own_median():
    output = run("performance", SMALL).output
    assert "shift: 6 above it, 2026-06 to 2026-11" in output
    charts = told("performance", SMALL)["charts"]
    assert {each["measure"] for each in charts} == {
        "contacts on time", "reviews on time", "readmitted within 30 days", "overtime",
    }  # fmt: skip
    assert all(len(each["points"]) == 12 for each in charts)


def test_careers_tell_steps_and_mentors():
    found = json.loads(CliRunner().invoke(main, ["careers", str(SMALL), "--json", "--on", "2028-12-07"]).output)
    assert [(each["mentee"], each["mentor"], each["may_have"]) for each in found["mentors"]] == [("M06", "M02", 39)]
    ccm = next(e for e in found["careers"] if (e["manager"], e["certificate"]) == ("M06", "CCM"))
    assert (ccm["months_missing"], ccm["eligible_from"]) == (0, "2028-04-07")
