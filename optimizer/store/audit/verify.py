"""Finds what was changed behind the store's back: in the audit itself, and in every table that it seals.

A chain that is cut at its end, or written anew as a whole, holds in itself: only who kept its head can tell.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table

from optimizer.store.audit import audit
from optimizer.store.audit.notes import guarded
from optimizer.store.audit.sealed_before import belied_before
from optimizer.store.audit.sealing import KEYS, ONLY, condensed, key_of, seal_of
from optimizer.store.audit.tampering import Tampering
from optimizer.store.audit.trail import Head
from optimizer.store.database.connection import Database
from optimizer.store.database.raw import DamagedError, StoredRow, flaws_of_file, raw_rows, versions_in
from optimizer.store.database.tables import AUDIT, SALT
from optimizer.store.roles import Actor, Permission, check

ToldRows = Mapping[str, Mapping[str, str | None]]
"""By table and key, the seal that a row has by the audit; None where it was taken out."""


@guarded
def verify(database: Database, actor: Actor, head: Head | None = None) -> tuple[Tampering, ...]:
    """Return every row of the audit that breaks its chain, then every other row that the audit belies.

    ``head`` is one that somebody kept: the row that it tells of must still be there.
    """
    check(actor, Permission.READ_AUDIT)
    with database.reading() as connection:
        told = "The file of the database is damaged"
        found = [Tampering("", "", f"{told}: {each}.") for each in flaws_of_file(connection)]
        rows, unread = _read(connection, AUDIT)
        found += [*unread, *_chain(rows), *_headed(rows, head), *_versions(connection, rows)]
        found += _belied(connection, rows)
        return tuple(dict.fromkeys(found))


def _chain(rows: Sequence[StoredRow]) -> Iterator[Tampering]:
    """Yield every row that breaks the chain; the one after it is judged by what it follows now."""
    expected, previous = 1, audit.FIRST
    for row in rows:
        if row["id"] > expected:
            more = f", and so are those up to {row['id'] - 1}" if row["id"] > expected + 1 else ""
            yield Tampering("audit", str(expected), f"is missing{more}")
            expected, previous = row["id"], row["previous"]
        if problem := _problem(row, expected, previous):
            yield Tampering("audit", str(row["id"]), problem)
        expected, previous = row["id"] + 1, row["hash"]


def _problem(row: StoredRow, expected: int, previous: str) -> str | None:
    if audit.seal(row) != row["hash"]:
        return "was changed"
    if row["id"] < expected or row["previous"] != previous:
        return "does not follow from the row before it, so one was put in, or written anew"
    return "tells what cannot be read" if audit.details(row) is None else None


def _headed(rows: Sequence[StoredRow], head: Head | None) -> Iterator[Tampering]:
    """Yield that the audit has not the row that somebody kept the hash of, at its place where that is known."""
    places = [row["id"] for row in rows if head and row["hash"] == head.hash]
    if head and (head.rows not in places if head.rows else not places):
        row = f"row {head.rows}" if head.rows else "row"
        end = "rows were cut off its end, or all were written anew"
        yield Tampering("audit", "", f"The audit has no {row} with the hash {head.hash}: {end}.")


def _versions(connection: Connection, rows: Sequence[StoredRow]) -> Iterator[Tampering]:
    """Yield that the tables are said to be of another version than the one that they were brought to last."""
    told = [(audit.details(row) or {}).get("after") for row in rows if row["action"] == "upgrade"]
    if told and versions_in(connection) != told[-1:]:
        yield Tampering("alembic_version", "1", "was changed")


def _belied(connection: Connection, rows: Sequence[StoredRow]) -> Iterator[Tampering]:
    """Yield every row of the other tables that is not as the audit tells, and every table that cannot be read."""
    told, tables = _told(rows), dict[Table, Sequence[StoredRow]]()
    for table in KEYS:
        tables[table], unread = _read(connection, table)
        yield from unread
    first = tables[SALT][0] if tables[SALT] else {"id": ONLY, "value": ""}
    salt = str(first["value"])
    if told["salt"].get(str(ONLY)) != seal_of(salt, SALT, first):
        yield Tampering("salt", str(ONLY), "was changed, or is missing, so that no other row can be verified")
        return
    for table, found in tables.items():
        yield from _compared(salt, table, found, told)
    yield from belied_before(rows, tables, salt)


def _told(rows: Sequence[StoredRow]) -> ToldRows:
    """Return what the audit tells of every row that was ever written, by what it told last."""
    told: dict[str, dict[str, str | None]] = {table.name: {} for table in KEYS}
    for row in rows:
        for table, seals in audit.seals(row).items():
            told.setdefault(table, {}).update(seals)
    return told


def _compared(salt: str, table: Table, rows: Sequence[StoredRow], told: ToldRows) -> Iterator[Tampering]:
    """Yield what differs between the rows of a table and what the audit tells of them."""
    there = set()
    for row in rows:
        key = key_of(salt, table, row)
        there.add(key)
        wanted = told[table.name].get(key)
        if wanted is None:
            yield Tampering(table.name, key, "is not in the audit")
        elif wanted != seal_of(salt, table, row):
            yield Tampering(table.name, key, "was changed")
    for key, wanted in told[table.name].items():
        if wanted is not None and key not in there:
            yield Tampering(table.name, key, "is missing")


def _read(connection: Connection, table: Table) -> tuple[list[StoredRow], list[Tampering]]:
    """Return the rows of a table as far as they can be read, and that this is not to its end."""
    rows: list[StoredRow] = []
    try:
        rows.extend(map(condensed, raw_rows(connection, table)))
    except DamagedError as error:
        return rows, [Tampering(table.name, "", str(error))]
    return rows, []
