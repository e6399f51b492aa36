"""Tables come from any older version to the newest without losing anything."""

import json
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from optimizer.staffing.asks.ask import AskState
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.staffing.facts.unit import Unit
from optimizer.store.asks.asks import asks_of
from optimizer.store.asks.part_rules import rules_of
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.database.backup import restore
from optimizer.store.database.connection import database
from optimizer.store.database.dump import take, write_lines
from optimizer.store.database.tables import METADATA
from optimizer.store.database.upgrade import newest_revision, require_newest, upgrade
from optimizer.store.drafts import accept, history, plan_at, undo
from optimizer.store.errors import StoreError
from optimizer.store.facts import facts_of, keep_facts
from optimizer.store.locks import locks_of, patient_locks_of
from optimizer.store.publications import publications, published_plan, published_workbook
from optimizer.store.revisions import revisions
from optimizer.store.runs import keep_run, runs_of
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER
from tests.store.full import spoil, take_part
from tests.store.test_drafts import ANN, BEN
from tests.store.test_publications import PLAN, UNIT
from tests.store.test_runs import RUN

FIRST_SCHEMA = Path(__file__).parent / "first_schema.sql"
"""A store as the first version left it, with a draft of two versions; never to be changed."""


SIXTH_SCHEMA = Path(__file__).parent / "sixth_schema.sql"
"""A store as version 0006 left it, filled as ``full.fill`` does; never to be changed."""

SEVENTH_SCHEMA = Path(__file__).parent / "seventh_schema.sql"
"""A store as version 0007 left it, filled as ``full.fill`` did then; never to be changed."""


NINTH_SCHEMA = Path(__file__).parent / "ninth_schema.sql"
"""A store as version 0009 left it, filled as ``full.fill`` did then; never to be changed."""


@pytest.fixture
def old(new_address):
    return stored(new_address(), FIRST_SCHEMA)


@pytest.fixture
def sixth(new_address):
    return stored(new_address(), SIXTH_SCHEMA)


@pytest.fixture
def seventh(new_address):
    return stored(new_address(), SEVENTH_SCHEMA)


@pytest.fixture
def ninth(new_address):
    return stored(new_address(), NINTH_SCHEMA)


def stored(address, schema):
    store = database(address)
    script = schema.read_text()
    if not store.is_sqlite:
        script = script.replace("BLOB", "BYTEA").replace("X'", r"'\x")
    with store.writing() as connection:
        for statement in filter(str.strip, script.split(";\n")):
            connection.exec_driver_sql(statement)
    return store


def test_the_migrations_make_the_tables_that_the_program_works_with(store):
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_first_version_comes_to_the_newest_with_all_its_data(old):
    with pytest.raises(StoreError, match=r"of version 0001, not .*; run: optimizer db upgrade"):
        require_newest(old)
    assert upgrade(old, MANAGER) == ("0001", newest_revision())
    assert require_newest(old) is old
    assert plan_at(old, MANAGER, 1, 1) == {ANN}
    assert plan_at(old, MANAGER, 1) == {BEN}
    assert [edit.why for edit in history(old, MANAGER, 1)] == ["Opened from a workbook", "Ann's day off"]
    assert workbook_of(old, MANAGER, 1) == b"a workbook"
    assert verify(old, MANAGER) == ()
    keep_run(old, MANAGER, RUN)
    assert runs_of(old, MANAGER, 1) == (RUN,)
    assert undo(old, MANAGER, 1, 2) == 3
    accept(old, MANAGER, 1, 3, [], [BEN], "Both")
    assert plan_at(old, MANAGER, 1) == {ANN, BEN}


def test_a_store_from_before_every_row_was_sealed_comes_along_whole(sixth):
    before = audit_of(sixth)
    assert upgrade(sixth, MANAGER) == ("0006", newest_revision())
    assert verify(sixth, MANAGER) == ()
    lines = [json.loads(line) for line in export(sixth, MANAGER)]
    assert [line for line in lines if line["id"] <= len(before)] == before
    assert [edit.why for edit in history(sixth, MANAGER, 2)] == ["Opened from a workbook", "Closer to home"]
    assert [each.number for each in publications(sixth, MANAGER)] == [1]
    assert patient_locks_of(sixth, MANAGER, 2) == {"P-1": True, "P-2": False}
    accept(sixth, MANAGER, 1, 3, [], [BEN], "Goes on")
    assert verify(sixth, MANAGER) == ()


def test_a_store_from_before_facts_were_kept_comes_along_whole(seventh):
    before = audit_of(seventh)
    assert upgrade(seventh, MANAGER) == ("0007", newest_revision())
    assert verify(seventh, MANAGER) == ()
    assert audit_of(seventh)[: len(before)] == before
    assert [edit.why for edit in history(seventh, MANAGER, 1)][:2] == ["Opened from a workbook", "One more at night"]
    assert [each.why for each in revisions(seventh, MANAGER, 1)] == ["Opened from a workbook", "Cleo was hired"]
    assert published_plan(seventh, MANAGER, 1) == plan_at(seventh, MANAGER, 1, 1) == PLAN
    assert published_workbook(seventh, MANAGER, 1) == workbook_of(seventh, MANAGER, 1, 1) == b"a workbook"
    assert locks_of(seventh, MANAGER, 1) == {("ann", date(2026, 6, 1))}
    assert patient_locks_of(seventh, MANAGER, 2) == {"P-1": True, "P-2": False}
    assert len(runs_of(seventh, MANAGER, 1)) == 1


