"""The commands about versions and periods, as somebody at a shell meets them."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.staffing.next_period import next_unit
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.paths import SAMPLES
from tests.samples.step_down import small

SMALL = str(SAMPLES / "unit-small.xlsx")
WEEK = timedelta(days=7)
FIRST_CELL, SECOND_CELL = "E6", "F6"


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def with_cells(path, *cells):
    """Write a copy of a sample with some cells of its schedule filled: (cell, code)."""
    book = load_workbook(SMALL)
    for cell, code in cells:
        book["Schedule"][cell] = code
    book.save(path)
    return path


@pytest.fixture
def two(tmp_path):
    before = with_cells(tmp_path / "before.xlsx", (FIRST_CELL, "D"), (SECOND_CELL, "D"))
    return before, with_cells(tmp_path / "after.xlsx", (FIRST_CELL, "N"))


def test_diff_tells_every_person_what_changes_and_writes_it(two, tmp_path):
    first = small()[0].days[0]
    result = run("diff", *two, "--told", first, "--notice", 1, "-o", tmp_path / "notices.xlsx")
    assert result.exit_code == 0
    assert "2 duties of 1 person" in result.output
    assert "1 of them with less than 1 day" in result.output
    assert "N instead of D; " in result.output
    book = load_workbook(tmp_path / "notices.xlsx")
    assert book.sheetnames == ["Notices", "Changes"]
    assert (book["Notices"].max_row, book["Changes"].max_row) == (2, 3)
    assert [cell.value for cell in book["Changes"][2]][3:] == ["D", "N", "yes"]
    assert [cell.value for cell in book["Changes"][3]][3:] == ["D", "off", None]


def test_diff_as_json_counts_and_names_ids(two):
    told = json.loads(run("diff", *two, "--told", "2000-01-01", "--json").stdout)
    assert [(change["before"]["shift"], change["short_notice"]) for change in told["changes"]] == [
        ("D", False),
        ("D", False),
    ]
    assert told["changes"][0]["after"]["shift"] == "N"
    assert told["changes"][1]["after"] is None
    assert (len(told["notices"]), told["people_only_before"], told["shifts_moved"]) == (1, [], [])


def test_diff_tells_people_who_are_only_in_one(tmp_path):
    unit, policy = small()
    write_unit(tmp_path / "less.xlsx", replace(unit, staff=unit.staff[:-1], ties=()), policy)
    result = run("diff", SMALL, tmp_path / "less.xlsx")
    assert f"Only before:    {unit.staff[-1].name} ({unit.staff[-1].id})" in result.output


def test_diff_refuses_to_overwrite_and_periods_without_a_common_day(two, tmp_path):
    before, after = two
    assert run("diff", before, after, "-o", before).exit_code == 2
    assert run("diff", before, after, "-o", after).exit_code == 2
    unit, policy = small()
    later = replace(unit.calendar, first=unit.calendar.last + WEEK, last=unit.calendar.last + 2 * WEEK)
    write_unit(tmp_path / "later.xlsx", replace(unit, calendar=later, locked=frozenset(), requests=()), policy)
    refused = run("diff", before, tmp_path / "later.xlsx")
    assert refused.exit_code == 2
    assert "no day in common" in refused.output


def test_next_writes_the_unit_of_the_period_that_follows(tmp_path):
    file = with_cells(tmp_path / "done.xlsx", (FIRST_CELL, "D"), (SECOND_CELL, "D"))
    result = run("next", file, "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 0
    before, after = read(file), read(tmp_path / "next.xlsx")
    assert after.unit == next_unit(before.unit, before.plan)
    assert (after.policy, after.scenarios, after.plan) == (before.policy, before.scenarios, frozenset())
    assert f"Next period:    {after.unit.calendar.first} to {after.unit.calendar.last}, 14 days" in result.output
    assert "locked dut" in result.output


def test_next_ends_where_it_is_told_to(tmp_path):
    file = with_cells(tmp_path / "done.xlsx", (FIRST_CELL, "D"))
    last = small()[0].calendar.last
    told = json.loads(run("next", file, "-o", tmp_path / "next.xlsx", "--last", last + WEEK, "--json").stdout)
    assert told["next_period"].endswith("7 days")
    assert run("next", file, "-o", tmp_path / "next.xlsx", "--last", last).exit_code == 2


def test_next_refuses_a_workbook_without_a_schedule(tmp_path):
    result = run("next", SMALL, "-o", tmp_path / "next.xlsx")
    assert result.exit_code == 2
    assert "solve it first" in result.output
    assert not (tmp_path / "next.xlsx").exists()


def test_law_of_the_days_before_does_not_become_a_rule_of_the_unit(tmp_path):
    unit, policy = small()
    first = unit.days[0]
    done = frozenset({next(pair for pair in unit.pairs if pair.what.day == first)})
    write_unit(tmp_path / "done.xlsx", replace(unit, jurisdictions=("us-alaska",), kind="telemetry"), policy, done)
    assert run("next", tmp_path / "done.xlsx", "-o", tmp_path / "next.xlsx").exit_code == 0
    rules = [row[0].value for row in load_workbook(tmp_path / "next.xlsx")["Rules"].iter_rows(min_row=2)]
    assert rules == [row[0].value for row in load_workbook(tmp_path / "done.xlsx")["Rules"].iter_rows(min_row=2)]
    assert read(tmp_path / "next.xlsx").policy == read(tmp_path / "done.xlsx").policy


def test_next_enters_the_period_into_the_ledger_with_what_was_moved(two, tmp_path):
    published, done = two
    result = run("next", done, "-o", tmp_path / "next.xlsx", "--published", published)
    assert result.exit_code == 0
    unit = read(tmp_path / "next.xlsx").unit
    assert [row.nights for row in unit.ledger] == [1] + [0] * (len(unit.staff) - 1)
    assert [row.moved for row in unit.ledger] == [2] + [0] * (len(unit.staff) - 1)
    refused = run("next", done, "-o", tmp_path / "later.xlsx", "--published", tmp_path / "next.xlsx")
    assert refused.exit_code == 2
    assert "plans other days" in refused.output


def test_ledger_tells_the_balance_of_every_person_and_nothing_of_pay(two, tmp_path):
    run("next", two[1], "-o", tmp_path / "next.xlsx", "--published", two[0])
    result = run("ledger", tmp_path / "next.xlsx")
    assert result.exit_code == 0
    unit = read(tmp_path / "next.xlsx").unit
    assert "1 period from 2026-12-20 to 2027-01-02" in result.output
    for staff in unit.staff:
        assert re.search(rf"^{re.escape(staff.name)} +{re.escape(staff.id)} ", result.output, re.MULTILINE)
    assert "$" not in result.output
    people = json.loads(run("ledger", tmp_path / "next.xlsx", "--json").stdout)["people"]
    assert [each["who"] for each in people] == [staff.id for staff in unit.staff]
    assert (people[0]["nights"]["duties"], people[0]["moved"]) == (1, 2)
    shared = [each["nights"]["balance"] for each in people if each["nights"]["balance"] is not None]
    assert abs(sum(shared)) < 0.1


def test_ledger_refuses_a_workbook_without_one():
    result = run("ledger", SMALL)
    assert result.exit_code == 2
    assert "has no ledger" in result.output


def test_turns_tells_whose_turn_is_next_and_next_carries_it_on(two, tmp_path):
    _, done = two
    run("next", done, "-o", tmp_path / "next.xlsx")
    before, after = (
        json.loads(run("turns", file, "--json").stdout)["turns"] for file in (done, tmp_path / "next.xlsx")
    )
    assert before == after
    assert before.keys() == set(small()[0].calendar.holidays.values())
    name = next(iter(before))
    told = run("turns", done, "--of", name)
    assert "never" in told.output
    assert told.output.count(name) == len(before[name])


def test_turns_refuses_what_is_no_turn(tmp_path):
    refused = run("turns", SMALL, "--of", "float")
    assert refused.exit_code == 2
    assert "has no turn 'float'; it has" in refused.output
    unit, policy = small()
    write_unit(tmp_path / "none.xlsx", replace(unit, calendar=replace(unit.calendar, holidays={})), policy)
    assert "column Turn" in run("turns", tmp_path / "none.xlsx").output
