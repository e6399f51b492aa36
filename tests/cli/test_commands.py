"""The commands, as somebody at a shell meets them."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib import import_module

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.engine.nearest import told_apart
from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.workbook.unit.write import write_unit
from tests.draw import draw
from tests.paths import SAMPLES
from tests.scenarios.units import POLICY, tiny
from tests.workbook.books import set_calendar

SMALL, FAULTY = str(SAMPLES / "unit-small.xlsx"), str(SAMPLES / "unit-faulty.xlsx")

MONDAY_NIGHT = ("2026-12-07", "N", "RN")


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_template_explains_itself_and_can_be_solved_as_it_is(tmp_path):
    assert run("template", tmp_path / "unit.xlsx").exit_code == 0
    assert run("check", tmp_path / "unit.xlsx").exit_code == 0
    solved = run("solve", tmp_path / "unit.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 60, "--json")
    assert (solved.exit_code, json.loads(solved.stdout)["broken"]) == (0, 0)
    book = load_workbook(tmp_path / "unit.xlsx")
    assert "check FILE" in str(book["Read me"]["B3"].value)
    assert all(cell.comment for cell in book["Staff"][1])


def test_a_template_never_overwrites(tmp_path):
    (tmp_path / "unit.xlsx").write_text("mine")
    assert run("template", tmp_path / "unit.xlsx").exit_code == 2
    assert (tmp_path / "unit.xlsx").read_text() == "mine"


def test_check_lists_all_faults_and_exits_with_2():
    result = run("check", FAULTY)
    assert result.exit_code == 2
    assert "Staff!D3: 'Chrge' is not a role; did you mean 'Charge'?" in result.output
    assert "20 faults" in result.output
    assert len(json.loads(run("check", FAULTY, "--json").stdout)["faults"]) == 20


def test_an_engine_is_chosen_by_the_word_that_help_shows(tmp_path):
    assert "[auto|cpsat|rosters|sums]" in run("solve", "--help").output
    write_unit(tmp_path / "unit.xlsx", tiny(), POLICY)
    where = (tmp_path / "unit.xlsx", "-o", tmp_path / "out.xlsx")
    chosen = run("solve", *where, "--seconds", 60, "--engine", "cpsat", "--json")
    assert chosen.exit_code == 0
    refused = run("solve", *where, "--seconds", 60, "--engine", "sums")
    assert refused.exit_code == 2
    assert "The engine for sums reads nobody's days, and these rules do; choose another engine." in refused.output


def test_a_given_duty_that_nobody_needs_is_left_out_of_the_start_and_that_is_said(tmp_path):
    unit = tiny()
    stray = frozenset({Pair("ann", Duty(unit.days[0], "E", "RN"))})
    write_unit(tmp_path / "unit.xlsx", unit, POLICY, stray)
    asked = ("solve", tmp_path / "unit.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 30)
    told = run(*asked)
    assert told.exit_code == 0
    assert (
        "Left out:       1 given duty not begun with, since not needed there or in the place of a locked one: "
        in told.output
    )
    assert json.loads(run(*asked, "--json").stdout)["left_out"] == 1


def test_solve_writes_a_schedule_that_scores_the_same(tmp_path):
    solved = run("solve", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 60, "--seed", 3, "--workers", 2, "--json")
    assert solved.exit_code == 0
    told = json.loads(solved.stdout)
    assert told["status"] in ("optimal", "feasible")
    assert told["bound_cents"] <= told["cost_cents"]
    scored = run("score", tmp_path / "out.xlsx", "--json")
    assert scored.exit_code == 0
    again = json.loads(scored.stdout)
    assert {name: again[name] for name in ("broken", "cost_cents", "findings")} == {
        name: told[name] for name in ("broken", "cost_cents", "findings")
    }


def test_solve_tells_how_good_the_plan_is(tmp_path):
    result = run("solve", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 60)
    assert result.exit_code == 0
    for word in (" points   no fewer than ", "gap ", "Must-fix problems: 0", "Findings:", "Written:"):
        assert word in result.output


@pytest.mark.parametrize(("sample", "seconds"), [("clash", 60), ("shortage", 8)])
def test_when_no_plan_is_possible_the_nearest_is_written_and_told(tmp_path, sample, seconds):
    """The clash takes less than a second of work and ends when the nearest is proved: its time is for busy machines."""
    result = run("solve", SAMPLES / f"unit-{sample}.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", seconds)
    assert result.exit_code == 1
    proved = "No schedule can keep every rule that must be kept; this one comes nearest."
    sought = "No schedule that keeps every rule that must be kept was found in the time; this one breaks them by "
    assert proved in result.output or (sample == "shortage" and sought in result.output)  # it takes a while to prove
    assert "minimum staffing is" in result.output
    assert run("score", tmp_path / "out.xlsx").exit_code == 0


def test_the_clash_is_named_in_one_sentence(tmp_path):
    arguments = ("-o", tmp_path / "out.xlsx", "--seconds", 60, "--json")
    told = json.loads(run("solve", SAMPLES / "unit-clash.xlsx", *arguments).stdout)
    musts = [finding["sentence"] for finding in told["findings"] if finding["must"]]
    assert musts == ["N on Thu 31 Dec has nobody as Charge; minimum staffing is 1."]


def test_faulty_input_is_not_solved(tmp_path):
    assert run("solve", FAULTY, "-o", tmp_path / "out.xlsx").exit_code == 2
    assert not (tmp_path / "out.xlsx").exists()


def test_ctrl_c_keeps_the_best_plan(tmp_path):
    command = [
        sys.executable,
        "-c",
        "from optimizer.cli import main; main()",
        "solve",
        str(SAMPLES / "unit-medsurg.xlsx"),
    ]
    with subprocess.Popen(
        [*command, "-o", str(tmp_path / "out.xlsx"), "--seconds", "120"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        for line in process.stderr:
            if " points   no fewer than " in line:
                break
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=120)
    assert process.returncode == 0, out
    assert "Stopped early; this is the best schedule so far." in out
    assert (tmp_path / "out.xlsx").exists()


def test_nothing_is_searched_for_what_cannot_be_written(tmp_path, monkeypatch):
    searched = []
    monkeypatch.setattr(
        import_module("optimizer.cli.unit.solve"), "_search", lambda *given, **more: searched.append(given)
    )
    itself = run("solve", SMALL, "-o", SMALL)
    nowhere = run("solve", SMALL, "-o", tmp_path / "no such folder" / "out.xlsx")
    assert (itself.exit_code, nowhere.exit_code) == (2, 2)
    assert "choose another name" in itself.output
    assert "cannot be written" in nowhere.output
    assert not searched


def test_leave_entered_in_the_schedule_by_hand_is_kept_when_it_is_solved_again(tmp_path):
    book = load_workbook(SMALL)
    assert book["Schedule"]["A6"].value == "R001"
    book["Schedule"]["I6"] = "PTO"
    book.save(tmp_path / "in.xlsx")
    assert run("solve", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 60).exit_code == 0
    assert load_workbook(tmp_path / "out.xlsx")["Schedule"]["I6"].value == "PTO"


def test_the_nearest_plan_is_an_ordinary_one_when_it_keeps_every_must_after_all():
    unit, plan = draw("ann  D . .")
    formulation = formulate(unit, Policy((must(OneDutyADay()),)))
    nothing = Outcome(Status.OUT_OF_TIME, None, None, 0, 1.0)
    told = told_apart(Judge(formulation), nothing, plan, sought=True)
    assert (told.status, told.plan, told.score, told.bound) == (Status.FEASIBLE, plan, (0, 0), 0)


def test_need_tells_every_number_and_where_it_comes_from():
    told = json.loads(run("need", SAMPLES / "unit-medsurg.xlsx", "--json").stdout)
    assert (told["patient_days"], told["target_hours"], told["direct_hppd"]) == (630, 4896, 7.77)
    assert (told["worked_hours"], told["worked_hppd"]) == (5568, 8.84)  # with the charge nurse of both shifts
    nurses = next(need for need in told["needs"] if (need["day"], need["shift"], need["role"]) == MONDAY_NIGHT)
    assert (nurses["minimum"], nurses["target"], nurses["comes_from"]) == (4, 4, "ratio and acuity")
    text = run("need", SAMPLES / "unit-medsurg.xlsx").output
    assert re.search(r"Direct HPPD: +7\.77 h .*\nWorked HPPD: +8\.84 h", text)
    assert re.search(r"D +RN +4-5 +4-6 +acuity \(26 days\); ratio and acuity \(2 days\)", text)
    assert re.search(r"D +RN +1 +1 +given \(14 days\)", run("need", SMALL).output)
    assert json.loads(run("need", SMALL, "--json").stdout)["direct_hppd"] is None


def test_twice_the_high_acuity_patients_raise_the_need_where_and_as_the_formula_says(tmp_path):
    book = load_workbook(SAMPLES / "unit-medsurg.xlsx")
    rows = [row for row in book["Census"].iter_rows(min_row=2) if row[0].value == "weekdays"]
    for row in rows:
        row[5].value *= 2  # level 4, at 12 hours
    book.save(tmp_path / "in.xlsx")
    before = json.loads(run("need", SAMPLES / "unit-medsurg.xlsx", "--json").stdout)["needs"]
    after = json.loads(run("need", tmp_path / "in.xlsx", "--json").stdout)["needs"]
    raised = {
        (new["shift"], new["role"]): (old["target"], new["target"], old["minimum"], new["minimum"])
        for old, new in zip(before, after, strict=True)
        if (old["target"], old["minimum"]) != (new["target"], new["minimum"])
    }
    # by night 66.8 h become 72.2: by 11.25 h 67 % are 4.3 nurses, 33 % are 2.1 aides; 25 patients by 6 are 5 nurses;
    # by day 88.98 h become 95.58: 5.9 nurses and 1.9 aides, as many as before
    assert raised == {("N", "RN"): (4, 5, 4, 5), ("N", "CNA"): (2, 3, 1, 1)}
    hours = {need["computed"]["care_hours"] for need in after if (need["day"], need["shift"]) == MONDAY_NIGHT[:2]}
    assert hours == {72.2}


def in_california(tmp_path, *cells):
    """Return a copy of a sample that California binds, with some cells of its schedule filled: (cell, code)."""
    book = load_workbook(SMALL)
    set_calendar(book, {"Jurisdictions": "us-california, us-massachusetts", "Kind of unit": "step_down"})
    due = next(cell for cell in book["Staff"][1] if cell.value == "Review due")
    book["Staff"].cell(2, due.column, book["Calendar"]["B3"].value)
    for cell, code in cells:
        book["Schedule"][cell] = code
    book.save(tmp_path / "in.xlsx")
    return tmp_path / "in.xlsx"


def test_law_lists_the_presets_and_all_that_one_says():
    listed = run("law")
    assert listed.exit_code == 0
    assert "us-oregon" in listed.output
    assert "Kinds of unit: " in listed.output
    oregon = run("law", "us-oregon").output
    assert "med_surg: at most 5 patients for each RN" in oregon
    assert "2024-06-01 to 2026-05-31" in oregon
    assert "begin on 1 July 2026" in oregon
    assert "In force from 1 June 2024 until 31 May 2026. It is law and binds hospitals' direct-care RNs" in oregon
    assert "It holds only for hours that the employer requires; volunteers may work more." in oregon
    assert "A must in force on any day of a period binds a solver on all of its days" in oregon
    assert (
        "Whom it protects may waive it, so a breach warns and forbids nothing." in run("law", "us-pennsylvania").output
    )
    eu = run("law", "eu-working-time").output
    assert "It is an average over 17 weeks; a shorter plan is warned of, never forbidden." in eu
    assert "REPEALED" in run("law", "us-long-term-care").output
    told = json.loads(run("law", "us-california", "--json").stdout)
    assert {"says", "law", "from", "until", "hours", "source", "last_checked", "whom", "waivable"} <= told[
        "provisions"
    ][0].keys()
    assert run("law", "us-nowhere").exit_code == 2


def test_law_lists_what_nobody_has_read_in_its_own_text():
    shown = run("law", "--unread").output
    assert re.match(
        r"\d+ of \d+ numbers and texts not read in their own text; of law and contracts they warn only.", shown
    )
    assert re.search(r"\n  S   2026-11-28  At most 14 hours of work at a stretch.* \(AS 18.20.400\(c\);", shown)
    assert "RSA 275:67" not in shown
    told = json.loads(run("law", "us-oregon", "--unread", "--json").stdout)["unread"]
    assert {(each["law"], each["grade"]) for each in told} == {
        ("ORS 441.765(2)(k)", "R"), ("ORS 441.765(2)(L)", "R"), ("ORS 441.765", "S"),
    }  # fmt: skip
    assert run("law", "us-texas", "--unread").output.startswith("1 of 2 ")


def test_check_shows_the_laws_in_force_and_what_they_add(tmp_path):
    assert "none chosen" in run("check", SMALL).output
    shown = run("check", in_california(tmp_path)).output
    assert "California; Massachusetts. Musts beside the sheet Rules: At most 16 hours of work at a stretch" in shown


def test_comply_is_content_with_a_schedule_that_keeps_the_law_and_tells_what_is_due(tmp_path):
    result = run("comply", in_california(tmp_path), "--within", 0)
    assert result.exit_code == 0
    for words in ("California; Massachusetts", "empty: nobody has a duty yet", "not judged", "Performance review"):
        assert words in result.output


def test_comply_exits_with_1_when_something_blocks_and_writes_all_of_it(tmp_path):
    file = in_california(tmp_path, ("E6", "N"), ("F6", "D"))
    result = run("comply", file, "-o", tmp_path / "law.xlsx", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {breach["law"] for breach in told["breaches"] if breach["severity"] == "block"} == {"MGL c.111 s.226(f)"}
    book = load_workbook(tmp_path / "law.xlsx")
    assert book.sheetnames == ["Summary", "Breaches", "Due", "Mentoring", "Laws in force"]
    assert book["Breaches"].max_row == len(told["breaches"]) + 1
    assert book["Due"].max_row == len(told["due"]) + 1
    laws = [[cell.value for cell in row] for row in book["Laws in force"].iter_rows(min_row=2)]
    telemetry = next(row for row in laws if str(row[1]).startswith("telemetry"))
    assert (telemetry[2], str(telemetry[5].date())) == ("22 CCR 70217(a)(10)", "2008-01-01")


def test_solve_keeps_what_law_adds_to_the_rules(tmp_path):
    file = in_california(tmp_path)
    assert run("solve", file, "-o", tmp_path / "out.xlsx", "--seconds", 60).exit_code == 0
    assert run("comply", tmp_path / "out.xlsx").exit_code == 0
    told = json.loads(run("score", in_california(tmp_path, ("E6", "N"), ("F6", "D")), "--json").stdout)
    assert "most-hours-at-a-stretch" in {finding["rule"] for finding in told["findings"] if finding["must"]}


def test_budget_holds_a_schedule_against_its_budget_flexed_by_the_patients():
    told = run("budget", SAMPLES / "unit-medsurg.xlsx")
    assert told.exit_code == 0
    assert "Patient days:   320; 322 budgeted" in told.output  # nobody has a duty yet
    assert "Money:          $0; $139,595.20 budgeted, $138,812 flexed" in told.output
    assert "-100.0% beyond the flexed budget" in told.output
    assert len(json.loads(run("budget", SAMPLES / "unit-medsurg.xlsx", "--json").stdout)["pay_periods"]) == 2
    refused = run("budget", SMALL)
    assert refused.exit_code == 2
    assert "has no budget; fill the sheet Budget" in refused.output


def test_a_command_imports_only_what_it_needs():
    program = (
        "import sys; from optimizer.cli import main\n"
        f"try: main(['check', {SMALL!r}])\n"
        "except SystemExit as left: assert not left.code\n"
        "print([name for name in ('sqlalchemy', 'ortools', 'numba') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_command_about_patients_does_not_import_how_a_unit_is_read():
    program = "import sys, optimizer.cli.caseload.caseload; print('optimizer.workbook.unit.read' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


def test_every_command_is_listed_and_explains_itself():
    listed = run("--help").output
    for name, command in ((name, main.get_command(None, name)) for name in main.list_commands(None)):
        assert f"  {name} " in listed
        assert command.help
        assert command.name == name
    assert main.get_command(None, "sing") is None
