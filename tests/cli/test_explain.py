"""The command that tells why there is no schedule."""

import json

import pytest
from click.testing import CliRunner

from optimizer.cli import main
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES


def told(name, *options):
    result = CliRunner().invoke(main, ["explain", str(SAMPLES / f"unit-{name}.xlsx"), "--json", "--no-fixes", *options])
    return result.exit_code, json.loads(result.stdout)


def test_the_clash_is_told_by_its_causes():
    code, said = told("clash", "--seconds", "90")
    assert (code, said["possible"], said["shortfall"]) == (1, False, None)
    assert "N needs 1 as Charge on Thu 31 Dec." in said["lines"]
    assert len(said["lines"]) <= 6
    (clash,) = said["clashes"]
    assert clash["smallest"] and len(clash["causes"]) == 8
    assert {"who": "R002", "day": "2027-01-01", "locked": ["D Charge"]} in clash["causes"]


def test_the_shortage_is_told_as_the_proved_least():
    code, said = told("shortage", "--seconds", "90")
    assert (code, said["shortfall"]["units"], said["shortfall"]["proved"]) == (1, 17, True)
    assert said["lines"][0].startswith("17 duties cannot be filled, and that is proved")
    assert sum(place["missing"] for place in said["shortfall"]["places"]) == 17
    assert 2 <= len(said["lines"]) <= 8


def test_a_way_out_is_written_with_a_schedule_that_keeps_every_must(tmp_path):
    out = tmp_path / "out.xlsx"
    result = CliRunner().invoke(
        main, ["explain", str(SAMPLES / "unit-clash.xlsx"), "--json", "--seconds", "60", "--apply", "1", "-o", str(out)]
    )
    said = json.loads(result.stdout)
    assert result.exit_code == 0
    kinds = {kind for way in said["ways_out"] for kind in way["kinds"]}
    assert {"Withdraw", "Release", "LowerNeeds", "Agency"} <= kinds
    assert [way["cents"] for way in said["ways_out"]] == sorted(way["cents"] for way in said["ways_out"])
    contents = read(out)
    assert not Judge(formulate(contents.unit, contents.policy)).judge(contents.plan).score.broken


def test_apply_without_a_place_is_refused():
    result = CliRunner().invoke(main, ["explain", str(SAMPLES / "unit-clash.xlsx"), "--apply", "1"])
    assert result.exit_code == 2
    assert "-o says where" in result.stderr


@pytest.mark.parametrize("name", ["small"])
def test_where_a_schedule_is_possible_that_is_said(name):
    assert told(name) == (0, {**told(name)[1], "possible": True, "clashes": [], "shortfall": None})
