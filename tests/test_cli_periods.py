"""The commands about versions and periods, as somebody at a shell meets them."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.workbook.write import write_unit
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
