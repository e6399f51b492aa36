"""Notes at cells of a draft: for whoever reads drafts, sealed, and no word of them in the audit or before staff."""

import json
from datetime import date

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.cell_notes import LONGEST, cell_notes_of, set_cell_note
from optimizer.store.drafts import open_draft
from optimizer.store.errors import ForbiddenError, MissingError, StoreError
from optimizer.store.roles import Actor, Role
from tests.store.conftest import MANAGER

ANN = ("ann", date(2026, 12, 6))


@pytest.fixture
def draft(store):
    return open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset())


def test_a_note_is_written_changed_and_taken_out(store, draft):
    for said in ("Asked to leave at 17", "  Stays till 18 ", ""):
        set_cell_note(store, MANAGER, draft, ANN, said)
        assert cell_notes_of(store, MANAGER, draft) == {ANN: said.strip()}
    assert verify(store, MANAGER) == ()


def test_the_audit_tells_that_there_was_one_and_not_what_it_says_or_of_whom(store, draft):
    for _ in range(2):
        set_cell_note(store, MANAGER, draft, ANN, "Her mother is ill")
    rows = [json.loads(line) for line in export(store, MANAGER)][2:]
    assert [row["action"] for row in rows] == ["cell note"]
    assert not any(word in json.dumps(rows) for word in ("mother", "ann", "2026-12-06"))


def test_staff_see_none(store, draft):
    set_cell_note(store, MANAGER, draft, ANN, "Her mother is ill")
    with pytest.raises(ForbiddenError):
        cell_notes_of(store, Actor("ann", Role.STAFF, "ann"), draft)


def test_what_is_too_long_and_a_draft_that_is_not_there_are_refused(store, draft):
    with pytest.raises(StoreError, match="at most 300 letters"):
        set_cell_note(store, MANAGER, draft, ANN, "x" * (LONGEST + 1))
    for ask in (lambda: cell_notes_of(store, MANAGER, 9), lambda: set_cell_note(store, MANAGER, 9, ANN, "x")):
        with pytest.raises(MissingError, match="no draft 9"):
            ask()
