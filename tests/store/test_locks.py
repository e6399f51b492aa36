"""Locked cells of a draft."""

import json
from datetime import date

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.drafts import open_draft
from optimizer.store.errors import MissingError
from optimizer.store.locks import locks_of, set_locks
from tests.store.conftest import MANAGER

ANN, BEN = ("ann", date(2026, 12, 6)), ("ben", date(2026, 12, 7))


@pytest.fixture
def draft(store):
    return open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset())


def told(store):
    rows = [json.loads(line) for line in export(store, MANAGER)][2:]
    return [(row["action"], row["subject"], json.loads(row["details"])["cells"]) for row in rows]


def test_cells_are_locked_and_opened(store, draft):
    set_locks(store, MANAGER, draft, [ANN, BEN], True)
    assert locks_of(store, MANAGER, draft) == {ANN, BEN}
    set_locks(store, MANAGER, draft, [ANN], False)
    assert locks_of(store, MANAGER, draft) == {BEN}
    assert told(store) == [("lock", "draft 1", 2), ("unlock", "draft 1", 1)]


def test_what_is_so_already_is_no_error_and_not_told_again(store, draft):
    set_locks(store, MANAGER, draft, [ANN, ANN], True)
    set_locks(store, MANAGER, draft, [ANN, BEN], True)
    set_locks(store, MANAGER, draft, [ANN, BEN], True)
    set_locks(store, MANAGER, draft, iter([ANN]), False)
    set_locks(store, MANAGER, draft, [ANN], False)
    assert locks_of(store, MANAGER, draft) == {BEN}
    assert told(store) == [("lock", "draft 1", 1), ("lock", "draft 1", 1), ("unlock", "draft 1", 1)]


def test_drafts_have_locks_of_their_own(store, draft):
    other = open_draft(store, MANAGER, "4 West", "January", b"a workbook", frozenset())
    set_locks(store, MANAGER, draft, [ANN], True)
    set_locks(store, MANAGER, other, [ANN, BEN], True)
    set_locks(store, MANAGER, other, [ANN], False)
    assert (locks_of(store, MANAGER, draft), locks_of(store, MANAGER, other)) == ({ANN}, {BEN})


def test_a_draft_that_is_not_there_is_said_to_be_missing(store, draft):
    with pytest.raises(MissingError, match="no draft 9"):
        locks_of(store, MANAGER, 9)
    with pytest.raises(MissingError, match="no draft 9"):
        set_locks(store, MANAGER, 9, [ANN], True)
