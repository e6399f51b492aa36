"""Stores that tests begin with, made once by a process and copied: making the tables takes a tenth of a second."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.store.database.connection import Database, database
from optimizer.store.database.upgrade import upgrade
from optimizer.store.roles import Actor, Role

ADMINISTRATOR = Actor("a1", Role.ADMINISTRATOR)


def begin(folder: Path) -> Database:
    """Return the store of a folder that the page finds from now on, with tables and nothing in them if it is new."""
    path = folder / "store.db"
    os.environ["OPTIMIZER_DB"] = str(path)
    if not path.exists():
        path.write_bytes(empty())
    return database()


@cache
def empty() -> bytes:
    """Return the file of a store with tables and nothing in them."""
    return made(lambda _: None)


def made(fill: Callable[[Database], object]) -> bytes:
    """Return the file of a store that something was written to."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        store = database(str(path))
        upgrade(store, ADMINISTRATOR)
        fill(store)
        return content_of(path)


def content_of(path: Path) -> bytes:
    """Return all that is in a store's file, with what was written last."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()
