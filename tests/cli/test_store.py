"""The commands of the store, as somebody at a shell meets them."""

import json
import sqlite3
from contextlib import closing

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.store.audit.trail import head_of
from optimizer.store.cell_notes import set_cell_note
from optimizer.store.database.connection import database
from optimizer.store.drafts import accept, open_draft
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import LOCAL, Actor, Role
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.unit.read import read
from tests.cli.shell import run
from tests.paths import SAMPLES
from tests.stores import empty

SMALL, PANEL = SAMPLES / "unit-small.xlsx", SAMPLES / "panel-small.xlsx"
UNIT = read(SMALL).unit
WHO, DAY = UNIT.staff[0].id, UNIT.days[3]
SHIFT = next(shift.code for shift in UNIT.shifts if shift.staffs)
PLACE = ("--who", WHO, "--day", DAY)


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("OPTIMIZER_DB", str(tmp_path / "folder" / "store.db"))
    monkeypatch.delenv("OPTIMIZER_ACTOR", raising=False)
    return tmp_path / "folder" / "store.db"


@pytest.fixture
def opened(place):
    place.parent.mkdir()
    place.write_bytes(empty())
    assert run("draft", "open", SMALL, "--unit", "4 West", "--name", "December").exit_code == 0


def edit(version, *arguments, shift=SHIFT, why="Asked for it"):
    return run("draft", "edit", 1, "--version", version, *PLACE, "--shift", shift, "--why", why, *arguments)


def test_a_store_is_made_once_and_asked_for_until_then(place):
    assert "optimizer db init" in run("draft", "list").output
    assert run("draft", "list").exit_code == 2
    assert "made" in run("db", "init").output
    assert place.exists()
    assert "already there" in run("db", "init").output
    assert run("db", "upgrade").exit_code == 0
    assert "none" in run("draft", "list").output


def test_a_draft_is_edited_undone_told_and_written(opened, tmp_path):
    made = json.loads(edit(1, "--json").output)
    assert (made["draft"], made["version"]) == (1, 2)
    assert all(isinstance(sentence, str) for sentence in made["breaks"])
    assert edit(2, shift="off", why="Ill").exit_code == 0
    assert run("draft", "undo", 1).exit_code == 0
    log = run("draft", "log", 1).output
    assert f"local  Asked for it  +{WHO} {DAY} {SHIFT}" in log
    assert "Undo of version 3" in log
    assert "4 West, December, version 4" in run("draft", "list").output
    assert run("draft", "write", 1, "-o", tmp_path / "out.xlsx").exit_code == 0
    role = UNIT.staff[0].roles[0]
    assert Pair(WHO, Duty(DAY, SHIFT, role)) in read(tmp_path / "out.xlsx").plan
    assert run("draft", "redo", 1, "--version", 4).exit_code == 0
    assert run("draft", "write", 1, "-o", tmp_path / "off.xlsx").exit_code == 0
    assert not [pair for pair in read(tmp_path / "off.xlsx").plan if (pair.who, pair.what.day) == (WHO, DAY)]
    assert run("draft", "write", 1, "--version", 2, "-o", tmp_path / "two.xlsx").exit_code == 0
    assert read(tmp_path / "two.xlsx").plan == read(tmp_path / "out.xlsx").plan


def test_an_edit_of_an_old_version_is_told_who_changed_what(opened):
    edit(1, "--as", "manager:rivera", why="Swap with nights")
    refused = edit(1, shift="off")
    assert refused.exit_code == 2
    assert "version 2 by rivera" in refused.output
    assert "Swap with nights" in refused.output


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"--who": "nobody"}, "'nobody' is not a staff id"),
        ({"--day": "2020-01-01"}, "2020-01-01 is not in the planning period"),
        ({"--shift": "ZZ"}, "'ZZ' is not a shift"),
        ({"--role": "Pope"}, "may not have the shift"),
        ({"--version": 7}, "has no version 7"),
        ({"--why": " "}, "needs a reason"),
        ({"--shift": "off"}, "changes nothing"),
    ],
)
def test_bad_edits_are_refused_in_a_sentence(opened, changed, problem):
    options = {"--version": 1, "--who": WHO, "--day": DAY, "--shift": SHIFT, "--why": "why"} | changed
    refused = run("draft", "edit", 1, *(part for option in options.items() for part in option))
    assert (refused.exit_code, problem in refused.output) == (2, True), refused.output


def test_what_was_noted_at_a_cell_goes_out_with_the_workbook(opened, tmp_path):
    cell = WHO, DAY
    set_cell_note(database(), LOCAL, 1, cell, "Asked to leave at 17")
    assert run("draft", "write", 1, "-o", tmp_path / "out.xlsx").exit_code == 0
    assert read(tmp_path / "out.xlsx").notes == (CellNote(*cell, "Asked to leave at 17"),)


def test_the_role_of_who_asks_counts(opened, tmp_path, monkeypatch):
    refused = run("draft", "write", 1, "-o", tmp_path / "out.xlsx", "--as", "staff:1001")
    assert (refused.exit_code, "may not read drafts" in refused.output) == (2, True)
    assert not (tmp_path / "out.xlsx").exists()
    monkeypatch.setenv("OPTIMIZER_ACTOR", "leadership:l1")
    assert run("draft", "log", 1).exit_code == 0
    assert "may not change drafts" in edit(1).output
    assert "names nobody" in run("draft", "list", "--as", "king:x").output


