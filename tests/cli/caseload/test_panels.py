"""The commands about panels, as a supervisor at a shell meets them."""

from dataclasses import replace
from datetime import timedelta

from openpyxl import load_workbook

from optimizer.caseload.medication.notice import NOTICE
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.panel.write import write_panel
from tests.cli.caseload.shell import SMALL, TODAY, run, told


def test_the_template_can_be_assigned_as_it_is(tmp_path):
    file, out = tmp_path / "new.xlsx", tmp_path / "out.xlsx"
    assert run("template", file).exit_code == 0
    assert run("template", file).exit_code == 2
    result = run("assign", file, "-o", out, "--seconds", 30)
    assert result.exit_code == 0
    assert "Assigned:       8 of 8" in result.output
    found = read_panel(out)
    assert Judge(formulate(found.panel, found.policy)).judge(found.plan).score.broken == 0


def test_check_tells_what_a_panel_holds_or_every_fault(example):
    assert "3, 2.8 FTE" in run("check", example).output
    book = load_workbook(example)
    book["Patients"]["E2"], book["Managers"]["C2"] = "asleep", "full"
    book.save(example)
    result = run("check", example)
    assert result.exit_code == 2
    assert "Patients!E2" in result.output
    assert "Managers!C2" in result.output
    assert len(told("check", example)["faults"]) == 2


def test_check_names_the_missing_attribute_of_those_who_fit_nobody():
    result = run("check", SMALL)
    assert "has the specialty oncology" in result.output
    missing = {lack["attribute"] for each in told("check", SMALL)["unplaced"] for lack in each["missing"]}
    assert "specialty" in missing


def test_assign_writes_what_it_tells(tmp_path):
    values = told("assign", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 10)
    found = read_panel(tmp_path / "out.xlsx")
    assert {(each["patient"], each["manager"]) for each in values["assignment"]} == {
        (pair.what.patient, pair.who) for pair in found.plan
    }
    assert len(values["assignment"]) + len(values["unassigned"]) == 120
    assert all(goal["bound_cents"] <= goal["penalty_cents"] for goal in values["goals"])
    assert found.panel.locked <= found.plan
    ours, rules = values["beside"][0], values["beside"][2:]
    assert ours["penalty_cents"] <= min(each["penalty_cents"] for each in rules if not each["broken"])


def test_assign_says_who_is_left_and_nothing_of_pay(tmp_path):
    result = run("assign", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 5)
    assert "Without a case manager:" in result.output
    assert "no open panel" in result.output
    for rate in ("40.00", "43.5", "47.00"):
        assert f"${rate}" not in result.output


def test_a_lock_on_somebody_who_may_not_is_told_and_nothing_is_written(example, tmp_path):
    contents = read_panel(example)
    first = contents.panel.patients[0]
    barred = replace(first, excluded=("2001",))
    panel = replace(
        contents.panel, patients=(barred, *contents.panel.patients[1:]), locked=_of(contents.plan, first.id)
    )
    write_panel(example, replace(contents, panel=panel))
    out = tmp_path / "out.xlsx"
    result = run("assign", example, "-o", out, "--seconds", 5)
    assert result.exit_code == 1
    assert "P-1 is kept with Example, Ana, who lacks: exclusion" in result.output
    assert not out.exists()


def _of(plan, patient):
    return frozenset(pair for pair in plan if pair.what.patient == patient)


def test_rebalance_shows_a_curve_that_never_rises(tmp_path, light):
    values = told("rebalance", light, "--max-transfers", 6, "--seconds", 7, "-o", tmp_path / "out.xlsx")
    costs = [[goal["penalty_cents"] for goal in point["goals"]] for point in values["curve"]]
    assert costs == sorted(costs, reverse=True)
    assert [point["limit"] for point in values["curve"]][-1] == 6
    assert all(point["transfers"] <= point["limit"] for point in values["curve"])
    before, after = read_panel(light), read_panel(tmp_path / "out.xlsx")
    assert len(after.plan - before.plan) == len(values["transfers"]) <= 6
    assert len(after.plan) == len(before.plan)


def test_rebalance_takes_an_assignment(example):
    book = load_workbook(example)
    book["Assignment"].delete_rows(2, 9)
    book.save(example)
    assert run("rebalance", example, "--max-transfers", 2).exit_code == 2


def test_next_ranks_managers_and_says_why(example):
    values = told("next", example, "--patient", "P-6")
    assert 1 <= len(values["managers"]) <= 5
    assert {each["manager"] for each in values["managers"]} <= {"2001", "2002", "2003"}
    result = run("next", example, "--patient", "P-6")
    assert "1. Example, " in result.output
    assert "% full" in result.output


def test_next_names_what_is_missing_when_nobody_fits(light):
    nobody = told("check", light)["unplaced"][0]["patient"]
    result = run("next", light, "--patient", nobody)
    assert result.exit_code == 1
    assert "Missing: " in result.output


def test_next_and_cover_ask_for_somebody_who_is_there(example):
    assert "did you mean 'P-6'?" in run("next", example, "--patient", "P6").output
    refused = run("cover", example, "--manager", "2O01", "--from", TODAY)
    assert refused.exit_code == 2
    assert "did you mean '2001'?" in refused.output
    assert run("cover", example, "--manager", "2001", "--from", TODAY, "--to", TODAY - timedelta(1)).exit_code == 2


def test_cover_takes_care_of_everybody_or_says_why_not(light):
    values = told("cover", light, "--manager", "M03", "--from", "2026-12-21", "--to", "2027-01-01", "--seconds", 5)
    theirs = {pair.what.patient for pair in read_panel(light).plan if pair.who == "M03"}
    told_of = [each["patient"] for key in ("takes", "uncovered") for each in values[key]] + values["no_room"]
    shared = {each["patient"] for each in values["turns"]}
    assert sorted((*told_of, *shared)) == sorted(theirs)
    assert all(each["manager"] != "M03" for key in ("takes", "turns") for each in values[key])


def test_staffing_tells_how_many_it_takes(example):
    values = told("staffing", example, "--seconds", 30)
    assert values["hires"] == values["least"] == 0
    assert values["budget"]["least_cents"] <= values["budget"]["found_cents"]


def test_risk_says_why_for_everybody(example):
    values = told("risk", example)["patients"]
    assert [each["tier"] for each in values] == sorted((each["tier"] for each in values), reverse=True)
    assert "no primary care visit booked" in run("risk", example).output


def test_medications_say_that_they_advise_no_treatment(example):
    for result in (run("medications", example), run("medications", example, "--json"), run("medications", SMALL)):
        assert NOTICE in result.output
    late = told("medications", example, "--on", TODAY + timedelta(days=40))
    assert (late["day"], late["notice"].startswith(NOTICE)) == ("2027-01-03", True)


def test_names_of_patients_stay_on_their_sheet(tmp_path, example):
    contents = read_panel(example)
    patients = tuple(replace(each, name=f"Secret {each.id}") for each in contents.panel.patients)
    write_panel(example, replace(contents, panel=replace(contents.panel, patients=patients)))
    out = tmp_path / "out.xlsx"
    outputs = [run("assign", example, "-o", out, "--seconds", 30), run("risk", example), run("medications", example)]
    assert all("Secret" not in each.output for each in outputs)
    for sheet in load_workbook(out):
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
        assert sheet.title == "Patients" or not any("Secret" in each for each in texts)


def test_the_help_tells_every_command():
    assert {"template", "check", "assign", "rebalance", "next", "cover", "staffing", "risk", "medications"} <= {
        *run("--help").output.split()
    }
