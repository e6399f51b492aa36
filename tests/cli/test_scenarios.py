"""The commands that solve many times, as somebody at a shell meets them."""

import json
import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.planning.policy import Policy
from optimizer.scenarios import pool
from optimizer.staffing.scenario import Position, Scenario
from optimizer.workbook.unit.write import write_unit
from tests.paths import PROJECT, SAMPLES
from tests.scenarios.units import POLICY, tiny

SCENARIOS = (Scenario("Tight", budget=3_000_00), Scenario("More, please", add=(Position(1, "RN", 0.6),)))
QUICK = ("--deterministic", 1, "--workers", 2)


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def unit(tmp_path):
    write_unit(tmp_path / "unit.xlsx", tiny(), POLICY, scenarios=SCENARIOS)
    return tmp_path / "unit.xlsx"


def test_compare_solves_all_scenarios_after_the_unit_as_it_is(unit, tmp_path):
    result = run("compare", unit, "-o", tmp_path / "out.xlsx", *QUICK, "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)["scenarios"]
    assert [one["scenario"] for one in told] == ["As it is", "Tight", "More, please"]
    assert all(one["finished"] and one["bound_cents"] <= one["penalty_cents"] for one in told)
    assert sum(told[1]["bill_cents"].values()) <= 3_000_00
    assert load_workbook(tmp_path / "out.xlsx").sheetnames == ["Comparison", "Charts"]


def test_some_scenarios_are_chosen_by_name_and_told_as_they_are_done(unit, tmp_path):
    result = run("compare", unit, "-o", tmp_path / "out.xlsx", "--scenarios", "More, please", *QUICK)
    assert result.exit_code == 0
    assert "2 of 2: " in result.output
    assert "Tight" not in result.output
    assert "Uncovered hours" in result.output


def test_scenarios_can_come_from_a_toml_file(unit, tmp_path):
    (tmp_path / "what.toml").write_text('[[scenario]]\nname = "Raise"\nwage_change = 3\n')
    result = run("compare", unit, "-o", tmp_path / "out.xlsx", "--scenarios", tmp_path / "what.toml", *QUICK, "--json")
    assert [one["scenario"] for one in json.loads(result.stdout)["scenarios"]] == ["As it is", "Raise"]


@pytest.mark.parametrize(
    ("scenarios", "told"),
    [
        ("Tigt", "'Tigt' is not a scenario of the workbook; did you mean 'Tight'?"),
        ("nowhere.toml", "nowhere.toml: this is not TOML"),
    ],
)
def test_unknown_scenarios_are_refused_with_a_remedy(unit, tmp_path, scenarios, told):
    result = run("compare", unit, "-o", tmp_path / "out.xlsx", "--scenarios", scenarios)
    assert result.exit_code == 2
    assert told in result.output


def test_a_workbook_without_scenarios_says_where_they_go(tmp_path):
    write_unit(tmp_path / "unit.xlsx", tiny(), Policy(POLICY.rulings))
    result = run("compare", tmp_path / "unit.xlsx", "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert "add a row to its sheet Scenarios" in result.output


def test_a_cluster_that_is_not_there_is_bad_input(unit, tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "ANSWERS_WITHIN", 0.5)
    result = run("compare", unit, "-o", tmp_path / "out.xlsx", "--cluster", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "There is no Dask cluster at tcp://127.0.0.1:9 that answers." in result.output


def test_frontier_prints_a_table_and_writes_it_with_a_chart(unit, tmp_path):
    arguments = ("--from", 1000, "--to", 7000, "--points", 3, "-o", tmp_path / "out.xlsx", *QUICK)
    result = run("frontier", unit, *arguments)
    assert result.exit_code == 0, result.output
    assert "At least" in result.output
    sheet = load_workbook(tmp_path / "out.xlsx")["Frontier"]
    assert [sheet.cell(row, 1).value for row in (6, 7, 8)] == [1000, 4000, 7000]
    found = [sheet.cell(row, 2).value for row in (6, 7, 8)]
    assert found == sorted(found, reverse=True)
    (chart,) = sheet._charts
    assert len(chart.series) == 2


def test_frontier_refuses_budgets_that_run_backwards_and_units_without_rates(unit):
    assert run("frontier", unit, "--from", 5, "--to", 5).exit_code == 2


def test_hire_ranks_positions(unit, tmp_path):
    result = run("hire", unit, "-o", tmp_path / "out.xlsx", *QUICK, "--no-pairs", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    costs = [offer["penalty_cents"] for offer in told["offers"]]
    assert costs == sorted(costs)
    assert costs[0] <= told["as_it_is"]["penalty_cents"]
    assert load_workbook(tmp_path / "out.xlsx")["Positions"]["A6"].value == "nobody"


def test_the_medical_surgical_sample_has_eight_scenarios_and_takes_points_for_no_money():
    assert run("check", SAMPLES / "unit-medsurg.xlsx").exit_code == 0
    rows = load_workbook(SAMPLES / "unit-medsurg.xlsx")["Scenarios"].iter_rows(min_row=2, values_only=True)
    notes = {row[0]: row[1] for row in rows}
    assert len(notes) == 8
    assert notes["Minimum at a price"] == "A person below the minimum costs 2,000 points and is possible."


def test_ctrl_c_keeps_the_scenarios_that_are_finished(tmp_path):
    scenarios = [Scenario(f"Census {n}", census=n) for n in range(1, 4)]
    write_unit(tmp_path / "unit.xlsx", tiny(), POLICY, scenarios=scenarios)
    program = "from optimizer.cli import main\nif __name__ == '__main__':\n    main()\n"
    (tmp_path / "start.py").write_text(program)
    command = [sys.executable, str(tmp_path / "start.py"), "compare", str(tmp_path / "unit.xlsx")]
    with subprocess.Popen(
        [*command, "-o", str(tmp_path / "out.xlsx"), "--workers", "1", "--deterministic", "2"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(PROJECT)},
    ) as process:  # fmt: skip
        assert process.stderr.readline().startswith("1 of 4: As it is")
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
    assert process.returncode in (0, 1), out
    assert load_workbook(tmp_path / "out.xlsx")["Comparison"]["C4"].value == "proved optimal"
