"""The commands for the day that changes, as somebody at a shell meets them."""

import json
import re

import pytest
from click.testing import CliRunner

from optimizer.cli import main
from optimizer.planning.policy import Policy
from optimizer.staffing.policy import must
from optimizer.staffing.rules.who.leave import Leave
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.draw import draw
from tests.scenarios.units import PEOPLE, POLICY, tiny

RULES = Policy((*POLICY.rulings, must(Leave())))
PICTURE = """
ann  D D D D D . .
ben  D D D . . D D
cal  . . . D . D D
dot  N N N . . . .
"""


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def unit(tmp_path):
    facts = tiny()
    write_unit(tmp_path / "unit.xlsx", facts, RULES, draw(PICTURE, PEOPLE)[1])
    return tmp_path / "unit.xlsx"


def test_cover_ranks_who_can_come_with_a_text_to_send(unit):
    result = run("cover", unit, "--date", "2026-06-02", "--shift", "D", "--absent", "ann", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["below_minimum"], told["below_target"]) == (0, 1)
    assert told["ways"][0]["people"] == ["cal"]
    assert "could you work Day on Tue 2 Jun" in told["ways"][0]["ask"]["cal"]
    lines = run("cover", unit, "--date", "2026-06-02", "--shift", "D", "--absent", "ann", "--now", "2026-06-02T05:00")
    assert re.search(r"  1\. Cal: Tue 2 Jun: D instead of off\. Pay \+\$320", lines.output)
    assert "2 h notice" in lines.output


def test_cover_with_less_tells_who_goes_home(unit):
    result = run("cover", unit, "--date", "2026-06-01", "--shift", "D", "--less", "1", "--json")
    assert [each["who"] for each in json.loads(result.stdout)["home"]] == ["ann"]
    assert "stays: Ben" in run("cover", unit, "--date", "2026-06-01", "--shift", "D", "--less", "2").output


def test_what_the_unit_does_not_know_is_refused_all_at_once(unit):
    result = run("cover", unit, "--date", "2027-06-02", "--shift", "Q", "--role", "Cook", "--absent", "zed")
    assert result.exit_code == 2
    for word in ("2027-06-02 is not in", "'Q' is not a shift", "'Cook' is not a role", "'zed' is not a staff id"):
        assert word in result.output


def test_replan_writes_a_schedule_that_knows_who_is_away(unit, tmp_path):
    out = tmp_path / "out.xlsx"
    result = run("replan", unit, "--absent", "ann", "--from", "2026-06-02", "--to", "2026-06-03", "-o", out, "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["changes"], told["least_changes"], told["missing"], told["proved"]) == (2, 2, 0, True)
    contents = read(out)
    assert [request.approved for request in contents.unit.requests if request.who == "ann"] == [True]
    assert not [pair for pair in contents.plan if pair.who == "ann" and pair.what.day.day in (2, 3)]
    score = json.loads(run("score", out, "--json").stdout)
    assert (score["broken"], score["cost_cents"]) == (0, told["penalty_cents"])


def test_replan_follows_a_census_that_goes_up_and_somebody_who_leaves_for_good(unit, tmp_path):
    out = tmp_path / "out.xlsx"
    result = run("replan", unit, "--need", "2026-06-01", "D", "RN", "3", "-o", out)
    assert "Changes:        1 day of 1 person" in result.output
    assert "proved: it cannot be had with fewer changes" in result.output
    assert [need.target for need in read(out).unit.needs if need.when.day] == [3]
    gone = run("replan", unit, "--absent", "ben", "--from", "2026-06-05", "--for-good", "-o", out, "--json")
    assert json.loads(gone.stdout)["broken"] == 0
    assert not [pair for pair in read(out).plan if pair.who == "ben" and pair.what.day.day >= 5]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "What has changed?"),
        (("--absent", "ann"), "Since when is somebody away?"),
        (("--from", "2026-06-05", "--need", "2026-06-01", "D", "RN", "3"), "Who is away?"),
        (("--absent", "ann", "--from", "2026-06-05", "--to", "2026-06-02"), "is before the first day"),
        (("--need", "2026-06-01", "Q", "RN", "3"), "'Q' is not a shift"),
    ],
)
def test_what_replan_cannot_follow_is_refused(unit, tmp_path, arguments, told):
    result = run("replan", unit, *arguments, "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert told in result.output


def test_stress_tells_what_goes_uncovered(unit):
    result = run("stress", unit, "--periods", 20, "--rate", 20, "--workers", 1, "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["periods"], told["rate"]) == (20, 0.2)
    assert told["uncovered"]["mean"] > 0
    assert told["fragile"][0]["minutes"] > 0


def test_a_workbook_without_a_schedule_has_nothing_to_simulate(tmp_path):
    write_unit(tmp_path / "empty.xlsx", tiny(), RULES)
    assert "holds no schedule" in run("stress", tmp_path / "empty.xlsx").output
