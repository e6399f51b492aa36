"""Whatever is changed, put in or taken out behind the store's back, in any table, is named in a sentence."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from optimizer.store.audit.audit import FIRST, seal
from optimizer.store.audit.trail import export, head_in, head_of, with_head
from optimizer.store.audit.verify import verify
from optimizer.store.database.tables import METADATA
from optimizer.store.drafts import accept
from optimizer.store.errors import StoreError
from tests.store.conftest import MANAGER
from tests.store.full import EXTRA, copies, spoil

__all__ = ["copies"]

AUDIT = [
    ("UPDATE audit SET who = 'x' WHERE id = 3", "row 3 of the table audit was changed"),
    ("UPDATE audit SET at = '2020' WHERE id = 3", "row 3 of the table audit was changed"),
    ("UPDATE audit SET action = 'undo' WHERE id = 4", "row 4 of the table audit was changed"),
    ("UPDATE audit SET subject = 'draft 9' WHERE id = 2", "row 2 of the table audit was changed"),
    ("UPDATE audit SET details = 'no JSON' WHERE id = 2", "row 2 of the table audit was changed"),
    ("UPDATE audit SET previous = hash WHERE id = 5", "row 5 of the table audit was changed"),
    ("UPDATE audit SET hash = previous WHERE id = 5", "row 5 of the table audit was changed"),
    ("DELETE FROM audit WHERE id = 1", "row 1 of the table audit is missing"),
    ("DELETE FROM audit WHERE id = 4", "row 4 of the table audit is missing"),
    ("DELETE FROM audit WHERE id IN (4, 5, 6)", "row 4 of the table audit is missing, and so are those up to 6"),
    ("DELETE FROM audit WHERE id > 3", "(draft 1, version 2) of the table edit is not in the audit"),
    ("UPDATE audit SET id = id + 100000000 WHERE id = 5", "row 5 of the table audit is missing"),
    ("DELETE FROM audit", "row 1 of the table salt was changed"),
]
ROWS = [
    ("UPDATE draft SET name = 'July' WHERE id = 1", "row 1 of the table draft was changed"),
    ("UPDATE draft SET opened_by = 'x' WHERE id = 1", "row 1 of the table draft was changed"),
    ("UPDATE draft SET opened_at = '2020' WHERE id = 2", "row 2 of the table draft was changed"),
    ("UPDATE draft SET workbook = 2 WHERE id = 1", "row 1 of the table draft was changed"),
    ("UPDATE draft SET kind = 'schedule' WHERE id = 2", "row 2 of the table draft was changed"),
    ("UPDATE draft SET unit = 2 WHERE id = 1", "row 1 of the table draft was changed"),
    ("DELETE FROM draft WHERE id = 2", "row 2 of the table draft is missing"),
    (
        "INSERT INTO draft VALUES (9, 1, 1, 'x', '2020', 'x', 'schedule')",
        "row 9 of the table draft is not in the audit",
    ),
    ("UPDATE ask SET note = 'x' WHERE id = 1", "row 1 of the table ask was changed"),
    ("DELETE FROM ask WHERE id = 2", "row 2 of the table ask is missing"),
    ("UPDATE ask_step SET why = 'x' WHERE ask = 1 AND number = 2", "(ask 1, step 2) of the table ask_step was changed"),
    ("DELETE FROM ask_step WHERE ask = 1 AND number = 2", "(ask 1, step 2) of the table ask_step is missing"),
    ("UPDATE part_rules SET rules = '{}'", "row 1 of the table part_rules was changed"),
    ("DELETE FROM told", "of the table told is missing"),
    ("UPDATE told SET at = '2020'", "of the table told was changed"),
    ("UPDATE contact SET mail = 'x@y.example'", "of the table contact was changed"),
    ("UPDATE calendar_address SET revoked_at = NULL, digest = 'x'", "row 1 of the table calendar_address was changed"),
    ("UPDATE unit SET name = '5 East' WHERE id = 1", "row 1 of the table unit was changed"),
    ("INSERT INTO unit VALUES (7, 'x')", "row 7 of the table unit is not in the audit"),
    (
        "UPDATE workbook SET bytes = (SELECT bytes FROM workbook WHERE id = 2) WHERE id = 1",
        "row 1 of the table workbook",
    ),
    ("UPDATE facts SET content = '{}' WHERE workbook = 1", "row 1 of the table facts was changed"),
    ("UPDATE facts SET form = 'x' WHERE workbook = 1", "row 1 of the table facts was changed"),
    ("DELETE FROM facts WHERE workbook = 1", "row 1 of the table facts is missing"),
    ("INSERT INTO facts VALUES (2, 'x', '{}')", "row 2 of the table facts is not in the audit"),
    ("UPDATE workbook SET sha256 = 'x' WHERE id = 2", "row 2 of the table workbook was changed"),
    ("DELETE FROM workbook WHERE id = 3", "row 3 of the table workbook is missing"),
    ("UPDATE edit SET why = 'x' WHERE draft = 1 AND version = 2", "(draft 1, version 2) of the table edit was changed"),
    (
        "UPDATE edit SET plus = '[]' WHERE draft = 2 AND version = 1",
        "(draft 2, version 1) of the table edit was changed",
    ),
    ("UPDATE edit SET of = 1 WHERE draft = 1 AND version = 3", "(draft 1, version 3) of the table edit was changed"),
    ("DELETE FROM edit WHERE draft = 1 AND version = 3", "(draft 1, version 3) of the table edit is missing"),
    (
        "INSERT INTO edit VALUES (1, 4, 'edit', NULL, '2026', 'x', 'why', '[]', '[]')",
        "(draft 1, version 4) of the table edit is not in the audit",
    ),
    ("UPDATE run SET cost_cents = 1", "row 1 of the table run was changed"),
    ("UPDATE run SET draft = 2", "row 1 of the table run was changed"),
    ("DELETE FROM run", "row 1 of the table run is missing"),
    (
        "INSERT INTO run VALUES (2, 1, 1, 0, 'x', 'x', 0, 0, 0)",
        "row 2 of the table run is not in the audit",
    ),
    ("UPDATE publication SET who = 'x'", "(draft 1, number 1) of the table publication was changed"),
    ("UPDATE publication SET accepted = '[]'", "(draft 1, number 1) of the table publication was changed"),
    ("DELETE FROM publication", "(draft 1, number 1) of the table publication is missing"),
    ("UPDATE revision SET workbook = 1", "(draft 1, revision 2) of the table revision was changed"),
    ("DELETE FROM revision", "(draft 1, revision 2) of the table revision is missing"),
    ("UPDATE lock SET who = 'x'", "of the table lock was changed"),
    ("UPDATE lock SET staff = 'cleo'", "of the table lock is not in the audit"),
    ("DELETE FROM lock", "of the table lock is missing"),
    ("INSERT INTO lock VALUES (1, 'ben', '2026-06-02', '2026', 'm1')", "of the table lock is not in the audit"),
    ("UPDATE patient_lock SET locked = NOT locked", "of the table patient_lock was changed"),
    ("UPDATE patient_lock SET patient = 'P-3' WHERE patient = 'P-1'", "of the table patient_lock is missing"),
    ("DELETE FROM patient_lock", "of the table patient_lock is missing"),
    ("UPDATE salt SET value = 'guessed'", "row 1 of the table salt was changed"),
    ("DELETE FROM salt", "row 1 of the table salt was changed, or is missing"),
    ("INSERT INTO salt VALUES (2, 'x')", "row 2 of the table salt is not in the audit"),
    ("UPDATE alembic_version SET version_num = '0006'", "of the table alembic_version was changed"),
    ("INSERT INTO alembic_version VALUES ('0006')", "of the table alembic_version was changed"),
    ("DROP TABLE alembic_version", "of the table alembic_version was changed"),
    ("DROP TABLE run", "The table run cannot be read to its end"),
]
DAMAGE = [
    ("UPDATE draft SET name = CAST(X'ff00fe' AS TEXT) WHERE id = 1", "row 1 of the table draft was changed"),
    ("UPDATE draft SET name = X'ff00fe' WHERE id = 1", "row 1 of the table draft was changed"),
    (
        "UPDATE edit SET plus = CAST(X'80' AS TEXT) WHERE version = 3",
        "(draft 1, version 3) of the table edit was changed",
    ),
    (
        "UPDATE edit SET version = CAST(X'80' AS TEXT) WHERE version = 3",
        "(draft 1, version 3) of the table edit is missing",
    ),
    ("UPDATE lock SET staff = CAST(X'80' AS TEXT)", "of the table lock is missing"),
    ("UPDATE audit SET details = X'00' WHERE id = 3", "row 3 of the table audit was changed"),
    ("UPDATE audit SET who = CAST(X'c328' AS TEXT) WHERE id = 3", "row 3 of the table audit was changed"),
    ("UPDATE audit SET hash = CAST(X'c328' AS TEXT) WHERE id = 3", "row 3 of the table audit was changed"),
    ("UPDATE patient_lock SET locked = 2 WHERE patient = 'P-1'", "of the table patient_lock was changed"),
    ("UPDATE workbook SET bytes = 'text' WHERE id = 1", "row 1 of the table workbook was changed"),
    ("UPDATE run SET seed = 'seven'", "row 1 of the table run was changed"),
    ("UPDATE salt SET value = CAST(X'80' AS TEXT)", "row 1 of the table salt was changed"),
]


@pytest.fixture
def store(copies):
    from optimizer.store.database.connection import database

    return database(copies())


def told(store, head=None):
    return "\n".join(map(str, verify(store, MANAGER, head)))


def test_nothing_is_found_where_nothing_was_done_and_every_table_has_rows(store):
    assert told(store) == ""
    with store.reading() as connection:
        assert all(connection.execute(table.select().limit(1)).first() for table in METADATA.sorted_tables)


@pytest.mark.parametrize(("tampering", "named"), [*AUDIT, *ROWS], ids=lambda each: each[:70])
def test_a_tampering_is_named(store, tampering, named):
    spoil(store, tampering)
    assert named in told(store)


@pytest.mark.parametrize(("damage", "named"), DAMAGE, ids=lambda each: each[:70])
def test_damaged_bytes_are_a_finding_and_can_be_exported(store, damage, named):
    if not store.is_sqlite:
        pytest.skip("PostgreSQL takes no such bytes")
    spoil(store, damage)
    found = told(store)
    assert named in found
    found.encode()
    "\n".join(export(store, MANAGER)).encode()


def test_a_page_of_the_file_written_over_is_a_finding(store):
    if not store.is_sqlite:
        pytest.skip("PostgreSQL looks after its own files")
    path = Path(store.engine.url.database)
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 4096):
        path.write_bytes(content[:place] + bytes(4096) + content[place + 4096 :])
        try:
            assert told(store)
        except StoreError as error:
            assert str(error).startswith("The database cannot be used")


def test_every_one_of_many_tamperings_is_named_though_the_chain_is_broken(store):
    spoil(
        store,
        "UPDATE audit SET who = 'x' WHERE id IN (2, 5)",
        "UPDATE unit SET name = 'x' WHERE id = 2",
        "UPDATE run SET seed = 8",
    )
    found = told(store)
    for named in ("row 2 of the table audit", "row 5 of the table audit", "2 of the table unit", "1 of the table run"):
        assert named in found


def test_a_changed_row_after_a_missing_one_is_named_too(store):
    spoil(store, "DELETE FROM audit WHERE id = 3", "UPDATE audit SET who = 'x' WHERE id = 4")
    found = told(store)
    assert "row 3 of the table audit is missing" in found
    assert "row 4 of the table audit was changed" in found


def test_rows_cut_off_the_end_with_their_data_are_found_by_who_kept_the_head(store):
    before = head_of(store, MANAGER)
    accept(store, MANAGER, 1, 3, [], [EXTRA], "Later")
    kept = head_of(store, MANAGER)
    assert told(store, before) == told(store, kept) == ""
    spoil(store, f"DELETE FROM audit WHERE id = {kept.rows}", "DELETE FROM edit WHERE draft = 1 AND version = 4")
    assert told(store) == told(store, before) == ""
    assert f"has no row {kept.rows} with the hash {kept.hash}: rows were cut off its end" in told(store, kept)
    assert "has no row with the hash" in told(store, head_in(kept.hash))


def test_a_chain_written_anew_is_found_by_who_kept_the_head(store):
    kept = head_of(store, MANAGER)
    rows, previous = [json.loads(line) for line in export(store, MANAGER)], FIRST
    with store.engine.begin() as connection:
        for row in rows:
            row |= {"who": "somebody else", "previous": previous}
            row["hash"] = previous = seal(row)
            values = {key: row[key] for key in ("id", "who", "previous", "hash")}
            connection.execute(text("UPDATE audit SET who=:who, previous=:previous, hash=:hash WHERE id=:id"), values)
    assert told(store) == ""
    assert "or all were written anew" in told(store, kept)
    assert "or all were written anew" in told(store, head_in(str(kept)))


def test_a_head_counts_at_its_place_only(store):
    head = head_of(store, MANAGER)
    assert told(store, head_in(str(head).upper())) == ""
    assert "no row 3 with the hash" in told(store, head_in(f"{head.hash}:3"))
    with pytest.raises(StoreError, match="is not the head of an audit"):
        head_in("12ab")


def test_the_export_ends_with_the_head(store):
    lines, head = with_head(export(store, MANAGER)), head_of(store, MANAGER)
    assert json.loads(lines[-1]) == {"head": head.hash, "rows": head.rows}
    assert with_head([])[-1] == '{"head":null,"rows":0}'


def test_what_was_sealed_cannot_be_guessed_from_the_audit(store):
    with store.reading() as connection:
        salt = connection.execute(text("SELECT value FROM salt")).scalar()
    lines = "\n".join(export(store, MANAGER))
    assert len(salt) == 64
    assert not [word for word in (salt, "P-1", "ann", "2026-06-01") if word in lines]
