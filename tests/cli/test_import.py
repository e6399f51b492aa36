"""The command import: what is understood of a roster, for people and for machines."""

import json

from click.testing import CliRunner

from optimizer.cli import main
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.unit.read import read
from tests.workbook.adopt.files import REQUESTS, STAFF, month
from tests.workbook.adopt.test_panel import CLAIMS, PATIENTS

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


def ran(*words):
    said = CliRunner().invoke(main, ["import", *map(str, words)], catch_exceptions=False)
    return said.exit_code, said.output


def written(place, **files):
    """Write files and return their places."""
    places = [place / f"{name}.csv" for name in files]
    for file, text in zip(places, files.values(), strict=True):
        file.write_text(text)
    return places


def test_several_files_are_a_list_for_machines(tmp_path):
    code, said = ran(*written(tmp_path, march=month(3), staff=STAFF), "--json")
    assert code == 0
    assert [[table["kind"] for table in each["tables"]] for each in json.loads(said)] == [["grid"], ["staff"]]


def test_it_tells_what_was_taken_up_asked_and_assumed(tmp_path):
    code, said = ran(*written(tmp_path, march=month(3), staff=STAFF))
    assert code == 0
    assert "march.csv:\n" in said
    assert "Taken up: 151 of 151 cells of march.csv (grid, A2:AF10)" in said
    assert "Not taken up: staff.csv, G2, G3, G4, G5 and 4 more: shoe size" in said
    assert "Question: From when to when are" in said and "Otherwise: --answer " in said
    assert "Assumed (" in said


def test_the_month_that_was_worked_is_written_and_can_be_scored(tmp_path):
    out = tmp_path / "unit.xlsx"
    code, said = ran(*written(tmp_path, march=month(3), staff=STAFF), "-o", out)
    assert code == 0 and f"Written: {out}" in said
    contents = read(out)
    assert len(contents.plan) == 151
    score = CliRunner().invoke(main, ["score", str(out)])
    assert "2026-03-01 to 2026-03-31, 8 people" in score.output


def test_the_next_month_is_written_and_has_no_faults(tmp_path):
    out = tmp_path / "next.xlsx"
    code, said = ran(*written(tmp_path, march=month(3), staff=STAFF, requests=REQUESTS), "--next", "-o", out, "--json")
    told = json.loads(said)
    assert code == 0
    assert (told["first"], told["last"], told["people"], told["history"]) == ("2026-04-01", "2026-04-30", 8, 151)
    assert {"of", "asked", "used", "choices", "why"} == {*told["questions"][0]}
    assert {"of", "said", "evidence", "sure"} == {*told["assumptions"][0]}
    assert CliRunner().invoke(main, ["check", str(out)]).exit_code == 0


def test_a_mapping_makes_the_next_month_without_a_question(tmp_path):
    march, april = written(tmp_path, march=month(3, titled=False), april=month(4, titled=False))
    mapping, out = tmp_path / "ward.toml", tmp_path / "unit.xlsx"
    said = "first day of march.csv=2026-03-01"
    code, told = ran(march, "--answer", said, "--answer", "code N=21:00-07:00", "--save-mapping", mapping)
    assert code == 0 and "Question: " in told and f"Written: {mapping}" in told
    code, told = ran(april, "--mapping", mapping, "-o", out, "--save-mapping", mapping)
    assert code == 0 and "Question: " not in told
    assert "2026-04-01 to 2026-04-30" in told
    assert next(shift.start for shift in read(out).unit.shifts if shift.code == "N") == 21 * 60


def test_what_cannot_be_understood_is_refused_and_nothing_written(tmp_path):
    (march,) = written(tmp_path, march=month(3))
    out = tmp_path / "unit.xlsx"
    for answer, why in (
        ("nonsense", "has no ="),
        ("code N=tea", "is answered with off"),
        ("full time=long", "a number"),
    ):
        code, said = ran(march, "--answer", answer, "-o", out)
        assert code == 2 and why in said and "nothing was changed" in said
    (staff,) = written(tmp_path, staff=STAFF)
    code, said = ran(staff, "-o", out)
    assert code == 2 and "who worked when" in said
    code, said = ran(march, "-o", march)
    assert code == 2 and "is the workbook itself" in said
    assert not out.exists()


def test_lists_of_patients_become_a_panel(tmp_path):
    out = tmp_path / "panel.xlsx"
    code, said = ran(*written(tmp_path, patients=PATIENTS, claims=CLAIMS), "-o", out)
    assert code == 0 and "Panel: patients, 4 patients, 2 case managers" in said
    assert "its diagnosis is no code of ICD-10" in said
    assert len(read_panel(out).panel.patients) == 4
