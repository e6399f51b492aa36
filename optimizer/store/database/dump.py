"""All rows of a store, apart from any database; as JSON lines they outlive every one of them."""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, select

from optimizer.store.canonical import canonical
from optimizer.store.database.upgrade import revision_of
from optimizer.store.errors import StoreError

NOT_OURS = "alembic_version"


@dataclass(frozen=True, slots=True)
class Dump:
    """The rows of every table, parents first, and the version of the tables they are from."""

    revision: str
    rows: tuple[tuple[str, Mapping[str, Any]], ...]


def take(connection: Connection) -> Dump:
    """Return all that a store holds."""
    revision = revision_of(connection)
    if revision is None:
        raise StoreError("The database is empty, so there is nothing to keep.")
    return Dump(revision, tuple(_rows(connection)))


def put(connection: Connection, dump: Dump) -> None:
    """Add all rows to tables of the version that they are from."""
    metadata = MetaData()
    metadata.reflect(connection)
    for table, row in dump.rows:
        connection.execute(metadata.tables[table].insert().values(**row))


def write_lines(dump: Dump, path: Path) -> None:
    """Write a dump as JSON lines: what it is, the rows, and how many there are."""
    rows = ({"table": table, "row": {key: _plain(value) for key, value in row.items()}} for table, row in dump.rows)
    lines = [{"revision": dump.revision}, *rows, {"rows": len(dump.rows)}]
    path.write_text("".join(canonical(line) + "\n" for line in lines), encoding="utf-8")


def read_lines(path: Path) -> Dump:
    """Return the dump that JSON lines hold, and refuse one that is cut short or something else."""
    try:
        first, *lines, last = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        revision, rows = str(first["revision"]), tuple((line["table"], _row(line["row"])) for line in lines)
        whole = last["rows"] == len(rows)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise StoreError(f"{path} is not a backup, or it is cut short.") from error
    if not whole:
        raise StoreError(f"{path} is cut short: it has {len(rows)} rows of {last['rows']}.")
    return Dump(revision, rows)


def _rows(connection: Connection) -> Iterator[tuple[str, Mapping[str, Any]]]:
    metadata = MetaData()
    metadata.reflect(connection)
    for table in metadata.sorted_tables:
        if table.name != NOT_OURS:
            for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
                yield table.name, dict(row)


def _plain(value: Any) -> Any:
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes | memoryview) else value


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: base64.b64decode(value["base64"], validate=True) if isinstance(value, dict) else value
        for key, value in row.items()
    }
