"""The commands, as somebody at a shell meets them."""

import json
import os
import signal
import subprocess
import sys
import time
from importlib import import_module

import pytest
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.workbook.unit.write import write_unit
from tests.cli.shell import run
from tests.paths import SAMPLES
from tests.scenarios.units import POLICY, tiny

SMALL, FAULTY = str(SAMPLES / "unit-small.xlsx"), str(SAMPLES / "unit-faulty.xlsx")


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
