"""The commands, as somebody at a shell meets them."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.engine.nearest import told_apart
from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Score
from optimizer.staffing.policy import must
from optimizer.staffing.rules.one_duty_a_day import OneDutyADay
from tests.draw import draw
from tests.paths import SAMPLES

SMALL, FAULTY = str(SAMPLES / "unit-small.xlsx"), str(SAMPLES / "unit-faulty.xlsx")


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_template_explains_itself_and_can_be_solved_as_it_is(tmp_path):
    assert run("template", tmp_path / "unit.xlsx").exit_code == 0
    assert run("check", tmp_path / "unit.xlsx").exit_code == 0
    solved = run("solve", tmp_path / "unit.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 5, "--json")
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
    assert "[auto|cpsat|rosters]" in run("solve", "--help").output
    chosen = run("solve", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 2, "--engine", "cpsat", "--json")
    assert chosen.exit_code == 0


def test_solve_writes_a_schedule_that_scores_the_same(tmp_path):
    solved = run("solve", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 5, "--seed", 3, "--workers", 2, "--json")
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
    result = run("solve", SMALL, "-o", tmp_path / "out.xlsx", "--seconds", 20)
    assert result.exit_code == 0
    for word in ("best $", "bound $", "gap ", "Musts broken:   0", "Findings:", "Written:"):
        assert word in result.output


@pytest.mark.parametrize("sample", ["clash", "shortage"])
def test_when_no_plan_is_possible_the_nearest_is_written_and_told(tmp_path, sample):
    result = run("solve", SAMPLES / f"unit-{sample}.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 8)
    assert result.exit_code == 1
    assert "No plan can keep every must; this one comes nearest." in result.output
    assert "minimum staffing is" in result.output
    assert run("score", tmp_path / "out.xlsx").exit_code == 0


def test_the_clash_is_named_in_one_sentence(tmp_path):
    arguments = ("-o", tmp_path / "out.xlsx", "--seconds", 8, "--json")
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
            if "best $" in line:
                break
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
    assert process.returncode == 0, out
    assert "Stopped early; this is the best plan so far." in out
    assert (tmp_path / "out.xlsx").exists()


def test_nothing_is_searched_for_what_cannot_be_written(tmp_path):
    began = time.monotonic()
    itself = run("solve", SMALL, "-o", SMALL)
    nowhere = run("solve", SMALL, "-o", tmp_path / "no such folder" / "out.xlsx")
    assert (itself.exit_code, nowhere.exit_code) == (2, 2)
    assert "choose another name" in itself.output
    assert "cannot be written" in nowhere.output
    assert time.monotonic() - began < 2


def test_leave_entered_in_the_schedule_by_hand_is_kept_when_it_is_solved_again(tmp_path):
    book = load_workbook(SMALL)
    assert book["Schedule"]["A6"].value == "R001"
    book["Schedule"]["I6"] = "PTO"
    book.save(tmp_path / "in.xlsx")
    assert run("solve", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 10).exit_code == 0
    assert load_workbook(tmp_path / "out.xlsx")["Schedule"]["I6"].value == "PTO"


def test_the_nearest_plan_is_an_ordinary_one_when_it_keeps_every_must_after_all():
    unit, plan = draw("ann  D . .")
    formulation = formulate(unit, Policy((must(OneDutyADay()),)))
    nothing = Outcome(Status.OUT_OF_TIME, None, None, 0, 1.0)
    close = Outcome(Status.OPTIMAL, plan, Score(0, 5), 5, 2.0)
    told = told_apart(formulation, nothing, close)
    assert (told.status, told.plan, told.score, told.bound) == (Status.FEASIBLE, plan, (0, 0), 0)
