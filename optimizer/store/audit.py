"""Who did what and when: rows that are only ever added, each sealed with the hash of the one before.

They carry ids and digests, never names, reasons or anything of a person's health.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from optimizer.store.canonical import canonical, digest, now
from optimizer.store.database import Database
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.tables import AUDIT

FIRST = "0" * 64
"""What stands for the hash before the first row."""
SEALED = ("id", "at", "who", "action", "subject", "details", "previous")


def append(connection: Connection, actor: Actor, action: str, subject: str, details: Mapping[str, Any]) -> None:
    """Add a row, in the transaction of what it tells of."""
    newest = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc()).limit(1)).mappings().first()
    row = {
        "id": newest["id"] + 1 if newest else 1,
        "at": now(),
        "who": actor.id,
        "action": action,
        "subject": subject,
        "details": canonical(details),
        "previous": newest["hash"] if newest else FIRST,
    }
    connection.execute(AUDIT.insert().values(**row, hash=digest(row)))


def rows(connection: Connection) -> Iterator[Mapping[str, Any]]:
    """Yield every row, the oldest first."""
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.id)).mappings():
        yield dict(row)


def export(database: Database, actor: Actor) -> list[str]:
    """Return every row as a line of JSON, with which anybody can work out the hashes again."""
    check(actor, Permission.READ_AUDIT)
    with database.reading() as connection:
        return [canonical(row) for row in rows(connection)]


def seal(row: Mapping[str, Any]) -> str:
    """Return the hash that a row ought to have."""
    return digest({key: row[key] for key in SEALED})


def details(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the details of a row."""
    found: dict[str, Any] = json.loads(row["details"])
    return found
