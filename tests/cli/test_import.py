"""The command import: what is understood of a roster, for people and for machines."""

import json

from click.testing import CliRunner

from optimizer.cli import main

ROSTER = "March 2026\nName,{}\n{}Total,{}\n".format(
    ",".join(map(str, range(1, 32))),
    "".join(f"{name},{','.join('DDN'[day % 3] for day in range(31))}\n" for name in ("Joan Adams", "Tia Brown")),
    ",".join("2" for _ in range(31)),
)


def test_it_says_what_was_understood(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER)
    said = CliRunner().invoke(main, ["import", str(file)])
    assert said.exit_code == 0
    assert "grid, 2 people, 31 days (2026-03-01 to 2026-03-31)" in said.output
    assert "Left out: A5:AF5: totals" in said.output


def test_it_prints_everything_for_machines(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER)
    said = json.loads(CliRunner().invoke(main, ["import", str(file), "--json"]).output)
    table = said["tables"][0]
    assert (said["readable"], said["refuse"], said["questions"]) == (True, None, [])
    assert (table["kind"], table["people"], table["days"]) == ("grid", ["Joan Adams", "Tia Brown"], 31)
    assert table["codes"] == {"D": 42, "N": 20}
    assert table["cells"][0] == {"cell": "B3", "who": "Joan Adams", "date": "2026-03-01", "day_no": 1, "code": "D"}


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "picture.xlsx"
    file.write_bytes(b"\x89PNG...")
    said = CliRunner().invoke(main, ["import", str(file)])
    assert said.output == "picture.xlsx is a picture, not a table; export the roster as .xlsx or .csv.\n"
    assert said.exit_code == 2
