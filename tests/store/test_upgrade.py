"""Tables come from any older version to the newest without losing anything."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from optimizer.store.database import database
from optimizer.store.drafts import accept, history, plan_at, undo
from optimizer.store.errors import StoreError
from optimizer.store.runs import keep_run, runs_of
from optimizer.store.tables import METADATA
from optimizer.store.trail import export
from optimizer.store.upgrade import newest_revision, require_newest, upgrade
from optimizer.store.verify import verify
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER
from tests.store.test_drafts import ANN, BEN
from tests.store.test_runs import RUN

FIRST_SCHEMA = Path(__file__).parent / "first_schema.sql"
"""A store as the first version left it, with a draft of two versions; never to be changed."""


@pytest.fixture
def old(new_address):
    store = database(new_address())
    script = FIRST_SCHEMA.read_text()
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
