"""The command that tells why there is no schedule."""

import json

import pytest
from click.testing import CliRunner

from optimizer.cli import main
from tests.paths import SAMPLES


def told(name, *options):
    result = CliRunner().invoke(main, ["explain", str(SAMPLES / f"unit-{name}.xlsx"), "--json", *options])
    return result.exit_code, json.loads(result.stdout)


def test_the_clash_is_told_by_its_causes():
    code, said = told("clash")
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


@pytest.mark.parametrize("name", ["small"])
def test_where_a_schedule_is_possible_that_is_said(name):
    assert told(name) == (0, {**told(name)[1], "possible": True, "clashes": [], "shortfall": None})
