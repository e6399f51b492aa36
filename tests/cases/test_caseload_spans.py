"""Whatever of a case manager's begins or ends is judged over all days for which somebody is given a patient."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.caseload.figures import transfers
from optimizer.cli import main
from optimizer.workbook.panel.read import read_panel
from tests.paths import CASES, needs_cases

pytestmark = needs_cases
AWAY, LEAVER, SOON = (
    CASES / f"caseload-{name}" / "panel.xlsx"
    for name in ("cover-while-the-coverer-is-away", "referral-to-a-leaver", "leaver-in-two-weeks")
)
SPAN = ("--manager", "M1", "--from", "2027-01-04", "--to", "2027-01-15", "--seconds", 3)


def run(*arguments):
    return CliRunner().invoke(main, ["caseload", *(str(argument) for argument in arguments)])


def told(*arguments):
    return json.loads(run(*arguments, "--json").stdout)


def changed(source, tmp_path, **sheets):
    """Return a copy of a workbook with cells changed, or rows added to a sheet."""
    book = load_workbook(source)
    for title, change in sheets.items():
        for cell, value in change.items() if isinstance(change, dict) else ():
            book[title][cell] = value
        for row in change if isinstance(change, list) else ():
            book[title].append(row)
    book.save(tmp_path / "panel.xlsx")
    return tmp_path / "panel.xlsx"


def test_only_who_is_there_throughout_covers():
    found = told("cover", AWAY, *SPAN)
    assert {(each["manager"], each["from"], each["to"]) for each in found["takes"]} == {
        ("M5", "2027-01-04", "2027-01-15")
    }
    assert (len(found["takes"]), found["turns"], found["gaps"]) == (8, [], [])
    assert "every working day from Mon 4 Jan 2027 to Fri 15 Jan 2027" in run("cover", AWAY, *SPAN).output


def test_a_whole_caseload_goes_to_the_successor_who_is_named(tmp_path):
    planned = tmp_path / "planned.xlsx"
    who = ("--manager", "M1", "--successor", "M2", "--from", "2027-01-16")
    found = told("handover", SOON, *who, "-o", planned)
    assert (len(found["goes"]), found["lacking"]) == (6, {})
    assert "Mgr, A hands over to Mgr, B after Fri 15 Jan 2027: 6 patients go with it." in assigned(planned, tmp_path)
    book = load_workbook(planned)
    day = next(row for row in book["Panel"].iter_rows() if row[0].value == "Planning date")
    day[1].value = date(2027, 1, 18)
    book.save(planned)
    assigned(planned, tmp_path)
    contents = read_panel(tmp_path / "assigned.xlsx")
    assert {pair.who for pair in contents.plan if pair.what.patient in found["goes"]} == {"M2"}
    assert transfers(contents.panel, contents.plan) == ()


def assigned(file, tmp_path):
    return run("assign", file, "-o", tmp_path / "assigned.xlsx", "--seconds", 10).output


def test_who_is_elsewhere_all_through_needs_no_cover(tmp_path):
    book = load_workbook(AWAY)
    sheet = book.create_sheet("Elsewhere")
    for row in (("Patient", "From", "To", "Where"), ("Q00", date(2027, 1, 2), None, "hospital"),
                ("Q01", date(2027, 1, 4), date(2027, 1, 13), "rehabilitation")):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "panel.xlsx")
    found = told("cover", tmp_path / "panel.xlsx", *SPAN)
    assert (found["elsewhere"], len(found["takes"]), found["gaps"]) == (["Q00"], 7, [])


def test_whom_nobody_can_take_throughout_several_take_in_turn(tmp_path):
    file = changed(AWAY, tmp_path, Leave=[["M5", date(2027, 1, 11), date(2027, 1, 12)]])
    found = told("cover", file, *SPAN)
    assert found["takes"] == []
    mine = [each for each in found["turns"] if each["patient"] == "Q00"]
    assert [(each["manager"], each["from"], each["to"]) for each in mine] == [
        ("M5", "2027-01-04", "2027-01-10"), ("M5", "2027-01-13", "2027-01-15"),
    ]  # fmt: skip
    assert {(each["patient"], each["from"], each["to"]) for each in found["gaps"]} == {
        (f"Q0{number}", "2027-01-11", "2027-01-12") for number in range(8)
    }
    result = run("cover", file, *SPAN)
    assert result.exit_code == 1
    assert "8, 0 of them covered by one case manager throughout, 8 not on every day" in result.output
    assert "Q00: nobody from Mon 11 Jan 2027 to Tue 12 Jan 2027" in result.output
    assert "until Sun 10 Jan 2027 only" in result.output


@pytest.mark.parametrize(
    ("cells", "who", "there"),
    [
        ({"Managers": {"P5": date(2027, 1, 15)}}, "M4", True),
        ({"Managers": {"P5": date(2027, 1, 14)}}, "M4", False),
        ({"Managers": {"P5": None, "K5": "no"}}, "M4", False),
        ({"Licences": {"D4": date(2027, 1, 15)}}, "M3", True),
        ({"Licences": {"E1": "Valid from", "D4": None, "E4": date(2027, 1, 5)}}, "M3", False),
        ({"Licences": {"E1": "Valid from", "D4": None, "E4": date(2027, 1, 4)}}, "M3", True),
        ({"Managers": {"Q1": "Starts", "P5": None, "Q5": date(2027, 1, 5)}}, "M4", False),
        ({"Managers": {"Q1": "Starts", "P5": None, "Q5": date(2027, 1, 4)}}, "M4", True),
        ({"Leave": {"B2": date(2027, 1, 9), "C2": date(2027, 1, 10)}}, "M2", True),
        ({"Leave": {"B2": date(2027, 1, 15), "C2": date(2027, 1, 20)}}, "M2", False),
    ],
)
def test_the_last_day_counts_and_so_does_the_first(tmp_path, cells, who, there):
    found = told("cover", changed(AWAY, tmp_path, **cells), *SPAN)
    managers = {each["manager"] for each in found["takes"]}
    assert len(found["takes"]) == 8
    assert managers <= {who, "M5"}
    assert (who in managers) is there


def test_leave_that_overlaps_is_one_absence(tmp_path):
    rows = [["M5", date(2027, 1, 6), date(2027, 1, 8)], ["M5", date(2027, 1, 7), date(2027, 1, 12)]]
    found = told("cover", changed(AWAY, tmp_path, Leave=rows), *SPAN)
    away = {each for turn in found["turns"] if turn["manager"] == "M5" for each in (turn["from"], turn["to"])}
    assert away == {"2027-01-04", "2027-01-05", "2027-01-13", "2027-01-15"} & away
    assert all(each["from"] > "2027-01-06" for each in found["gaps"])


def test_a_new_patient_goes_to_nobody_who_leaves(tmp_path):
    found = told("next", LEAVER, "--patient", "NEW")
    assert [each["manager"] for each in found["managers"]] == ["M2", "M3"]
    (left,) = found["for_a_time"]
    assert left["manager"] == "M1"
    assert "works here until Fri 8 Jan 2027 only" in left["why"][0]
    assert "Mgr, A works here until Fri 8 Jan 2027 only" in run("next", LEAVER, "--patient", "NEW").output
    values = told("assign", LEAVER, "-o", tmp_path / "out.xlsx", "--seconds", 3)
    assert next(e["manager"] for e in values["assignment"] if e["patient"] == "NEW") in ("M2", "M3")


@pytest.mark.parametrize(
    ("cells", "offered"),
    [
        ({"Managers": {"P2": date(2027, 2, 3)}}, True),
        ({"Managers": {"P2": date(2027, 2, 2)}}, False),
        ({"Managers": {"P2": None}, "Licences": {"D2": date(2027, 1, 20)}}, False),
        ({"Managers": {"P2": None}, "Leave": {"A2": "M1", "B2": date(2027, 1, 5), "C2": date(2027, 2, 12)}}, False),
        ({"Managers": {"P2": None, "Q1": "Starts", "Q2": date(2027, 1, 18)}}, False),
        ({"Panel": {"A12": "Days ahead", "B12": 4}}, True),
        ({"Panel": {"A12": "Days ahead", "B12": 7}}, False),
    ],
)
def test_the_days_ahead_are_the_panels_to_say_and_both_ends_count(tmp_path, cells, offered):
    found = told("next", changed(LEAVER, tmp_path, **cells), "--patient", "NEW")
    assert ("M1" in {each["manager"] for each in found["managers"]}) is offered


def test_who_is_away_for_a_week_comes_last_and_is_said(tmp_path):
    leave = {"A2": "M1", "B2": date(2027, 1, 5), "C2": date(2027, 1, 15)}
    found = told("next", changed(LEAVER, tmp_path, Managers={"P2": None}, Leave=leave), "--patient", "NEW")
    assert found["managers"][-1]["manager"] == "M1"
    assert any("is away from Tue 5 Jan 2027 to Fri 15 Jan 2027" in each for each in found["managers"][-1]["why"])


def test_where_everybody_leaves_somebody_is_offered_and_it_is_said(tmp_path):
    file = changed(LEAVER, tmp_path, Licences={f"D{row}": date(2027, 1, 29) for row in (2, 3, 4)})
    found = told("next", file, "--patient", "NEW")
    assert {each["manager"] for each in found["managers"]} == {"M1", "M2", "M3"}
    assert all("is licensed in OH until Fri 29 Jan 2027 only" in "".join(e["why"]) for e in found["managers"])
    values = told("assign", file, "-o", tmp_path / "out.xlsx", "--seconds", 3)
    assert {each["what"] for each in values["ends"]} >= {"licence"}


def test_whose_case_manager_leaves_is_said_and_kept_until_then(tmp_path):
    out = tmp_path / "out.xlsx"
    values = told("assign", SOON, "-o", out, "--seconds", 3)
    assert sum(each["manager"] == "M1" for each in values["assignment"]) == 6
    (end,) = values["ends"]
    assert (end["manager"], end["until"], len(end["patients"])) == ("M1", "2027-01-15", 6)
    assert "6 patients need another case manager then" in load_workbook(out)["Ends ahead"]["E2"].value
    found = told("cover", SOON, "--manager", "M1", "--from", "2027-01-16", "--seconds", 3)
    assert len(found["takes"]) == 6
    assert {each["manager"] for each in found["takes"]} <= {"M2", "M3", "M5"}
    assert found["for_good"]


def test_a_locked_patient_whose_case_manager_leaves_is_named(tmp_path):
    file = changed(SOON, tmp_path, Patients={"T2": "yes"})
    values = told("assign", file, "-o", tmp_path / "out.xlsx", "--seconds", 3)
    assert "1 of them locked" in values["ends"][0]["why"]
    points = told("rebalance", file, "--max-transfers", 2, "--seconds", 3)
    assert points["ends"][0]["until"] == "2027-01-15"
    assert all(each["manager"] != "M1" for each in points["transfers"])


def test_cover_for_good_gives_nobody_for_good_to_who_leaves(tmp_path):
    file = changed(SOON, tmp_path, Managers={"P3": date(2027, 1, 29), "P4": date(2027, 5, 31)})
    found = told("cover", file, "--manager", "M1", "--from", "2027-01-16", "--seconds", 3)
    assert {each["manager"] for each in found["takes"]} <= {"M3", "M5"}
    if any(each["manager"] == "M3" for each in found["takes"]):
        assert any("until Mon 31 May 2027 only" in each["why"] for each in found["ends"])


def test_cover_for_good_goes_first_to_who_has_no_leave(tmp_path):
    found = told("cover", AWAY, "--manager", "M1", "--from", "2027-01-04", "--seconds", 4)
    assert {each["manager"] for each in found["takes"]} == {"M5"}
    file = changed(AWAY, tmp_path, Leave=[["M5", date(2027, 1, 25), date(2027, 1, 27)]])
    found = told("cover", file, "--manager", "M1", "--from", "2027-01-04", "--seconds", 4)
    assert len(found["takes"]) == 8
    assert all("is away from" in each["why"] for each in found["ends"])
    assert found["ends"]


def test_staffing_counts_who_leaves_as_gone_and_who_starts_as_there(tmp_path):
    assert "as it will be on Wed 3 Feb 2027" in run("staffing", LEAVER, "--seconds", 3).output
    alone = changed(LEAVER, tmp_path, Managers={f"P{row}": date(2027, 1, 8) for row in (2, 3, 4)})
    assert told("staffing", alone, "--seconds", 3)["hires"] == 1


def test_a_contact_is_told_to_fall_on_a_day_without_the_case_manager(tmp_path):
    cells = {"U2": date(2026, 12, 20), "U3": date(2026, 12, 1), "U8": date(2026, 12, 20)}
    found = told("contacts", changed(SOON, tmp_path, Patients=cells), "--within", 30)
    assert {each["patient"]: each["absent"] for each in found["due"]} == {
        "Q00": "not employed then", "Q01": "", "Q06": "",
    }  # fmt: skip