def test_the_facts_of_an_older_draft_are_kept_once_they_were_read(seventh):
    upgrade(seventh, MANAGER)
    assert facts_of(seventh, MANAGER, 1, Unit) is None
    keep_facts(seventh, MANAGER, 1, UNIT)
    assert facts_of(seventh, MANAGER, 1, Unit) == UNIT
    assert facts_of(seventh, MANAGER, 1, Unit, 1) is None  # the workbook that it was opened with is another
    assert verify(seventh, MANAGER) == ()
    spoil(seventh, "UPDATE facts SET content = '{}'")
    assert "row 2 of the table facts was changed" in str(verify(seventh, MANAGER)[0])


def test_a_store_from_before_staff_took_part_comes_along_whole_and_lets_them(ninth):
    before = audit_of(ninth)
    assert upgrade(ninth, MANAGER) == ("0009", newest_revision())
    assert verify(ninth, MANAGER) == ()
    assert audit_of(ninth)[: len(before)] == before
    assert published_plan(ninth, MANAGER, 1) == plan_at(ninth, MANAGER, 1, 1) == PLAN
    assert asks_of(ninth, MANAGER, 1) == ()
    assert rules_of(ninth, MANAGER, 1) == PartRules()
    take_part(ninth)
    assert [ask.state for ask in asks_of(ninth, MANAGER, 1)] == [AskState.DENIED, AskState.ASKED]
    assert verify(ninth, MANAGER) == ()


BEFORE = [
    ("UPDATE edit SET why = 'x' WHERE draft = 2 AND version = 2", "(draft 2, version 2) of the table edit was changed"),
    ("DELETE FROM edit WHERE draft = 2 AND version = 2", "(draft 2, version 2) of the table edit is missing"),
    (
        "INSERT INTO edit VALUES (2, 3, 'edit', NULL, '2026', 'x', 'why', '[]', '[]')",
        "(draft 2, version 3) of the table edit is not in the audit",
    ),
    ("UPDATE publication SET who = 'x'", "(draft 1, number 1) of the table publication was changed"),
    ("DELETE FROM publication", "(draft 1, number 1) of the table publication is missing"),
    ("UPDATE revision SET workbook = 1", "(draft 1, revision 2) of the table revision was changed"),
    ("UPDATE audit SET who = 'x' WHERE id = 3", "row 3 of the table audit was changed"),
]


@pytest.mark.parametrize(("tampering", "named"), BEFORE)
def test_what_was_spoilt_before_the_upgrade_is_not_sealed_as_if_it_were_right(sixth, tampering, named):
    spoil(sixth, tampering)
    upgrade(sixth, MANAGER)
    assert named in "\n".join(map(str, verify(sixth, MANAGER)))


@pytest.mark.parametrize("tampering", ["UPDATE draft SET name = 'x'", "UPDATE lock SET who = 'x'", "DELETE FROM run"])
def test_what_is_spoilt_after_the_upgrade_is_found_in_every_table(sixth, tampering):
    upgrade(sixth, MANAGER)
    spoil(sixth, tampering)
    assert verify(sixth, MANAGER)


def test_a_backup_of_an_older_version_is_sealed_when_it_is_restored(sixth, new_address, tmp_path):
    with sixth.reading() as connection:
        write_lines(take(connection), tmp_path / "old.jsonl")
    other = database(new_address())
    restore(other, MANAGER, tmp_path / "old.jsonl")
    assert verify(other, MANAGER) == ()
    spoil(other, "UPDATE unit SET name = 'x' WHERE id = 2")
    assert "row 2 of the table unit was changed" in str(verify(other, MANAGER)[0])


def audit_of(store):
    with store.reading() as connection:
        return [dict(row) for row in connection.execute(text("SELECT * FROM audit ORDER BY id")).mappings()]


def test_upgrading_twice_changes_nothing(store):
    before = export(store, MANAGER)
    assert upgrade(store, MANAGER) == (newest_revision(), newest_revision())
    assert export(store, MANAGER) == before


def test_an_empty_database_and_a_newer_one_are_refused(new_address):
    store = database(new_address())
    with pytest.raises(StoreError, match="is empty"):
        require_newest(store)
    upgrade(store, MANAGER)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="of version 9999"):
        require_newest(store)
    with pytest.raises(StoreError, match="newer than this program"):
        upgrade(store, MANAGER)


@pytest.mark.parametrize("address", ["mysql://host/name", "://", "oracle://x"])
def test_addresses_that_cannot_be_used_are_refused(address):
    with pytest.raises(StoreError):
        database(address)


def test_a_database_that_is_not_there_is_told_in_a_sentence():
    with pytest.raises(StoreError, match=r"The database cannot be used: .*refused"):
        require_newest(database("postgresql://nobody@127.0.0.1:1/none"))
