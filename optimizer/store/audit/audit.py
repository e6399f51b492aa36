"""Who did what and when: rows that are only ever added, each sealed with the hash of the one before.

They carry ids, digests and salted seals, never names, reasons or anything of a person's health.
"""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from optimizer.store.canonical import canonical, digest, now
from optimizer.store.database.tables import AUDIT
from optimizer.store.roles import Actor

FIRST = "0" * 64
"""What stands for the hash before the first row."""
SEALED = ("id", "at", "who", "action", "subject", "details", "previous")
ROWS = "rows"
"""The detail that has the seals of rows that were written, by table and key; null stands for a row taken out."""


def append(connection: Connection, actor: Actor, action: str, subject: str, details: Mapping[str, Any]) -> None:
    """Add a row, in the transaction of what it tells of."""
    newest = connection.execute(select(AUDIT.c.id, AUDIT.c.hash).order_by(AUDIT.c.id.desc()).limit(1)).first()
    row = {
        "id": newest.id + 1 if newest else 1,
        "at": now(),
        "who": actor.id,
        "action": action,
        "subject": subject,
        "details": canonical(details),
        "previous": newest.hash if newest else FIRST,
    }
    connection.execute(AUDIT.insert().values(**row, hash=digest(row)))


def seal(row: Mapping[str, Any]) -> str:
    """Return the hash that a row ought to have."""
    return digest({key: row[key] for key in SEALED})


def details(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the details of a row, None when they are damaged."""
    try:
        found = json.loads(row["details"])
    except (TypeError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def seals(row: Mapping[str, Any]) -> Mapping[str, Mapping[str, str | None]]:
    """Return the seals that a row tells, by table and key; none where it tells none or is damaged."""
    told = (details(row) or {}).get(ROWS)
    found = told.items() if isinstance(told, dict) else ()
    return {table: each for table, each in found if isinstance(each, dict)}
