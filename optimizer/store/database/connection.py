"""Where the store is, and how it is read and written: SQLite by default, PostgreSQL by its URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import NullPool

from optimizer.store.database.private import keep_private
from optimizer.store.errors import StoreError

VARIABLE = "OPTIMIZER_DB"
BUSY_MILLISECONDS = 30_000
"""How long a writer waits for another."""
ANSWER = 8
"""How many seconds PostgreSQL may take to answer: for a connection, and for each thing that is asked."""
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {BUSY_MILLISECONDS}")


@dataclass(frozen=True, slots=True)
class Database:
    """A store that can be read by many and written by one at a time, so that numbers and hashes have no gaps."""

    engine: Engine

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the store is a file on this machine."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store."""
        isolation: dict[str, Any] = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with _reached(), self.engine.connect() as connection:
            connection.execution_options(reads=True, **isolation)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection to the one writer; all of it is durable when this ends, or none is."""
        with _reached(), self.engine.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITER})"))
            yield connection


WRITER = 5_202_026
"""The advisory lock that a writer holds on PostgreSQL; SQLite has a lock of its own."""


def database(address: str | None = None) -> Database:
    """Return the store at a URL or path; when none is given, at OPTIMIZER_DB, else in the user's data folder."""
    url = url_of(address or os.environ.get(VARIABLE) or str(user_data_path("optimizer") / "optimizer.db"))
    if url.get_backend_name() == "sqlite":
        return Database(_sqlite(url))
    try:
        return Database(_postgresql(url))
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs its driver; install it with: pip install 'optimizer[postgres]'.") from error


def url_of(address: str) -> URL:
    """Return the URL of an address, which may also be the path of an SQLite file."""
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(f"{VARIABLE} is not the URL of a database, nor a path.") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(f"A database of the kind '{url.get_backend_name()}' cannot be used; use SQLite or PostgreSQL.")
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


@cache
def _postgresql(url: URL) -> Engine:
    """Return what connects to a PostgreSQL database, the same for all of a process: its connections are used again.

    One click asks a dozen times, and to ask a new connection takes five times as long as one that is there. One that
    has fallen silent is given up as soon as a new one would be, unless the URL says itself what a server may take.
    """
    from optimizer.store.database.silence import connect  # noqa: PLC0415  its driver may not be there

    engine = create_engine(_in_time(url), pool_pre_ping=True, pool_recycle=ANSWER, max_overflow=-1)
    if "options" not in url.query:
        event.listen(engine, "do_connect", connect)
    return engine


def _in_time(url: URL) -> URL:
    """Return the URL of a PostgreSQL database that is given up when it does not answer; what the URL says stays."""
    return url.set(query={"connect_timeout": str(ANSWER), "options": f"-c statement_timeout={ANSWER}s", **url.query})


def _sqlite(url: URL) -> Engine:
    path = Path(url.database or "").absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.name and not url.query:
            keep_private(path)
    except OSError as error:
        raise StoreError(f"The database {url.database} cannot be made: {error.strerror}.") from error
    engine = create_engine(url, poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _: object) -> None:
    """Set what SQLite is to keep to; it begins no transaction on its own."""
    raw.isolation_level = None
    for pragma in reversed(PRAGMAS):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin as a writer at once, since a reader that becomes one could be refused."""
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        reason = str(error.orig).strip().splitlines()[0] if error.orig else "no reason was given"
        raise StoreError(f"The database cannot be used: {reason}.") from error
