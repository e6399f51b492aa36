"""The command that tells why somebody works a day or not."""

import json

import pytest
from click.testing import CliRunner

from optimizer.cli import main
from optimizer.workbook.unit.write import write_unit
from tests.draw import draw
from tests.scenarios.units import PEOPLE, POLICY, tiny


@pytest.fixture
def unit(tmp_path):
    plan = draw("ann  D D\nben  D .\ncal  . D\ndot  N N", PEOPLE)[1]
    write_unit(tmp_path / "unit.xlsx", tiny(), POLICY, plan)
    return tmp_path / "unit.xlsx"


def why(unit, who, day, *options):
    return CliRunner().invoke(main, ["why", str(unit), "--who", who, "--date", day, *options])


def test_what_somebody_has_is_told_with_what_else_they_could_have(unit):
    assert "Ann has D as RN on Mon 1 Jun." in why(unit, "ann", "2026-06-01").output
    told = json.loads(why(unit, "ann", "2026-06-01", "--shift", "N", "--json").output)
    assert told["has"] == [{"shift": "D", "role": "RN"}]
    assert {each["duty"] and each["duty"]["shift"] for each in told["instead"]} == {None, "N"}


def test_what_the_unit_does_not_know_is_refused_all_at_once(unit):
    result = why(unit, "zed", "2027-06-02", "--shift", "Q")
    assert result.exit_code == 2
    for word in ("'zed' is not a staff id", "2027-06-02 is not in the planning period", "'Q' is not a shift"):
        assert word in result.output
