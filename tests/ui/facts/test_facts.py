"""What is typed into tables is read, saved as a revision, and never lost."""

import pytest

from optimizer.planning.score import Score
from optimizer.store.drafts import drafts
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from optimizer.store.revisions import revise, revisions
from optimizer.store.roles import Actor, Role
from optimizer.store.workbooks import workbook_of
from optimizer.ui.facts import save as facts_save
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.table import frame_of
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.typed import BLANK, MORE, Typed, read_typed, with_typed
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import rows_of, with_rows
from optimizer.workbook.unit.read import read_bytes
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, open_store

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
BOOK = Book(SMALL)
STAFF = rows_of(BOOK, layout.STAFF)
NEW = {"Id": "R900", "Name": "<b>*x*", "Job": "RN", "Roles": "RN", "FTE": 0.5}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setattr(facts_save.st, "session_state", {})
    store, _ = open_store(tmp_path)
    return Desk(MANAGER, store, drafts(store, MANAGER)[-1])


def test_an_editors_state_is_read_and_told():
    known = len(STAFF.lines)
    edited = {"0": {"FTE": 0.6}, "1": {}, str(known + 1): NEW, str(known): {"Id": None}, str(known + 2): {"Id": "X"}}
    typed = read_typed({"edited_rows": edited, "added_rows": [], "deleted_rows": [2, known + 2]}, known)
    assert str(typed) == "1 row changed, 1 row added, 1 row removed"
    rows = with_typed(STAFF, typed)
    assert len(rows.lines) == len(STAFF.lines)
    assert (rows.lines[0].number, rows.lines[0].values[4]) == (STAFF.lines[0].number, 0.6)
    assert (rows.lines[-1].number, rows.lines[-1].values[1]) == (None, "<b>*x*")
    assert not read_typed({"edited_rows": {}, "added_rows": [], "deleted_rows": [known + 7]}, known)


def test_below_a_table_there_are_always_blank_lines():
    assert Typed(added=(NEW,) * BLANK).fills(BLANK)
    assert not Typed(added=(NEW,) * (BLANK // 2)).fills(BLANK)
    frame = frame_of(STAFF, {}, len(STAFF.lines) + 2)
    assert frame.iloc[-1].isna().all()
    assert frame["Started"][0] == "2016-04-10"


def test_what_is_right_is_saved_as_a_revision(desk):
    memory = facts_save.memory_of(desk, "staff")
    memory.typed[layout.STAFF] = Typed(added=(NEW, {**NEW, "Id": "R901", "Name": "=1+1"}))
    assert memory.dirty
    assert facts_save.save(desk, "staff", memory, "Two were hired")
    names = [person.name for person in read_bytes(workbook_of(desk.database, MANAGER, desk.draft.id)).unit.staff]
    assert names[-2:] == ["<b>*x*", "=1+1"]
    assert desk.unit.people["R901"].name == "=1+1"
    assert revisions(desk.database, MANAGER, desk.draft.id)[-1].why == "Two were hired"
    assert not memory.dirty


def test_what_the_reader_refuses_is_told_at_its_cell_and_kept(desk):
    memory = facts_save.memory_of(desk, "staff")
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 9}}, ({**NEW, "Roles": "Chrge"},))
    assert not facts_save.save(desk, "staff", memory, "why")
    last = STAFF.lines[-1].number + 1
    assert [(fault.sheet, fault.cell) for fault in memory.faults] == [("Staff", "E2"), ("Staff", f"D{last}")]
    shown = memory.tables[layout.STAFF]
    assert (shown.lines[0].values[4], shown.lines[-1].values[3]) == (9, "Chrge")
    assert shown.header_at("E2") == "FTE"
    assert memory.dirty
    assert len(revisions(desk.database, MANAGER, desk.draft.id)) == 1
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.9}, len(shown.lines) - 1: {"Roles": "Charge"}})
    assert facts_save.save(desk, "staff", memory, "why")


def test_a_change_of_what_people_were_told_is_not_saved_without_a_reason(desk):
    facts = {"unit": desk.unit, "policy": policy_text(desk.policy), "score": Score(0, 0)}
    publish(desk.database, MANAGER, desk.draft.id, desk.version, revision=1, **facts)
    memory = facts_save.memory_of(desk, "staff")
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.5}})
    assert not facts_save.save(desk, "staff", memory, "  ")
    assert "Say why" in memory.trouble
    assert memory.typed[layout.STAFF]
    assert facts_save.save(desk, "staff", memory, "Fewer hours")


