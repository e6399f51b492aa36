"""Two rows of the sheet Staff that are one person: read, written, and at fault."""

import pytest

from optimizer.summary.unit.unit import unit_facts
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import SeenLine, rows_of, with_rows
from optimizer.workbook.unit.read import look, read_bytes
from optimizer.workbook.unit.remove_people import without_people
from optimizer.workbook.unit.sheets.staff import SAME_AS
from optimizer.workbook.unit.write import write_unit
from tests.paths import SAMPLES

SMALL = Book((SAMPLES / "unit-small.xlsx").read_bytes())
IDS = [str(line.values[0]) for line in rows_of(SMALL, layout.STAFF).lines]
AT = layout.STAFF.columns.index(SAME_AS)


def saying(**same):
    """Return the small sample in which the rows of some numbers name others in their column."""
    lines = rows_of(SMALL, layout.STAFF).lines
    named = {int(row[1:]): value for row, value in same.items()}
    changed = (
        SeenLine(line.number, (*line.values[:AT], named[n], *line.values[AT + 1 :])) if n in named else line
        for n, line in enumerate(lines)
    )
    return with_rows(SMALL, layout.STAFF, changed)


def faults(**same):
    return [fault.problem for fault in look(saying(**same).content).faults]


def test_a_further_row_names_the_first():
    contents = read_bytes(saying(r1=IDS[0]).content)
    assert contents.unit.humans[0].ids == (IDS[0], IDS[1])
    assert contents.unit.walkers == dict.fromkeys(IDS[:2], f"{IDS[0]} and {IDS[1]}")
    told = dict(unit_facts(contents.unit))["Several contracts"]
    assert f"({IDS[0]} and {IDS[1]})" in told
    assert "leave is of that contract alone" in told


def test_it_is_written_back(tmp_path):
    contents = read_bytes(saying(r1=IDS[0], r2=IDS[0]).content)
    write_unit(tmp_path / "unit.xlsx", contents.unit, contents.policy, contents.plan)
    again = read_bytes((tmp_path / "unit.xlsx").read_bytes())
    assert again.unit.staff == contents.unit.staff


@pytest.mark.parametrize(
    ("same", "problem"),
    [
        ({"r1": "nobody"}, "'nobody' is not a staff id"),
        ({"r1": IDS[1]}, f"'{IDS[1]}' is the row's own id"),
        ({"r1": IDS[0], "r2": IDS[1]}, f"'{IDS[1]}' is itself the same person as '{IDS[0]}'"),
    ],
)
def test_a_wrong_id_oneself_and_a_chain_are_faults(same, problem):
    assert faults(**same) == [problem]


def test_two_rows_that_name_each_other_are_faults_both():
    assert len(faults(r0=IDS[1], r1=IDS[0])) == 2


def test_the_other_row_stays_when_the_first_is_taken_out():
    book = without_people(saying(r2=IDS[1]), {}, frozenset({IDS[1]}))
    staff = read_bytes(book.content).unit.staff
    assert (staff[1].id, staff[1].same_as) == (IDS[2], "")
