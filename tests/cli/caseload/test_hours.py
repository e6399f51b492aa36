"""What patients take, measured: caseload hours."""

from dataclasses import replace

from openpyxl import load_workbook

from optimizer.workbook.panel.read import read_panel
from tests.cli.caseload.shell import SMALL, run, told


def test_hours_tells_the_preset_what_was_measured_and_on_how_much_it_rests():
    result = run("hours", SMALL)
    assert result.exit_code == 0
    assert "(unverified)" in result.output
    assert "Time study:     884 rows by 6 case managers" in result.output
    figures = {each["what"]: each for each in told("hours", SMALL)["figures"]}
    active = figures["tier 3 (high), active"]
    assert (active["preset"], active["in_use"]) == (180, 180)
    assert 1.05 * 180 < active["measured"]["median"] <= active["measured"]["four_in_five"]
    assert active["measured"]["observations"] >= 20
    assert figures["tier 4 (complex), on hold"]["measured"]["flaw"] == "1 observation; it takes 5"


def test_hours_writes_what_rests_on_enough_into_a_copy_and_leaves_the_rest(tmp_path, light):
    source, out = tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    book = load_workbook(light)
    book["Hours"]["E1"], book["Hours"]["E4"] = "Ours", "as agreed in May"
    book.save(source)
    figures = told("hours", source, "-o", out)["figures"]
    used = {each["what"]: each["measured"] for each in figures if each["measured"] and not each["measured"]["flaw"]}
    again = {each["what"]: each["in_use"] for each in told("hours", out)["figures"]}
    assert len(used) > 5
    assert {what: again[what] for what in used} == {what: each["median"] for what, each in used.items()}
    before, after = read_panel(source), read_panel(out)
    assert after.setting != before.setting
    assert replace(after.setting, measured={}) == before.setting
    assert (after.plan, after.policy, after.study) == (before.plan, before.policy, before.study)
    sheet = load_workbook(out)["Hours"]
    assert sheet["E4"].value == "as agreed in May"
    rests = [str(row[2].value) for row in sheet.iter_rows() if str(row[0].value).startswith("Measured")]
    assert all("884 rows by 6 case managers" in each for each in rests)


def test_hours_without_a_sheet_of_hours_writes_one(tmp_path, light):
    source, out = tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    book = load_workbook(light)
    del book["Hours"]
    book.save(source)
    run("hours", source, "-o", out)
    assert len(read_panel(out).setting.measured) > 5


def test_hours_without_a_study_writes_nothing_and_says_what_to_do(example, tmp_path):
    book = load_workbook(example)
    del book["Time study"]
    book.save(example)
    assert "keep one on the sheet Time study" in run("hours", example).output
    result = run("hours", example, "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert "There is no time study" in result.output
    assert not (tmp_path / "out.xlsx").exists()


def test_hours_tells_whose_months_are_hardly_covered(example):
    found = told("hours", example)
    assert {each["manager"] for each in found["short"]} == {"2001", "2002"}
    assert "reach over less than three weeks" in run("hours", example).output
