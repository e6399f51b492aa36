"""The audit tells who did what, and finds what was changed behind its back."""

import json

import pytest
from sqlalchemy import text

from optimizer.store.audit.audit import FIRST, seal
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.database.tables import AUDIT
from optimizer.store.drafts import accept, open_draft
from optimizer.store.locks import set_locks
from optimizer.store.revisions import revise
from tests.store.conftest import MANAGER
from tests.store.test_drafts import ANN, BEN


@pytest.fixture
def busy(store):
    """Return a store with four audit rows: upgrade, open, edit, edit."""
    draft = open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset({ANN}))
    accept(store, MANAGER, draft, 1, [ANN], [], "Ann has the flu")
    accept(store, MANAGER, draft, 2, [], [BEN], "Ben stands in")
    return store


@pytest.fixture
def revised(busy):
    """Return the store with two more audit rows, of revisions."""
    revise(busy, MANAGER, 1, 1, b"a second workbook", "Cleo was hired")
    revise(busy, MANAGER, 1, 2, b"a third workbook", "Ben went")
    return busy


def test_every_write_is_told_and_the_chain_holds(busy):
    rows = [json.loads(line) for line in export(busy, MANAGER)]
    assert [(row["id"], row["action"], row["subject"]) for row in rows] == [
        (1, "upgrade", "database"),
        (2, "open", "draft 1"),
        (3, "edit", "draft 1"),
        (4, "edit", "draft 1"),
    ]
    assert [row["previous"] for row in rows] == [FIRST, *(row["hash"] for row in rows[:-1])]
    assert all(row["hash"] == seal(row) for row in rows)
    assert verify(busy, MANAGER) == ()


def test_nothing_of_people_is_in_the_audit(busy):
    revise(busy, MANAGER, 1, 1, b"a second workbook", "ann has the flu")
    set_locks(busy, MANAGER, 1, [("ann", ANN.what.day)], True)
    told = "\n".join(export(busy, MANAGER))
    assert not [word for word in ("ann", "ben", "flu", "West", "December") if word in told]


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        ("UPDATE audit SET who = 'x' WHERE id = 3", "row 3 of the table audit was changed"),
        ("UPDATE audit SET hash = previous WHERE id = 3", "row 3 of the table audit was changed"),
        ("UPDATE audit SET details = 'no JSON' WHERE id = 3", "row 3 of the table audit was changed"),
        ("DELETE FROM audit WHERE id = 2", "row 2 of the table audit is missing"),
        ("DELETE FROM audit WHERE id = 4", "(draft 1, version 3) of the table edit is not in the audit"),
        ("UPDATE edit SET why = 'other' WHERE version = 2", "(draft 1, version 2) of the table edit was changed"),
        ("UPDATE edit SET minus = '[]' WHERE version = 2", "(draft 1, version 2) of the table edit was changed"),
        ("DELETE FROM edit WHERE version = 3", "(draft 1, version 3) of the table edit is missing"),
        ("UPDATE workbook SET sha256 = 'x'", "row 1 of the table workbook was changed"),
    ],
)
def test_a_changed_or_missing_row_is_named(busy, tampering, named):
    with busy.engine.begin() as connection:
        connection.execute(text(tampering))
    assert named in str(verify(busy, MANAGER)[0])


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        (
            "UPDATE revision SET why = 'other' WHERE number = 2",
            "(draft 1, revision 2) of the table revision was changed",
        ),
        (
            "UPDATE revision SET workbook = 1 WHERE number = 3",
            "(draft 1, revision 3) of the table revision was changed",
        ),
        ("DELETE FROM revision WHERE number = 3", "(draft 1, revision 3) of the table revision is missing"),
        (
            "INSERT INTO revision VALUES (1, 4, 1, '2026', 'x', 'why')",
            "(draft 1, revision 4) of the table revision is not in the audit",
        ),
        ("UPDATE workbook SET sha256 = 'x' WHERE id = 2", "row 2 of the table workbook was changed"),
    ],
)
def test_a_changed_missing_or_added_revision_is_named(revised, tampering, named):
    assert verify(revised, MANAGER) == ()
    with revised.engine.begin() as connection:
        connection.execute(text(tampering))
    assert named in str(verify(revised, MANAGER)[0])


def test_a_row_put_in_is_named(busy):
    row = {**json.loads(export(busy, MANAGER)[-1]), "id": 5, "action": "run"}
    with busy.engine.begin() as connection:
        connection.execute(AUDIT.insert().values(**{**row, "hash": seal(row)}))
    assert "row 5 of the table audit does not follow" in str(verify(busy, MANAGER)[0])


def test_a_row_written_anew_with_a_hash_of_its_own_is_named(busy):
    row = {**json.loads(export(busy, MANAGER)[2]), "who": "x"}
    with busy.engine.begin() as connection:
        connection.execute(text("UPDATE audit SET who = 'x', hash = :hash WHERE id = 3"), {"hash": seal(row)})
    assert "row 4 of the table audit does not follow" in str(verify(busy, MANAGER)[0])
