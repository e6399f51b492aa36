"""A workbook's schedule on paper, as somebody at a shell meets it."""

import pytest
from openpyxl import load_workbook

from tests.cli.shell import run
from tests.paths import SAMPLES

SMALL = SAMPLES / "unit-small.xlsx"


@pytest.mark.parametrize("paper", ["A4", "a3", "Letter"])
def test_a_schedule_is_printed_on_every_paper(tmp_path, paper):
    book = load_workbook(SMALL)
    book["Schedule"]["E6"] = "D"
    book.save(tmp_path / "solved.xlsx")
    done = run("print", tmp_path / "solved.xlsx", "-o", tmp_path / "roster.pdf", "--paper", paper)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "roster.pdf").read_bytes().startswith(b"%PDF")


def test_a_workbook_without_a_schedule_is_refused(tmp_path):
    done = run("print", SMALL, "-o", tmp_path / "roster.pdf")
    assert "holds no schedule to print" in done.output
    assert not (tmp_path / "roster.pdf").exists()
