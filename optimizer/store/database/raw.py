"""Reads rows as they lie in the database, damaged ones too, where all others read only what is sound."""

from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import Connection, Table, select, type_coerce
from sqlalchemy.exc import DatabaseError
from sqlalchemy.types import NullType

from optimizer.store.errors import StoreError

StoredRow = dict[str, Any]


class DamagedError(StoreError):
    """Raised when a table cannot be read to its end; the message is a sentence with what the database says."""


def raw_rows(connection: Connection, table: Table) -> Iterator[StoredRow]:
    """Yield the rows of a table in the order of their keys, every value as the database gives it."""
    _be_lenient(connection)
    columns = [type_coerce(column, NullType()).label(column.name) for column in table.columns]
    try:
        with connection.begin_nested():  # so that PostgreSQL answers the next question after one that failed
            for row in connection.execute(select(*columns).order_by(*table.primary_key)).mappings():
                yield dict(row)
    except DatabaseError as error:
        raise DamagedError(f"The table {table.name} cannot be read to its end: {reason(error)}.") from error


def versions_in(connection: Connection) -> list[str]:
    """Return every version that the database says its tables are of; one, unless somebody meddled."""
    try:
        with connection.begin_nested():
            return [
                str(version) for (version,) in connection.exec_driver_sql("SELECT version_num FROM alembic_version")
            ]
    except DatabaseError:
        return []


def flaws_of_file(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong with its own file; PostgreSQL watches over its files itself."""
    if connection.dialect.name != "sqlite":
        return []
    _be_lenient(connection)
    try:
        found = [str(text) for (text,) in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    except DatabaseError as error:
        return [reason(error)]
    return [ascii(line).strip("'") for text in found for line in text.splitlines() if line != "ok"]


def reason(error: DatabaseError) -> str:
    """Return what the database says of an error, in one line."""
    said = str(error.orig).strip().splitlines() if error.orig else []
    return said[0] if said else "no reason was given"


def _be_lenient(connection: Connection) -> None:
    """Have SQLite give text that is not UTF-8 with its odd bytes kept; the connection is not used for anything else."""
    if connection.dialect.name == "sqlite":
        cast(Any, connection.connection.driver_connection).text_factory = _text


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