def test_backups_and_the_audit(opened, place, tmp_path, monkeypatch):
    edit(1)
    exported = run("audit", "export").output
    *rows, head = [json.loads(line) for line in exported.splitlines()]
    assert [row["action"] for row in rows] == ["upgrade", "open", "read pay", "edit", "download"]
    assert head == {"head": rows[-1]["hash"], "rows": 5}
    for name in ("backup.db", "backup.jsonl"):
        assert run("db", "backup", tmp_path / name).exit_code == 0
        assert "exists already" in run("db", "backup", tmp_path / name).output
        monkeypatch.setenv("OPTIMIZER_DB", str(tmp_path / f"from-{name}"))
        assert run("db", "restore", tmp_path / name).exit_code == 0
        assert run("audit", "export").output.startswith(exported[: exported.index('{"head"')])
        monkeypatch.setenv("OPTIMIZER_DB", str(place))
    assert run("audit", "verify").exit_code == 0
    told = run("audit", "verify", "--json", "--head", f"{rows[-1]['hash']}:5").output
    assert (json.loads(told)["head"], json.loads(told)["tampered"]) == (str(head_of(database(), LOCAL)), [])
    assert "no row 3 with the hash" in run("audit", "verify", "--head", f"{rows[-1]['hash']}:3").output
    assert run("audit", "verify", "--head", "12").exit_code == 2
    with closing(sqlite3.connect(place)) as raw, raw:
        raw.execute("UPDATE audit SET who = 'somebody' WHERE id = 2")
    found = run("audit", "verify")
    assert (found.exit_code, "The row 2 of the table audit was changed." in found.output) == (1, True)


def test_a_damaged_store_is_told_of_in_sentences(opened, place):
    edit(1)
    with closing(sqlite3.connect(place)) as raw, raw:
        raw.execute("UPDATE edit SET plus = 'no JSON' WHERE version = 2")
        raw.execute("UPDATE audit SET details = CAST(X'80' AS TEXT) WHERE id = 2")
    found = run("audit", "verify")
    assert (found.exit_code, "The row 2 of the table audit was changed." in found.output) == (1, True)
    assert "(draft 1, version 2) of the table edit was changed" in found.output
    assert run("audit", "export").exit_code == 0
    refused = run("draft", "log", 1)
    assert (refused.exit_code, "optimizer audit verify" in refused.output) == (2, True)


def test_a_file_that_is_no_database_is_told_in_a_sentence(place):
    place.parent.mkdir()
    place.write_text("hello " * 1000)
    refused = run("draft", "list")
    assert (refused.exit_code, "The database cannot be used: file is not a database." in refused.output) == (2, True)


def test_a_draft_is_planned_on_its_newest_facts(opened, tmp_path):
    facts = load_workbook(SMALL)
    facts["Staff"]["B2"] = "Newman, Nora"
    facts.save(tmp_path / "new.xlsx")
    done = run("draft", "revise", 1, tmp_path / "new.xlsx", "--why", "Nora married", "--json")
    assert json.loads(done.output) == {"draft": 1, "revision": 2}
    assert "local  Nora married" in run("draft", "revisions", 1).output
    assert run("draft", "write", 1, "-o", tmp_path / "out.xlsx").exit_code == 0
    assert read(tmp_path / "out.xlsx").unit.staff[0].name == "Newman, Nora"
    refused = run("draft", "revise", 1, SMALL, "--revision", 1, "--why", "Back", "--as", "manager:rivera")
    assert refused.exit_code == 2
    assert "revision 2 by local" in refused.output


def test_facts_with_a_fault_make_no_revision(opened, tmp_path):
    facts = load_workbook(SMALL)
    facts["Staff"]["E2"] = "much"
    facts.save(tmp_path / "new.xlsx")
    refused = run("draft", "revise", 1, tmp_path / "new.xlsx", "--why", "More work")
    assert refused.exit_code == 2
    assert "Staff!E2" in refused.output
    assert len(json.loads(run("draft", "revisions", 1, "--json").output)["revisions"]) == 1


def test_a_draft_of_caseloads_is_listed_and_told_and_left_to_the_page(opened, tmp_path):
    panel = read_panel(PANEL)
    who = Actor("m1", Role.MANAGER)
    draft = open_draft(database(), who, "A panel", "January", PANEL.read_bytes(), panel.plan, DraftKind.CASELOADS)
    pair = next(iter(panel.plan))
    accept(database(), who, draft, 1, [pair], [], "Discharged")
    assert "A panel, January, caseloads, version 2" in run("draft", "list").output
    log = run("draft", "log", draft).output
    assert f"(+{len(panel.plan)} patients)" in log
    assert f"Discharged  -{pair.who} {pair.what.patient}" in log
    for words in (("draft", "log", draft, "--json"), ("draft", "revisions", draft)):
        kept_back = run(*words, "--as", "leadership:l1")
        assert (kept_back.exit_code, "may not see single patients" in kept_back.output) == (2, True)
        assert pair.what.patient not in kept_back.output
    refused = run("draft", "write", draft, "-o", tmp_path / "out.xlsx")
    assert (refused.exit_code, "optimizer app" in refused.output) == (2, True)
    assert not (tmp_path / "out.xlsx").exists()
