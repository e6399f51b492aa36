"""Reports about musts that count nothing, presence, minutes, months and names, with what is right in each."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.owed import owed
from optimizer.workbook.unit.read import read
from tests.paths import CASES, needs_cases

pytestmark = needs_cases


def run(*arguments: object) -> str:
    return CliRunner().invoke(main, [str(argument) for argument in arguments]).output


def sentences_of(told: dict) -> list[str]:
    return [finding["sentence"] for finding in told["findings"]]


def scored(case: str, name: str = "unit.xlsx") -> dict:
    return json.loads(run("score", CASES / case / name, "--json"))


@pytest.mark.parametrize(("name", "least", "most"), [("at-most-3", 2, 3), ("at-least-2", 2, 6)])
def test_calls_are_spread_as_a_must_on_them_says(name, least, most, tmp_path):
    told = run("solve", CASES / "on-call-limits" / f"{name}.xlsx", "-o", tmp_path / "out.xlsx", "--seconds", 5)
    assert "Must-fix problems: 0" in told
    calls = Counter(pair.who for pair in read(tmp_path / "out.xlsx").plan)
    assert sum(calls.values()) == 14
    assert least <= min(calls.values()) <= max(calls.values()) <= most
    assert len(calls) == 5


def test_a_plan_that_breaks_a_must_on_calls_is_found_out():
    told = scored("on-call-limits", "at-most-3-out.xlsx")
    assert told["broken"] > 0
    assert "14 OC duties in the period; it should be 3 at most." in " ".join(sentences_of(told))


def test_nobody_counts_as_there_in_the_middle_of_a_split_shift():
    told = scored("split-shift")
    gaps = [text for text in sentences_of(told) if text.startswith("11:00-16:00")]
    assert (told["broken"], len(gaps)) == (14, 14)
    assert "from 11:00 to 16:00" in run("check", CASES / "split-shift" / "unit.xlsx")


def test_a_call_that_lasts_into_the_next_duty_is_a_broken_must_and_is_paid_nothing():
    told = scored("on-call-then-day")
    assert "Or, A's duty on Tue 1 Dec begins 15 min before the one before it ends." in sentences_of(told)
    assert told["broken"] == 1
    assert "8 h paid" in run("score", CASES / "on-call-then-day" / "unit.xlsx")


def test_a_month_is_followed_by_a_month(tmp_path):
    run("next", CASES / "calendar-months" / "unit.xlsx", "-o", tmp_path / "next.xlsx")
    calendar = read(tmp_path / "next.xlsx").unit.calendar
    assert (f"{calendar.first}", f"{calendar.last}") == ("2028-02-01", "2028-02-29")


def test_rules_about_nights_are_no_fault_in_a_unit_without_nights():
    assert "Faults:         none" in run("check", CASES / "unit-without-nights" / "unit.xlsx")


def test_a_minute_costs_a_minute_and_can_be_read():
    told = scored("shift-of-10h43")
    over = {finding["sentence"]: finding["cost_cents"] for finding in told["findings"]}
    (minute,) = (cost for text, cost in over.items() if "75 h 01 min" in text)
    (hours,) = (cost for text, cost in over.items() if "85 h 44 min" in text)
    assert (minute, hours) == (34, 214_67)


def test_two_people_of_one_name_are_told_apart():
    found = [text for text in sentences_of(scored("same-names")) if "of rest" in text]
    assert {text.partition(" has")[0] for text in found} >= {"Park, Ji (0041)", "Park, Ji (0042)"}
    assert "Park, Ji is 0041 and 0042" in run("check", CASES / "same-names" / "unit.xlsx")


def test_a_blocked_day_is_off_and_owed_where_leave_lowers_what_is_owed(tmp_path):
    book = load_workbook(CASES / "blocked-days" / "unit.xlsx")
    row = next(row for row in book["Requests"].iter_rows() if row[0].value == "161")
    row[1].value, row[6].value = "blocked", None
    book.save(tmp_path / "unit.xlsx")
    contents = read(tmp_path / "unit.xlsx")
    unit, first = contents.unit, contents.unit.calendar.first + timedelta(days=5)
    assert owed(unit, unit.people["161"]) == 72 * 60 > owed(unit, unit.people["162"])
    worked = frozenset(Pair(who, Duty(first, "D", "RN")) for who in unit.people)
    judge = Judge(formulate(unit, contents.policy))
    told = [finding.rule.say(unit, finding) for finding in judge.findings(judge.judge(worked))]
    assert [text for text in told if "but has a duty" in text] == [
        "Block, A may not be asked on Fri 4 Dec, a blocked day, but has a duty.",
        "Vac, B is on approved leave on Fri 4 Dec but has a duty.",
    ]


def test_every_case_here_is_there():
    folders = (
        "on-call-limits split-shift on-call-then-day calendar-months unit-without-nights shift-of-10h43 same-names "
        "blocked-days"
    )
    assert all(Path(CASES / folder / "note.txt").is_file() for folder in folders.split())
