"""Who reads patients or pay, takes a file along or is refused leaves a row in the audit, and no page floods it."""

import json

import pytest

from optimizer.store.audit import notes
from optimizer.store.audit.seeing import see_patients, see_pay, take_along
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.database.connection import database
from optimizer.store.drafts import history, plan_at
from optimizer.store.errors import ForbiddenError
from optimizer.store.publications import published_workbook
from optimizer.store.roles import Actor, Role
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER
from tests.store.full import CASELOADS, SCHEDULE, copies

__all__ = ["copies"]
LEADER = Actor("l1", Role.LEADERSHIP)


@pytest.fixture
def store(copies):
    return database(copies())


def told_by(store, act):
    """Return the actions and subjects of the rows that something adds to the audit."""
    before = len(export(store, MANAGER))
    act()
    rows = [json.loads(line) for line in export(store, MANAGER)[before:]]
    assert verify(store, MANAGER) == ()
    return [(row["who"], row["action"], row["subject"]) for row in rows]


def test_reading_patients_leaves_one_row_however_often_a_page_is_drawn(store):
    def read():
        for _ in range(3):
            plan_at(store, MANAGER, CASELOADS)
            history(store, MANAGER, CASELOADS)
            see_patients(store, MANAGER, CASELOADS)

    assert told_by(store, read) == [("m1", "read patients", "draft 2")]


def test_another_process_finds_the_row_and_adds_none(store, monkeypatch):
    plan_at(store, MANAGER, CASELOADS)
    monkeypatch.setattr(notes, "_told", {})
    assert told_by(store, lambda: plan_at(store, MANAGER, CASELOADS)) == []


def test_after_a_while_the_same_is_told_again(store, monkeypatch):
    plan_at(store, MANAGER, CASELOADS)
    monkeypatch.setattr(notes, "WHILE", notes.WHILE * 0)
    assert told_by(store, lambda: plan_at(store, MANAGER, CASELOADS)) == [("m1", "read patients", "draft 2")]


def test_pay_is_told_apart_by_draft_and_a_schedule_itself_is_no_secret(store):
    def read():
        plan_at(store, MANAGER, SCHEDULE)
        published_workbook(store, MANAGER, SCHEDULE)
        workbook_of(store, MANAGER, SCHEDULE)
        see_pay(store, MANAGER, SCHEDULE)
        workbook_of(store, MANAGER, CASELOADS)

    wanted = [("read pay", "draft 1"), ("read pay", "draft 2"), ("read patients", "draft 2")]
    assert told_by(store, read) == [("m1", *each) for each in wanted]


def test_a_file_taken_along_and_a_refusal_are_told_with_ids_alone(store):
    def ask():
        take_along(store, LEADER, SCHEDULE, "scenarios")
        for number in (CASELOADS, CASELOADS, 77, 78):
            with pytest.raises(ForbiddenError):
                workbook_of(store, LEADER, number)

    wanted = [("download", "draft 1"), ("refuse", "draft 2"), ("refuse", "database")]
    assert told_by(store, ask) == [("l1", *each) for each in wanted]
    row = json.loads(export(store, MANAGER)[-1])
    assert json.loads(row["details"]) == {"asked": "workbook_of", "may not": "see pay"}


def test_a_refusal_stays_one_where_the_audit_cannot_be_written(store, monkeypatch):
    monkeypatch.setattr(notes.audit, "append", _full)
    with pytest.raises(ForbiddenError):
        workbook_of(store, LEADER, SCHEDULE)


def _full(*_):
    from optimizer.store.errors import StoreError

    raise StoreError("The disk is full.")
