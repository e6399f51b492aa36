"""Swaps and duties handed on at a shell: judged before they are taken, one line in the history."""

import json

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty
from optimizer.workbook.unit.write import write_unit
from tests.cli.shell import run
from tests.draw import day, draw
from tests.stores import empty
from tests.summary.schedule.test_swaps import POLICY

PICTURE = "ann  L . .\nben  . E .\ncal  N . ."


@pytest.fixture(autouse=True)
def opened(tmp_path, monkeypatch):
    monkeypatch.setenv("OPTIMIZER_DB", str(tmp_path / "store.db"))
    monkeypatch.delenv("OPTIMIZER_ACTOR", raising=False)
    unit, plan = draw(PICTURE, needs=(Need(When(), "M", "RN", 0, 0, 1),))
    write_unit(tmp_path / "unit.xlsx", unit, POLICY, plan)
    (tmp_path / "store.db").write_bytes(empty())
    assert run("draft", "open", tmp_path / "unit.xlsx").exit_code == 0


def swap(who, other, days, *more, version=1):
    found = [part for number in days for part in ("--day", day(number))]
    return run("draft", "swap", 1, "--who", who, "--with", other, *found, "--version", version, "--why", "asked", *more)


def edits():
    return json.loads(run("draft", "log", 1, "--json").output)["edits"]


def test_a_swap_is_one_edit_with_both_people_and_undo_turns_both_round():
    found = swap("ann", "ben", [0, 1])
    assert found.exit_code == 0, found.output
    last = edits()[-1]
    assert last["why"] == "Swap: Ann L on Mon 1 Jun with Ben E on Tue 2 Jun; asked"
    assert (len(last["minus"]), len(last["plus"])) == (2, 2)
    assert run("draft", "undo", 1).exit_code == 0
    assert (edits()[-1]["plus"], edits()[-1]["minus"]) == (last["minus"], last["plus"])


def test_a_swap_that_breaks_a_must_is_taken_only_if_wanted_anyway():
    refused = swap("cal", "ann", [0])
    assert refused.exit_code == 0  # each has a night or a day, with nothing after
    refused = swap("ben", "cal", [1], version=2)
    assert refused.exit_code == 0
    refused = swap("ann", "cal", [1], version=3)
    assert refused.exit_code == 2
    assert "Ann has 8 h of rest" in refused.output
    assert "--anyway" in refused.output
    assert len(edits()) == 3
    taken = swap("ann", "cal", [1], "--anyway", version=3)
    assert taken.exit_code == 0
    assert "Breaks" in taken.output


def test_who_could_swap_is_listed():
    listed = json.loads(run("draft", "swap", 1, "--who", "ann", "--day", day(0), "--json").output)
    assert {each["with"] for each in listed["could"]} == {"ben", "cal"}


def test_an_unknown_id_and_a_day_outside_are_refused():
    assert "'bob' is not a staff id" in swap("ann", "bob", [0]).output
    assert "is not in the planning period" in swap("ann", "ben", [9]).output


def test_an_edit_tells_which_musts_it_breaks():
    made = run("draft", "edit", 1, "--version", 1, "--who", "ben", "--day", day(2), "--shift", "D", "--why", "x")
    assert "Breaks" in made.output
    assert "Ben has 8 h of rest before the duty on Wed 3 Jun" in made.output


def hand_on(who, to, at, *more):
    return run("draft", "hand-on", 1, "--version", 1, "--who", who, "--day", day(0), "--at", at, "--to", to,
               "--why", "school", *more)  # fmt: skip


def test_a_part_of_a_duty_is_handed_on_and_its_shift_added(tmp_path):
    found = hand_on("ann", "ben", "15:00")
    assert found.exit_code == 0, found.output
    last = edits()[-1]
    assert last["why"] == "Handed on: Ann has D and Ben L>15 of L on Mon 1 Jun; school"
    given = {Pair("ann", Duty(day(0), "D", "RN")), Pair("ben", Duty(day(0), "L>15", "RN"))}
    assert {tuple(row[:3]) for row in last["plus"]} == {(who, str(duty.day), duty.shift) for who, duty in given}
    assert run("draft", "write", 1, "-o", tmp_path / "out.xlsx").exit_code == 0
    assert "none" in run("check", tmp_path / "out.xlsx").output


def test_a_duty_is_not_handed_on_out_of_its_times_or_to_somebody_at_work():
    assert "is not handed on at 20:00" in hand_on("ann", "ben", "20:00").output
    assert "has no duty on" in hand_on("ben", "ann", "15:00").output
