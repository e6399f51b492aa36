"""Finds what was changed behind the store's back: in the audit itself, and in what it tells of."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from optimizer.store import audit
from optimizer.store.canonical import digest
from optimizer.store.database import Database
from optimizer.store.edits import EditKind
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.tables import EDIT, PUBLICATION, REVISION, WORKBOOK

KINDS = frozenset(kind.value for kind in EditKind)


@dataclass(frozen=True, slots=True)
class Tampering:
    """One row that is not as it was written: its table, its key and what is wrong with it."""

    table: str
    key: str
    problem: str

    def __str__(self) -> str:
        """Return the finding as a sentence."""
        return f"The row {self.key} of the table {self.table} {self.problem}."


def verify(database: Database, actor: Actor) -> tuple[Tampering, ...]:
    """Return the first broken row of the audit or, while that holds, every other row that it belies.

    Every workbook that is not what its digest tells comes after them.
    """
    check(actor, Permission.READ_AUDIT)
    with database.reading() as connection:
        rows = [*audit.rows(connection)]
        broken = tuple(_chain(rows)) or tuple(_belied(connection, rows))
        return (*broken, *_workbooks(connection))


def _belied(connection: Connection, rows: list[Mapping[str, Any]]) -> Iterator[Tampering]:
    """Yield every edit, revision and publication that is not as the audit tells."""
    yield from _edits(connection, rows)
    yield from _revisions(connection, rows)
    yield from _publications(connection, rows)


def _chain(rows: list[Mapping[str, Any]]) -> Iterator[Tampering]:
    """Yield the first row that breaks the chain; those after it are not looked at."""
    expected, previous = 1, audit.FIRST
    for row in rows:
        problem = _problem(row, expected, previous)
        if problem:
            yield Tampering("audit", str(expected), problem)
            return
        expected, previous = expected + 1, row["hash"]


def _problem(row: Mapping[str, Any], expected: int, previous: str) -> str | None:
    if row["id"] > expected:
        return "is missing"
    if audit.seal(row) != row["hash"]:
        return "was changed"
    if row["id"] < expected or row["previous"] != previous:
        return "does not follow from the row before it, so one was put in, or written anew"
    return None


def _edits(connection: Connection, rows: list[Mapping[str, Any]]) -> Iterator[Tampering]:
    """Yield every edit that is missing, was changed, or that the audit does not know."""
    told = {_key(row, "version"): audit.details(row)["sha256"] for row in rows if row["action"] in KINDS}
    stored = connection.execute(select(EDIT).order_by(EDIT.c.draft, EDIT.c.version)).mappings()
    found = {f"draft {row['draft']}, version {row['version']}": digest(dict(row)) for row in stored}
    yield from _compared("edit", told, found)


def _publications(connection: Connection, rows: list[Mapping[str, Any]]) -> Iterator[Tampering]:
    """Yield every publication that is missing, was changed, or that the audit does not know."""
    told = {_key(row, "number"): audit.details(row)["sha256"] for row in rows if row["action"] == "publish"}
    wanted = select(PUBLICATION, WORKBOOK.c.sha256).join(WORKBOOK, WORKBOOK.c.id == PUBLICATION.c.workbook)
    stored = connection.execute(wanted.order_by(PUBLICATION.c.id)).mappings()
    found = {f"draft {row['draft']}, number {row['number']}": digest(dict(row)) for row in stored}
    yield from _compared("publication", told, found)


def _revisions(connection: Connection, rows: list[Mapping[str, Any]]) -> Iterator[Tampering]:
    """Yield every revision of a draft's facts that is missing, was changed, or that the audit does not know."""
    told = {_key(row, "revision"): audit.details(row)["sha256"] for row in rows if row["action"] == "revise"}
    wanted = select(REVISION, WORKBOOK.c.sha256).join(WORKBOOK, WORKBOOK.c.id == REVISION.c.workbook)
    stored = connection.execute(wanted.order_by(REVISION.c.draft, REVISION.c.number)).mappings()
    found = {f"draft {row['draft']}, revision {row['number']}": digest(dict(row)) for row in stored}
    yield from _compared("revision", told, found)


def _compared(table: str, told: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Tampering]:
    """Yield what differs between the digests that the audit tells and those that are found, by key."""
    for key, sha256 in found.items():
        if key not in told:
            yield Tampering(table, f"({key})", "is not in the audit")
        elif told[key] != sha256:
            yield Tampering(table, f"({key})", "was changed")
    for key in told.keys() - found.keys():
        yield Tampering(table, f"({key})", "is missing")


def _key(row: Mapping[str, Any], number: str) -> str:
    return f"{row['subject']}, {number} {audit.details(row)[number]}"


def _workbooks(connection: Connection) -> Iterator[Tampering]:
    for number, sha256, content in connection.execute(select(WORKBOOK.c.id, WORKBOOK.c.sha256, WORKBOOK.c.bytes)):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Tampering("workbook", str(number), "was changed")
