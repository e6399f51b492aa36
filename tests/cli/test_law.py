"""The commands about laws: law, comply, and what law adds to check and solve."""

import json
import re

from openpyxl import load_workbook

from tests.cli.shell import run
from tests.paths import SAMPLES
from tests.workbook.books import set_calendar

SMALL = SAMPLES / "unit-small.xlsx"


def in_california(tmp_path, *cells):
    """Return a copy of a sample that California binds, with some cells of its schedule filled: (cell, code)."""
    book = load_workbook(SMALL)
    set_calendar(book, {"Jurisdictions": "us-california, us-massachusetts", "Kind of unit": "step_down"})
    due = next(cell for cell in book["Staff"][1] if cell.value == "Review due")
    book["Staff"].cell(2, due.column, book["Calendar"]["B3"].value)
    for cell, code in cells:
        book["Schedule"][cell] = code
    book.save(tmp_path / "in.xlsx")
    return tmp_path / "in.xlsx"


def test_law_lists_the_presets_and_all_that_one_says():
    listed = run("law")
    assert listed.exit_code == 0
    assert "us-oregon" in listed.output
    assert "Kinds of unit: " in listed.output
    oregon = run("law", "us-oregon").output
    assert "med_surg: at most 5 patients for each RN" in oregon
    assert "2024-06-01 to 2026-05-31" in oregon
    assert "begin on 1 July 2026" in oregon
    assert "In force from 1 June 2024 until 31 May 2026. It is law and binds hospitals' direct-care RNs" in oregon
    assert "It holds only for hours that the employer requires; volunteers may work more." in oregon
    assert "A must in force on any day of a period binds a solver on all of its days" in oregon
    assert (
        "Whom it protects may waive it, so a breach warns and forbids nothing." in run("law", "us-pennsylvania").output
    )
    eu = run("law", "eu-working-time").output
    assert "It is an average over 17 weeks; a shorter plan is warned of, never forbidden." in eu
    assert "REPEALED" in run("law", "us-long-term-care").output
    told = json.loads(run("law", "us-california", "--json").stdout)
    assert {"says", "law", "from", "until", "hours", "source", "last_checked", "whom", "waivable"} <= told[
        "provisions"
    ][0].keys()
    assert run("law", "us-nowhere").exit_code == 2


def test_law_lists_what_nobody_has_read_in_its_own_text():
    shown = run("law", "--unread").output
    assert re.match(
        r"\d+ of \d+ numbers and texts not read in their own text; of law and contracts they warn only.", shown
    )
    assert re.search(r"\n  S   2026-11-28  At most 14 hours of work at a stretch.* \(AS 18.20.400\(c\);", shown)
    assert "RSA 275:67" not in shown
    told = json.loads(run("law", "us-oregon", "--unread", "--json").stdout)["unread"]
    assert {(each["law"], each["grade"]) for each in told} == {
        ("ORS 441.765(2)(k)", "R"), ("ORS 441.765(2)(L)", "R"), ("ORS 441.765", "S"),
    }  # fmt: skip
    assert run("law", "us-texas", "--unread").output.startswith("1 of 2 ")


def test_check_shows_the_laws_in_force_and_what_they_add(tmp_path):
    assert "none chosen" in run("check", SMALL).output
    shown = run("check", in_california(tmp_path)).output
    assert "California; Massachusetts. Musts beside the sheet Rules: At most 16 hours of work at a stretch" in shown


def test_comply_is_content_with_a_schedule_that_keeps_the_law_and_tells_what_is_due(tmp_path):
    result = run("comply", in_california(tmp_path), "--within", 0)
    assert result.exit_code == 0
    for words in ("California; Massachusetts", "empty: nobody has a duty yet", "not judged", "Performance review"):
        assert words in result.output


def test_comply_exits_with_1_when_something_blocks_and_writes_all_of_it(tmp_path):
    file = in_california(tmp_path, ("E6", "N"), ("F6", "D"))
    result = run("comply", file, "-o", tmp_path / "law.xlsx", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {breach["law"] for breach in told["breaches"] if breach["severity"] == "block"} == {"MGL c.111 s.226(f)"}
    book = load_workbook(tmp_path / "law.xlsx")
    assert book.sheetnames == ["Summary", "Breaches", "Due", "Mentoring", "Laws in force"]
    assert book["Breaches"].max_row == len(told["breaches"]) + 1
    assert book["Due"].max_row == len(told["due"]) + 1
    laws = [[cell.value for cell in row] for row in book["Laws in force"].iter_rows(min_row=2)]
    telemetry = next(row for row in laws if str(row[1]).startswith("telemetry"))
    assert (telemetry[2], str(telemetry[5].date())) == ("22 CCR 70217(a)(10)", "2008-01-01")


def test_solve_keeps_what_law_adds_to_the_rules(tmp_path):
    file = in_california(tmp_path)
    assert run("solve", file, "-o", tmp_path / "out.xlsx", "--seconds", 60).exit_code == 0
    assert run("comply", tmp_path / "out.xlsx").exit_code == 0
    told = json.loads(run("score", in_california(tmp_path, ("E6", "N"), ("F6", "D")), "--json").stdout)
    assert "most-hours-at-a-stretch" in {finding["rule"] for finding in told["findings"] if finding["must"]}
