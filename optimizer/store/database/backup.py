"""Copies of a whole store, and how to get it back, on the same kind of database or another."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from sqlalchemy.exc import SQLAlchemyError

from optimizer.store.audit.notes import DOWNLOADED, guarded, note
from optimizer.store.database.connection import Database, database
from optimizer.store.database.dump import Dump, put, read_lines, take, write_lines
from optimizer.store.database.private import make_private
from optimizer.store.database.upgrade import bring_up, migrate, revision_of
from optimizer.store.errors import StoreError
from optimizer.store.roles import Actor, Permission, check

LINES = ".jsonl"
SQLITE_FILES_BEGIN_WITH = b"SQLite format 3\0"


@guarded
def backup(database: Database, actor: Actor, path: Path) -> None:
    """Copy a store, while it is in use, to a new file: JSON lines when its name ends so, else an SQLite file.

    It is readable by its owner alone, and tells in its own audit who made it.
    """
    check(actor, Permission.MAINTAIN)
    if path.exists():
        raise StoreError(f"{path} exists already; choose another name.")
    if path.suffix != LINES and not database.is_sqlite:
        raise StoreError(f"A backup of PostgreSQL is a file of JSON lines; give it a name that ends in {LINES}.")
    note(database, actor, DOWNLOADED, "database", {"file": "backup"})
    part = path.with_name(path.name + ".part")
    try:
        _copy(database, part, lines=path.suffix == LINES)
        part.rename(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.") from error


@guarded
def restore(database: Database, actor: Actor, path: Path) -> None:
    """Fill an empty database with a backup of this or any older version; every row and hash is as it was."""
    check(actor, Permission.MAINTAIN)
    dump = _read(path)
    with database.writing() as connection:
        if revision_of(connection) is not None:
            raise StoreError("The database holds a store already; restore into an empty one and then use that.")
        migrate(connection, dump.revision)
        try:
            put(connection, dump)
        except (LookupError, TypeError, ValueError, SQLAlchemyError) as error:
            raise StoreError(f"{path} is damaged: its rows fit no table. Nothing was restored.") from error
        bring_up(connection, actor)


def _copy(database: Database, path: Path, *, lines: bool) -> None:
    path.unlink(missing_ok=True)
    make_private(path)
    with database.reading() as connection:
        if lines:
            write_lines(take(connection), path)
            return
        source = cast(Any, connection.connection.driver_connection)
        with closing(sqlite3.connect(path)) as target:
            source.backup(target)


def _read(path: Path) -> Dump:
    try:
        with path.open("rb") as file:
            is_sqlite = file.read(len(SQLITE_FILES_BEGIN_WITH)) == SQLITE_FILES_BEGIN_WITH
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.") from error
    return _read_sqlite(path) if is_sqlite else read_lines(path)


def _read_sqlite(path: Path) -> Dump:
    """Read a copy, since even to read it SQLite would write beside the file."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "store.db"
        shutil.copyfile(path, copy)
        with database(str(copy)).reading() as connection:
            return take(connection)
