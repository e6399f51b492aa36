"""The commands that tell how many people are needed, and what that may cost: need and budget."""

import json
import re

from openpyxl import load_workbook

from tests.cli.shell import run
from tests.paths import SAMPLES

SMALL = SAMPLES / "unit-small.xlsx"
MONDAY_NIGHT = ("2026-12-07", "N", "RN")


def test_need_tells_every_number_and_where_it_comes_from():
    told = json.loads(run("need", SAMPLES / "unit-medsurg.xlsx", "--json").stdout)
    assert (told["patient_days"], told["target_hours"], told["direct_hppd"]) == (630, 4896, 7.77)
    assert (told["worked_hours"], told["worked_hppd"]) == (5568, 8.84)  # with the charge nurse of both shifts
    nurses = next(need for need in told["needs"] if (need["day"], need["shift"], need["role"]) == MONDAY_NIGHT)
    assert (nurses["minimum"], nurses["target"], nurses["comes_from"]) == (4, 4, "ratio and acuity")
    text = run("need", SAMPLES / "unit-medsurg.xlsx").output
    assert re.search(r"Direct HPPD: +7\.77 h .*\nWorked HPPD: +8\.84 h", text)
    assert re.search(r"D +RN +4-5 +4-6 +acuity \(26 days\); ratio and acuity \(2 days\)", text)
    assert re.search(r"D +RN +1 +1 +given \(14 days\)", run("need", SMALL).output)
    assert json.loads(run("need", SMALL, "--json").stdout)["direct_hppd"] is None


def test_twice_the_high_acuity_patients_raise_the_need_where_and_as_the_formula_says(tmp_path):
    book = load_workbook(SAMPLES / "unit-medsurg.xlsx")
    rows = [row for row in book["Census"].iter_rows(min_row=2) if row[0].value == "weekdays"]
    for row in rows:
        row[5].value *= 2  # level 4, at 12 hours
    book.save(tmp_path / "in.xlsx")
    before = json.loads(run("need", SAMPLES / "unit-medsurg.xlsx", "--json").stdout)["needs"]
    after = json.loads(run("need", tmp_path / "in.xlsx", "--json").stdout)["needs"]
    raised = {
        (new["shift"], new["role"]): (old["target"], new["target"], old["minimum"], new["minimum"])
        for old, new in zip(before, after, strict=True)
        if (old["target"], old["minimum"]) != (new["target"], new["minimum"])
    }
    # by night 66.8 h become 72.2: by 11.25 h 67 % are 4.3 nurses, 33 % are 2.1 aides; 25 patients by 6 are 5 nurses;
    # by day 88.98 h become 95.58: 5.9 nurses and 1.9 aides, as many as before
    assert raised == {("N", "RN"): (4, 5, 4, 5), ("N", "CNA"): (2, 3, 1, 1)}
    hours = {need["computed"]["care_hours"] for need in after if (need["day"], need["shift"]) == MONDAY_NIGHT[:2]}
    assert hours == {72.2}


def test_budget_holds_a_schedule_against_its_budget_flexed_by_the_patients():
    told = run("budget", SAMPLES / "unit-medsurg.xlsx")
    assert told.exit_code == 0
    assert "Patient days:   320; 322 budgeted" in told.output  # nobody has a duty yet
    assert "Money:          $0; $139,595.20 budgeted, $138,812 flexed" in told.output
    assert "100.0 % below the flexed budget" in told.output
    assert len(json.loads(run("budget", SAMPLES / "unit-medsurg.xlsx", "--json").stdout)["pay_periods"]) == 2
    refused = run("budget", SMALL)
    assert refused.exit_code == 2
    assert "has no budget; fill the sheet Budget" in refused.output
