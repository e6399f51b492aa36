"""The audit as it is handed on: every row, and the head by which somebody who kept it knows it again."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import canonical
from optimizer.store.database.connection import Database
from optimizer.store.database.raw import raw_rows
from optimizer.store.database.tables import AUDIT
from optimizer.store.errors import StoreError
from optimizer.store.roles import Actor, Permission, check

WRITTEN = re.compile(r"([0-9a-f]{64})(?::(\d{1,12}))?")


@dataclass(frozen=True, slots=True)
class Head:
    """The hash of the audit's newest row, which all rows before go into, and how many rows there were; None unknown."""

    hash: str
    rows: int | None = None

    def __str__(self) -> str:
        """Return the head as it is kept: HASH:COUNT."""
        return self.hash if self.rows is None else f"{self.hash}:{self.rows}"


def head_in(text: str) -> Head:
    """Return the head that somebody kept, as HASH or HASH:COUNT."""
    found = WRITTEN.fullmatch(text.strip().casefold())
    if not found:
        raise StoreError(f"'{text}' is not the head of an audit; write the HASH or HASH:COUNT that verify told.")
    return Head(found[1], int(found[2]) if found[2] else None)


@guarded
def head_of(database: Database, actor: Actor) -> Head | None:
    """Return the head of the audit as it is now, None while it has no row."""
    check(actor, Permission.READ_AUDIT)
    with database.reading() as connection:
        newest = connection.execute(select(AUDIT.c.hash, AUDIT.c.id).order_by(AUDIT.c.id.desc()).limit(1)).first()
    return Head(str(newest.hash), int(newest.id)) if newest else None


@guarded
def export(database: Database, actor: Actor) -> list[str]:
    """Return every row as a line of JSON, with which anybody can work out the hashes again."""
    check(actor, Permission.READ_AUDIT)
    with database.reading() as connection:
        return [canonical(row) for row in raw_rows(connection, AUDIT)]


def with_head(lines: Sequence[str]) -> list[str]:
    """Return the lines of an audit, after them one with its head."""
    head = json.loads(lines[-1])["hash"] if lines else None
    return [*lines, canonical({"head": head, "rows": len(lines)})]
