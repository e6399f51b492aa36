"""A schedule into a roster of one's own layout, as somebody at a shell meets it."""

import io
import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from optimizer.cli import main
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES
from tests.workbook.into.own_books import cells_of

SMALL = SAMPLES / "unit-small.xlsx"


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def unit():
    return read(SMALL).unit


@pytest.fixture
def solved(tmp_path):
    """A workbook with a few duties: the first of the staff has D on the first day, N on the second."""
    book = load_workbook(SMALL)
    book["Schedule"]["E6"], book["Schedule"]["F6"] = "D", "N"
    book.save(tmp_path / "solved.xlsx")
    return tmp_path / "solved.xlsx"


def own(path, unit, first, names=None):
    """Write a roster in another layout: people of the unit by days from a first one on."""
    book = Workbook()
    days = [first + timedelta(number) for number in range(len(unit.days))]
    book.active.append(["Name", *days])
    for place, staff in enumerate(unit.staff):
        name = (names or {}).get(staff.name, staff.name)
        book.active.append([name, *(("D", "N", None)[(place + number) % 3] for number in range(len(days)))])
    book.save(path)
    return path


def test_the_period_after_is_written_into_her_layout(tmp_path, unit, solved):
    roster = own(tmp_path / "mine.xlsx", unit, unit.days[0] - timedelta(len(unit.days)))
    done = run("write", solved, "--into", roster, "-o", tmp_path / "next.xlsx")
    assert done.exit_code == 0, done.output
    cells = cells_of((tmp_path / "next.xlsx").read_bytes())
    assert (cells.first, cells.last) == (unit.days[0], unit.days[-1])
    codes = cells.codes()
    who = read(solved).plan and next(pair.who for pair in sorted(read(solved).plan))
    name = unit.people[who].name
    assert (codes[name, unit.days[0]], codes[name, unit.days[1]]) == (("D",), ("N",))
    assert sum(map(bool, codes.values())) == len(read(solved).plan)


def test_the_same_days_get_what_differs_and_a_list_of_it(tmp_path, unit, solved):
    roster = own(tmp_path / "mine.xlsx", unit, unit.days[0])
    done = run(
        "write", solved, "--into", roster, "-o", tmp_path / "new.xlsx", "--changes", tmp_path / "c.csv", "--json"
    )
    assert done.exit_code == 0, done.output
    changes = json.loads(done.output)["changes"]
    lines = (tmp_path / "c.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == len(changes) + 1
    assert lines[0] == "Person,Date,From,To"
    listed = run("write", solved, "--into", roster, "-o", tmp_path / "n.xlsx", "--changes", tmp_path / "c.xlsx")
    assert f"Changed:        {len(changes)} days" in listed.output
    assert load_workbook(io.BytesIO((tmp_path / "c.xlsx").read_bytes())).active.max_row == len(changes) + 1


def test_people_that_are_in_one_of_the_two_are_told_and_never_guessed(tmp_path, unit, solved):
    first, second = unit.staff[0].name, unit.staff[1].name
    roster = own(tmp_path / "mine.xlsx", unit, unit.days[0], {second: f"{second}x"})
    done = run("write", solved, "--into", roster, "-o", tmp_path / "new.xlsx")
    assert f"Not found in the roster, and not written: {second}." in done.output
    assert f"Not found among the staff: {second}x." in done.output
    assert first not in done.output.partition("Changed")[0]


@pytest.mark.parametrize("name", ["solved.xlsx", "mine.xlsx"])
def test_neither_of_the_two_is_written_over(tmp_path, unit, solved, name):
    roster = own(tmp_path / "mine.xlsx", unit, unit.days[0])
    assert "choose another name" in run("write", solved, "--into", roster, "-o", tmp_path / name).output


def test_a_file_without_a_grid_is_refused(tmp_path, solved):
    roster = tmp_path / "mine.csv"
    roster.write_text("a,b\n1,2\n")
    done = run("write", solved, "--into", roster, "-o", tmp_path / "new.csv")
    assert done.exit_code == 2
    assert not (tmp_path / "new.csv").exists()
