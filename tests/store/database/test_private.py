"""The files of a store, and backups, are their owner's alone."""

import os
import stat
import sys

import pytest

from optimizer.store.database.backup import backup
from optimizer.store.database.connection import database
from optimizer.store.database.upgrade import upgrade
from optimizer.store.drafts import open_draft
from tests.store.conftest import MANAGER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")


@pytest.fixture(autouse=True)
def generous():
    before = os.umask(0)
    yield
    os.umask(before)


def rights(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_the_store_and_what_lies_beside_it_while_it_is_in_use(tmp_path):
    store = database(str(tmp_path / "store.db"))
    upgrade(store, MANAGER)
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM audit").all()
        open_draft(store, MANAGER, "4 West", "June", b"a workbook", frozenset())
        files = sorted(tmp_path.iterdir())
        assert [file.name for file in files] == ["store.db", "store.db-shm", "store.db-wal"]
        assert {rights(file) for file in files} == {"0o600"}


def test_a_store_that_was_open_to_others_is_closed_when_it_is_opened(tmp_path):
    upgrade(database(str(tmp_path / "store.db")), MANAGER)
    for name in ("store.db", "store.db-wal", "store.db-shm"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o664)
    database(str(tmp_path / "store.db"))
    assert {rights(file) for file in tmp_path.iterdir()} == {"0o600"}


@pytest.mark.parametrize("name", ["backup.db", "backup.jsonl"])
def test_backups(tmp_path, name):
    store = database(str(tmp_path / "store.db"))
    upgrade(store, MANAGER)
    (tmp_path / f"{name}.part").write_text("left over by a backup that was killed")
    backup(store, MANAGER, tmp_path / name)
    assert rights(tmp_path / name) == "0o600"
