"""Publishing and what follows from it, as somebody at a shell meets it."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty, Part
from optimizer.workbook.unit.read import read
from tests.cli.shell import run
from tests.paths import SAMPLES
from tests.stores import empty

SMALL = SAMPLES / "unit-small.xlsx"
UNIT = read(SMALL).unit
DAY_SHIFT = next(shift.code for shift in UNIT.shifts if shift.staffs and shift.part is Part.DAY)


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    """Return a workbook with a schedule that keeps every must."""
    path = tmp_path_factory.mktemp("solved") / "roster.xlsx"
    assert run("solve", SMALL, "-o", path, "--seconds", 60).exit_code == 0
    return path


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    path = tmp_path / "store.db"
    monkeypatch.setenv("OPTIMIZER_DB", str(path))
    monkeypatch.delenv("OPTIMIZER_ACTOR", raising=False)
    path.write_bytes(empty())
    return path


@pytest.fixture
def opened(store, solved):
    assert run("draft", "open", solved, "--unit", "4 West", "--name", "December").exit_code == 0
    return read(solved)


@pytest.fixture
def published(opened):
    assert run("publish", 1, "--version", 1).exit_code == 0
    return opened


def a_night(contents):
    """Return who has a night that a day shift on the next day would follow too soon."""
    nights = {shift.code for shift in contents.unit.shifts if shift.works and shift.part is Part.NIGHT}
    last = contents.unit.calendar.last
    return next(p for p in sorted(contents.plan) if p.what.shift in nights and p.what.day < last)


def edit(version, who, day, shift, why="Asked for it"):
    place = ("--who", who, "--day", day, "--shift", shift, "--why", why)
    made = run("draft", "edit", 1, "--version", version, *place)
    assert made.exit_code == 0, made.output


def break_rest(contents, version=1):
    """Give somebody a day shift right after a night, and return who and when."""
    night = a_night(contents)
    edit(version, night.who, night.what.day + timedelta(days=1), DAY_SHIFT)
    return night.who, night.what.day + timedelta(days=1)


def names_of(output):
    return [line.partition(" needs a reason: ")[0] for line in output.splitlines() if " needs a reason: " in line]


def told(*arguments):
    return json.loads(run(*arguments, "--json").stdout)


def test_a_clean_schedule_is_published_and_its_history_told(published):
    assert told("history", 1)["publications"][0] | {"at": ""} == {
        "draft": 1, "unit": "4 West", "name": "December", "number": 1, "version": 1, "at": "", "who": "local",
        "why": None, "broken": 0, "cost_cents": told("history", 1)["publications"][0]["cost_cents"], "accepted": [],
    }  # fmt: skip
    assert "Publication:" in run("history", 1).output
    assert "4 West, December; Publication by local" in run("published").output


def test_every_broken_must_asks_for_a_reason_and_keeps_it(opened):
    who, day = break_rest(opened)
    refused = run("publish", 1, "--version", 2)
    assert refused.exit_code == 2
    assert f"rest:{who}:{day}" in names_of(refused.output)
    assert "nothing yet" in run("history", 1).output
    answers = [part for name in names_of(refused.output) for part in ("--accept", f"{name}=Her wish, agreed")]
    done = run("publish", 1, "--version", 2, *answers)
    assert done.exit_code == 0, done.output
    accepted = told("history", 1)["publications"][0]["accepted"]
    assert {each["reason"] for each in accepted} == {"Her wish, agreed"}
    assert ("rest", who, str(day)) in {(each["rule"], each["who"], each["day"]) for each in accepted}
    assert "Because: Her wish, agreed" in run("history", 1).output


def test_what_is_left_can_be_accepted_in_one_go_and_stays_accepted(opened):
    who, day = break_rest(opened)
    named = ("--accept", f"rest:{who}:{day}=Her wish")
    assert run("publish", 1, "--version", 2, *named, "--accept-all", "No other way").exit_code == 0
    before = told("history", 1)["publications"][0]["accepted"]
    assert {each["reason"] for each in before if each["rule"] == "rest"} == {"Her wish"}
    other = next(pair for pair in sorted(opened.plan) if pair.who != who)
    edit(2, other.who, other.what.day, "off", why="Ill")
    again = run("publish", 1, "--version", 3, "--why", "Ill")
    assert f"rest:{who}:{day}" not in names_of(again.output)
    assert run("publish", 1, "--version", 3, "--why", "Ill", "--accept-all", "Nobody else").exit_code == 0
    reasons = {
        (each["rule"], each["who"]): each["reason"] for each in told("history", 1)["publications"][1]["accepted"]
    }
    assert reasons["rest", who] == "Her wish"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [("rest:nobody:2026-12-24=why", "is no must-fix problem of this schedule"), ("rest", "gives no reason")],
)
def test_answers_that_answer_nothing_are_refused(opened, answer, problem):
    refused = run("publish", 1, "--version", 1, "--accept", answer)
    assert (refused.exit_code, problem in refused.output) == (2, True)


def test_a_published_schedule_is_judged_as_published(published):
    """What is edited later in the draft changes nothing of the judgement."""
    before = told("published", 1, "--law")
    for version, pair in enumerate(sorted(published.plan)[:12], start=1):
        edit(version, pair.who, pair.what.day, "off", why="later")
    assert told("published", 1, "--law") == before


def test_law_judges_one_schedule(published):
    refused = run("published", "--law")
    assert (refused.exit_code, "say the number of its draft" in refused.output) == (2, True)


def test_an_amendment_needs_a_change_a_reason_and_the_newest_version(published):
    assert "nothing to amend" in run("publish", 1, "--version", 1, "--why", "Again").output
    pair = sorted(published.plan)[0]
    edit(1, pair.who, pair.what.day, "off", why="Ill")
    assert "changed in the meantime" in run("publish", 1, "--version", 1, "--why", "Late").output
    assert "needs a reason" in run("publish", 1, "--version", 2, "--accept-all", "No one else").output
    done = run("publish", 1, "--version", 2, "--accept-all", "No one else", "--why", "Ill")
    assert done.exit_code == 0, done.output
    assert "as amendment 2" in done.output
    assert "Amendment 2:" in run("history", 1).output
    assert run("audit", "verify").exit_code == 0


def test_two_publications_and_versions_are_compared_with_notices(published, tmp_path):
    pair = sorted(published.plan)[0]
    edit(1, pair.who, pair.what.day, "off", why="Ill")
    run("publish", 1, "--version", 2, "--accept-all", "No one else", "--why", "Ill")
    for before, after in (("p1", "p2"), ("1", "2"), ("p1", "2")):
        found = told("draft", "diff", 1, before, after)
        assert [(each["who"], each["day"], each["after"]) for each in found["changes"]] == [
            (pair.who, str(pair.what.day), None)
        ]
    assert run("draft", "diff", 1, "p1", "p2", "-o", tmp_path / "notices.xlsx").exit_code == 0
    assert load_workbook(tmp_path / "notices.xlsx")["Notices"].max_row == 2
    assert "neither a version" in run("draft", "diff", 1, "p1", "last").output
    assert told("draft", "diff", 1, "p1", "p7")["faults"] == ["Draft 1 has no publication 7; it has 1 to 2."]


def test_the_next_period_is_opened_with_what_was_published_as_its_history(published, tmp_path):
    night = Pair(UNIT.staff[0].id, Duty(UNIT.calendar.last, "N", UNIT.staff[0].roles[0]))
    edit(1, night.who, night.what.day, "N", why="Swap")
    run("publish", 1, "--version", 2, "--accept-all", "Agreed", "--why", "Swap")
    edit(2, night.who, night.what.day, "off", why="Not published")
    opened = told("draft", "next", 1)
    assert opened["draft"] == "2"
    assert "4 West, 3 to 16 Jan 2027, version 1" in run("draft", "list").output
    assert run("draft", "write", 2, "-o", tmp_path / "next.xlsx").exit_code == 0
    contents = read(tmp_path / "next.xlsx")
    assert night in contents.unit.history
    assert {row.who for row in contents.unit.ledger if row.moved} == {night.who}
    day = Pair(night.who, Duty(contents.unit.days[0], DAY_SHIFT, UNIT.staff[0].roles[0]))
    judge = Judge(formulate(contents.unit, contents.policy))
    findings = judge.findings(judge.judge(frozenset({day})))
    assert ("rest", night.who, contents.unit.days[0]) in {(f.rule.key, f.place.who, f.place.day) for f in findings}


def test_the_next_workbook_can_be_written_and_ends_where_it_is_told_to(published, tmp_path):
    last = UNIT.calendar.last + timedelta(days=7)
    assert run("draft", "next", 1, "--last", last, "-o", tmp_path / "next.xlsx").exit_code == 0
    assert read(tmp_path / "next.xlsx").unit.calendar.last == last
    assert "cannot end" in run("draft", "next", 1, "--last", UNIT.calendar.last).output
    assert [each["draft"] for each in told("draft", "list")["drafts"]] == [1]


def test_the_ledger_of_a_unit_adds_up(published):
    people = told("ledger", "--unit", "4 West")["people"]
    nights = sum(pair.what.shift == "N" for pair in published.plan)
    assert sum(each["nights"]["duties"] for each in people) == nights
    shared = [each["nights"]["balance"] for each in people if each["nights"]["balance"] is not None]
    assert abs(sum(shared)) < 0.1
    assert "as published in number 1 of draft 1 (December)" in run("ledger", "--unit", "4 West").output
    assert "has published nothing" in run("ledger", "--unit", "5 East").output
    assert "Name either" in run("ledger").output


def test_staff_are_told_their_own_days_and_ledger_and_refused_all_else(published, tmp_path):
    me = UNIT.staff[0].id
    as_me = ("--as", f"staff:{me}")
    own = told("published", 1, *as_me)
    assert {each["who"] for each in own["days"]} == {me}
    assert len(own["days"]) == sum(pair.who == me for pair in published.plan)
    assert [each["who"] for each in own["ledger"]] == [me]
    assert [each["who"] for each in told("ledger", "--unit", "4 West", *as_me)["people"]] == [me]
    assert "4 West, December" in run("published", *as_me).output
    assert "$" not in run("published", 1, *as_me).output
    for command in (
        ("history", 1), ("draft", "list"), ("publish", 1, "--version", 1), ("draft", "diff", 1, "p1", "p1"),
        ("draft", "next", 1), ("draft", "solve", 1), ("draft", "write", 1, "-o", tmp_path / "x.xlsx"),
    ):  # fmt: skip
        refused = run(*command, *as_me)
        assert (refused.exit_code, "which may not" in refused.output) == (2, True), command


def test_others_are_told_the_whole_schedule(published):
    output = run("published", 1, "--as", "administrator:a1").output
    assert all(staff.name in output for staff in UNIT.staff)
    assert "may not see pay" in run("draft", "next", 1, "--as", "leadership:l1").output
    assert "may not publish" in run("publish", 1, "--version", 1, "--as", "leadership:l1").output


def test_a_draft_is_solved_where_it_is(published):
    pair = sorted(published.plan)[0]
    edit(1, pair.who, pair.what.day, "off", why="Ill")
    solved = told("draft", "solve", 1, "--seconds", 60)
    assert solved["version"] == 3
    log = run("draft", "log", 1).output
    assert "Solved in" in log
    assert "from version 2 by rosters, seed 0, " in log
    (search,) = told("draft", "log", 1)["searches"]
    assert search["cost_cents"] >= search["bound_cents"] == solved["bound_cents"]
    again = told("draft", "undo", 1)
    assert again["version"] == 4


def test_nothing_better_leaves_a_draft_as_it_is(published):
    solved = run("draft", "solve", 1, "--seconds", 60)
    assert solved.exit_code == 0
    versions = told("draft", "log", 1)["edits"]
    assert len(versions) == (1 if "stays as it is" in solved.output else 2)


def test_a_changed_publication_is_named(published, store):
    with closing(sqlite3.connect(store)) as raw, raw:
        raw.execute("UPDATE publication SET why = 'other'")
    found = run("audit", "verify")
    assert (found.exit_code, "(draft 1, number 1) of the table publication was changed" in found.output) == (1, True)


def test_the_roster_that_is_handed_out_tells_no_leave_and_no_pay(published, tmp_path):
    staff = ("--as", "staff:1001")
    for number, as_whom in enumerate(((), staff)):
        path = tmp_path / f"roster{number}.xlsx"
        assert run("published", 1, "-o", path, *as_whom).exit_code == 0
        book = load_workbook(path)
        assert book.sheetnames == ["Schedule"]
        assert "published" in book.active["A2"].value


def test_what_is_published_is_written_to_print_and_as_calendars_that_cancel_what_went(published, tmp_path):
    printed, ours, mine = tmp_path / "roster.pdf", tmp_path / "all.ics", tmp_path / "one.ics"
    assert run("published", 1, "-o", printed, "--paper", "letter").exit_code == 0
    assert printed.read_bytes().startswith(b"%PDF")
    night = a_night(published)
    edit(1, night.who, night.what.day, "off")
    assert run("publish", 1, "--version", 2, "--why", "ill", "--accept-all", "ill").exit_code == 0
    assert run("published", 1, "-o", ours).exit_code == 0
    assert run("published", 1, "-o", mine, "--who", night.who).exit_code == 0
    for path in (ours, mine):
        assert path.read_text(encoding="utf-8").count("STATUS:CANCELLED") == 1
    assert "Nobody on the schedule has the id" in run("published", 1, "-o", mine, "--who", "nobody").output


def test_quality_tells_the_published_periods_and_what_was_amended(published, tmp_path):
    pair = sorted(published.plan)[0]
    edit(1, pair.who, pair.what.day, "off", why="Ill")
    assert run("publish", 1, "--version", 2, "--accept-all", "No one else", "--why", "She is ill").exit_code == 0
    found = json.loads(run("quality", "--unit", "4 West", "--json").output)
    charts = {each["measure"]: each["points"] for each in found["charts"]}
    assert {each[0]["first"] for each in charts.values()} == {published.unit.calendar.first.isoformat()}
    assert charts["duties changed after publication"][0]["rests_on"] == f"1 of {len(published.plan)}"
    assert [each["what"] for each in found["changes"]] == ["Amendment 2: She is ill"]
    output = run("quality", "--unit", "4 West").output
    assert "too few to tell more than chance" in output
    assert "has published nothing" in run("quality", "--unit", "5 West").output
