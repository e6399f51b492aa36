"""What is found is not lost, whatever keeps it from being written or whatever its names are made of."""

import errno
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.cli.unit import solve as solving
from tests.paths import SAMPLES

SMALL = str(SAMPLES / "unit-small.xlsx")


def run(*words):
    return CliRunner().invoke(main, [*words, "--seconds", "2"], catch_exceptions=False)


def test_a_schedule_that_cannot_be_written_is_kept_elsewhere(tmp_path, monkeypatch):
    output, elsewhere = tmp_path / "roster.xlsx", tmp_path / "elsewhere"
    output.write_bytes(b"the old roster")
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setattr("optimizer.cli.terminal.gettempdir", lambda: str(elsewhere))
    write = solving.write_schedule

    def full(source, place, *others, **more):
        if Path(place) == output:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(source, place, *others, **more)

    monkeypatch.setattr(solving, "write_schedule", full)
    done = run("solve", SMALL, "-o", str(output))
    (kept,) = elsewhere.glob("roster-*.xlsx")
    assert done.exit_code == 2
    assert f"No space left on device. What was found is kept in {kept}." in done.output
    assert output.read_bytes() == b"the old roster"
    assert "Schedule" in load_workbook(kept).sheetnames


@pytest.mark.parametrize("other", ["link", "spelling"])
def test_the_workbook_itself_is_noticed_by_another_name(tmp_path, other):
    file = tmp_path / "unit.xlsx"
    file.write_bytes(Path(SMALL).read_bytes())
    output = tmp_path / "link.xlsx" if other == "link" else tmp_path / "." / "unit.xlsx"
    if other == "link":
        output.hardlink_to(file)
    done = run("solve", str(file), "-o", str(output))
    assert done.exit_code == 2
    assert "is the workbook itself" in done.output


def test_control_characters_in_a_name_lose_no_comparison(tmp_path):
    toml, output = tmp_path / "s.toml", tmp_path / "cmp.xlsx"
    toml.write_text('[[scenario]]\nname = "Dear\\u0007er\\u001b[31m"\nabout = "\\u0000=1+1"\nwage_change = 10\n')
    done = run("compare", SMALL, "--scenarios", str(toml), "-o", str(output))
    assert done.exit_code == 0, done.output
    values = [cell.value for sheet in load_workbook(output) for row in sheet.iter_rows() for cell in row]
    assert any("Dear" in str(value) for value in values)
    assert "\x1b" not in done.output
