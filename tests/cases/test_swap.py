"""A report about swaps: one act, judged before it is taken, with both people named."""

import json

import pytest
from click.testing import CliRunner

from optimizer.cli import main
from tests.paths import CASES, needs_cases
from tests.stores import empty

pytestmark = needs_cases
UNIT = CASES / "swap-of-two-duties" / "unit.xlsx"


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def opened(tmp_path, monkeypatch):
    monkeypatch.setenv("OPTIMIZER_DB", str(tmp_path / "store.db"))
    monkeypatch.delenv("OPTIMIZER_ACTOR", raising=False)
    (tmp_path / "store.db").write_bytes(empty())
    assert run("draft", "open", UNIT).exit_code == 0


def swap(other, *days):
    found = [part for day in days for part in ("--day", day)]
    return run("draft", "swap", 1, "--who", 181, "--with", other, *found, "--version", 1, "--why", "asked")


def edits():
    return json.loads(run("draft", "log", 1, "--json").output)["edits"]


def test_who_is_at_work_then_does_not_swap_and_nothing_is_changed():
    refused = swap(183, "2026-12-01")
    assert refused.exit_code == 2
    assert "Swap, C is at work then: N on Mon 30 Nov, 19:00 to 07:30." in refused.output
    assert len(edits()) == 1


def test_a_swap_is_one_edit_that_names_both():
    taken = swap(182, "2026-12-01", "2026-12-02")
    assert taken.exit_code == 0, taken.output
    assert "Swap, A D on Tue 1 Dec with Swap, B D on Wed 2 Dec" in taken.output
    assert len(edits()) == 2