def test_a_change_of_what_nobody_was_told_needs_no_reason(desk):
    memory = facts_save.memory_of(desk, "staff")
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.5}})
    assert facts_save.save(desk, "staff", memory, "  ")
    assert revisions(desk.database, MANAGER, desk.draft.id)[-1].why == facts_save.USUAL


def test_a_conflict_names_the_other_and_what_was_typed_stays(desk):
    memory = facts_save.memory_of(desk, "staff")
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.5}})
    theirs = with_rows(BOOK, layout.NEEDS, rows_of(BOOK, layout.NEEDS).lines[:-1]).content
    revise(desk.database, Actor("m2", Role.MANAGER), desk.draft.id, 1, theirs, "One fewer")
    assert not facts_save.save(desk, "staff", memory, "Fewer hours")
    assert "m2 (One fewer)" in memory.trouble
    assert memory.dirty
    assert memory.tables[layout.STAFF].lines[0].values[4] == 0.5
    assert workbook_of(desk.database, MANAGER, desk.draft.id) == theirs


def test_facts_that_nobody_typed_into_are_shown_as_they_are_now(desk):
    first = facts_save.memory_of(desk, "staff")
    assert facts_save.memory_of(desk, "staff") is first
    without = with_rows(BOOK, layout.TIES, ()).content
    revise(desk.database, Actor("m2", Role.MANAGER), desk.draft.id, 1, without, "No ties")
    desk.refresh()
    newest = facts_save.memory_of(desk, "staff")
    assert newest.revision == 2
    assert newest.turn > first.turn


def test_an_id_that_schedules_know_is_not_written_over():
    memory = FactsMemory(Book(SMALL))
    memory.typed[layout.STAFF] = Typed({0: {"Id": "R777"}})
    assert memory.check() is None
    assert memory.faults[0].cell == "A2"
    assert memory.content == SMALL


def test_who_is_removed_goes_with_all_that_hangs_on_them():
    memory = FactsMemory(Book(SMALL))
    before = read_bytes(SMALL).unit
    teachers = {teacher for person in before.staff for teacher in person.preceptors}
    place = next(place for place, person in enumerate(before.staff) if person.id not in teachers)
    memory.typed[layout.STAFF] = Typed(deleted=frozenset({place}))
    contents = memory.check()
    assert contents is not None, memory.faults
    assert before.staff[place].id not in contents.unit.people


def test_who_teaches_an_orientee_is_told_to_be_replaced_first():
    memory = FactsMemory(Book(SMALL))
    before = read_bytes(SMALL).unit
    teacher = next(person.preceptors[0] for person in before.staff if person.preceptors)
    place = next(place for place, person in enumerate(before.staff) if person.id == teacher)
    memory.typed[layout.STAFF] = Typed(deleted=frozenset({place}))
    assert memory.check() is None
    assert {memory.tables[layout.STAFF].header_at(fault.cell) for fault in memory.faults} == {"Preceptors"}


def test_an_editor_that_has_forgotten_shows_what_was_typed():
    memory = FactsMemory(Book(SMALL))
    turn = memory.turn
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.5}}, (NEW,), frozenset({1}))
    memory.fold(layout.STAFF)
    assert (memory.turn, memory.folds) == (turn, {layout.STAFF: 1})  # the editors of other sheets stay as they are
    assert memory.dirty
    assert memory.tables[layout.STAFF].lines[0].values[4] == 0.5
    contents = memory.check()
    assert contents is not None
    assert (contents.unit.staff[0].fte, contents.unit.staff[-1].id) == (0.5, "R900")
    memory.forget()
    assert not memory.dirty


def test_there_is_as_much_room_below_a_table_as_somebody_asks_for():
    memory = FactsMemory(Book(SMALL))
    memory.make_room(layout.STAFF)
    assert memory.folds == {}  # what is typed until the table is drawn is not known yet
    memory.fold(layout.STAFF)
    assert not memory.crowded
    assert (memory.blank(layout.STAFF), memory.blank(layout.NEEDS)) == (BLANK + MORE, BLANK)
    assert not memory.dirty
    memory.typed[layout.STAFF] = Typed(added=(NEW,))
    memory.make_room(layout.STAFF)
    memory.fold(layout.STAFF)
    assert memory.blank(layout.STAFF) == BLANK + 2 * MORE
    assert memory.folds == {layout.STAFF: 2}
    assert memory.tables[layout.STAFF].lines[-1].values[0] == "R900"  # what was typed stays
