"""A backup holds everything, and restoring it gives the same hashes."""

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.database.backup import backup, restore
from optimizer.store.database.connection import database
from optimizer.store.database.upgrade import revision_of, upgrade
from optimizer.store.drafts import accept, history, open_draft, plan_at
from optimizer.store.errors import ForbiddenError, StoreError
from optimizer.store.locks import locks_of, set_locks
from optimizer.store.revisions import revise, revisions
from optimizer.store.roles import Actor, Role
from optimizer.store.runs import keep_run, runs_of
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER
from tests.store.test_drafts import ANN, BEN, FIRST
from tests.store.test_runs import RUN

CONTENT = bytes(range(256))


@pytest.fixture
def kept(store):
    open_draft(store, MANAGER, "4 West", "Décembre", CONTENT, frozenset({ANN}))
    accept(store, MANAGER, 1, 1, [ANN], [BEN], 'Ann said "no"')
    keep_run(store, MANAGER, RUN)
    revise(store, MANAGER, 1, 1, CONTENT[::-1], "Cleo was hired")
    set_locks(store, MANAGER, 1, [("ann", FIRST)], True)
    return store


def assert_same(store, other):
    assert export(other, MANAGER) == export(store, MANAGER)
    assert history(other, MANAGER, 1) == history(store, MANAGER, 1)
    assert runs_of(other, MANAGER, 1) == runs_of(store, MANAGER, 1)
    assert workbook_of(other, MANAGER, 1) == workbook_of(store, MANAGER, 1)
    assert revisions(other, MANAGER, 1) == revisions(store, MANAGER, 1)
    assert locks_of(other, MANAGER, 1) == locks_of(store, MANAGER, 1)
    assert verify(other, MANAGER) == ()


def test_json_lines_restore_to_the_same_on_the_same_kind_of_database(kept, new_address, tmp_path):
    backup(kept, MANAGER, tmp_path / "backup.jsonl")
    other = database(new_address())
    restore(other, MANAGER, tmp_path / "backup.jsonl")
    assert_same(kept, other)
    accept(other, MANAGER, 1, 2, [BEN], [], "Goes on")
    assert plan_at(other, MANAGER, 1) == frozenset()


def test_json_lines_restore_to_the_same_on_sqlite(kept, tmp_path):
    backup(kept, MANAGER, tmp_path / "backup.jsonl")
    other = database(str(tmp_path / "other.db"))
    restore(other, MANAGER, tmp_path / "backup.jsonl")
    assert_same(kept, other)


def test_a_file_of_sqlite_restores_to_any_database(new_address, tmp_path):
    store = database(str(tmp_path / "mine.db"))
    upgrade(store, MANAGER)
    open_draft(store, MANAGER, "4 West", "December", CONTENT, frozenset({ANN}))
    backup(store, MANAGER, tmp_path / "backup.db")
    accept(store, MANAGER, 1, 1, [ANN], [BEN], "Later than the backup")
    other = database(new_address())
    restore(other, MANAGER, tmp_path / "backup.db")
    assert plan_at(other, MANAGER, 1) == {ANN}
    assert export(other, MANAGER) == export(store, MANAGER)[:-1]
    assert verify(other, MANAGER) == ()


def test_nothing_is_written_over(kept, tmp_path):
    backup(kept, MANAGER, tmp_path / "backup.jsonl")
    with pytest.raises(StoreError, match="exists already"):
        backup(kept, MANAGER, tmp_path / "backup.jsonl")
    with pytest.raises(StoreError, match="holds a store already"):
        restore(kept, MANAGER, tmp_path / "backup.jsonl")
    assert plan_at(kept, MANAGER, 1) == {BEN}


def test_a_backup_that_is_cut_short_restores_nothing(kept, new_address, tmp_path):
    backup(kept, MANAGER, tmp_path / "backup.jsonl")
    lines = (tmp_path / "backup.jsonl").read_text().splitlines(keepends=True)
    for number, text in enumerate(["".join(lines[:-1]), "".join(lines[:3] + lines[-1:]), "hello", ""]):
        (tmp_path / f"{number}.jsonl").write_text(text)
        other = database(new_address())
        with pytest.raises(StoreError, match="cut short"):
            restore(other, MANAGER, tmp_path / f"{number}.jsonl")


def test_a_backup_of_a_newer_program_is_refused_and_leaves_the_database_empty(kept, new_address, tmp_path):
    backup(kept, MANAGER, tmp_path / "backup.jsonl")
    newer = (tmp_path / "backup.jsonl").read_text().replace('"revision":"', '"revision":"9')
    (tmp_path / "newer.jsonl").write_text(newer)
    address = new_address()
    with pytest.raises(StoreError, match="newer than this program"):
        restore(database(address), MANAGER, tmp_path / "newer.jsonl")
    restore(database(address), MANAGER, tmp_path / "backup.jsonl")


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEADERSHIP])
def test_backups_are_for_those_who_maintain(kept, tmp_path, role):
    for act in (backup, restore):
        with pytest.raises(ForbiddenError):
            act(kept, Actor("x", role), tmp_path / "backup.jsonl")
    assert not [*tmp_path.glob("backup*")]


def twice(text):
    first, row, *rest = text.splitlines()
    return "\n".join([first, row, row, *rest[:-1], rest[-1].replace(str(len(rest)), str(len(rest) + 1))])


DAMAGES = {
    "a table that there is not": lambda text: text.replace('"table":"edit"', '"table":"edits"'),
    "a column that there is not": lambda text: text.replace('"why"', '"because"'),
    "a row that is a list": lambda text: text.replace('"row":{', '"row":[{', 1).replace("}}", "}]}", 1),
    "a line that is a number": lambda text: text.replace("\n", "\n7\n", 1),
    "bytes that are no base64": lambda text: text.replace('"base64":"', '"base64":"!'),
    "a row twice": twice,
    "a number that is a text": lambda text: text.replace('"version":1', '"version":{"a":1}'),
    "half of it": lambda text: text[: len(text) // 2],
    "nothing": lambda text: "",
    "brackets without end": lambda text: "[" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_restores_nothing_and_says_so(kept, new_address, tmp_path, damage):
    backup(kept, MANAGER, tmp_path / "backup.jsonl")
    text = (tmp_path / "backup.jsonl").read_text(encoding="utf-8")
    assert DAMAGES[damage](text) != text
    (tmp_path / "damaged.jsonl").write_text(DAMAGES[damage](text), encoding="utf-8")
    other = database(new_address())
    with pytest.raises(StoreError):
        restore(other, MANAGER, tmp_path / "damaged.jsonl")
    with other.reading() as connection:
        assert revision_of(connection) is None
