"""Private addresses of calendars: whoever knows one reads one person's published days, until it is revoked.

The address is told once, when it is made. What is kept is a digest, from which nobody can tell it.
"""

import hashlib
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Select, select

from optimizer.store.asks.asks import staff_of
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import CALENDAR_ADDRESS
from optimizer.store.errors import MissingError
from optimizer.store.roles import Actor, Permission, check

BYTES = 32
"""How much of a secret there is in an address; nobody guesses that."""


@guarded
def new_calendar_address(database: Database, actor: Actor) -> str:
    """Make a private address for whoever asks, revoke the one before, and return what is secret in it."""
    who, secret = staff_of(actor), token_urlsafe(BYTES)
    with database.writing() as connection:
        changes = Changes(connection)
        _revoke(changes, who)
        address = next_id(connection, CALENDAR_ADDRESS.c.id)
        row = {"id": address, "staff": who, "digest": _digest(secret), "at": now(), "revoked_at": None}
        changes.add(CALENDAR_ADDRESS, row)
        changes.tell(actor, "new calendar address", "database", {"address": address})
    return secret


@guarded
def revoke_calendar_address(database: Database, actor: Actor) -> None:
    """Have the private address of whoever asks answer nobody any more."""
    who = staff_of(actor)
    with database.writing() as connection:
        changes = Changes(connection)
        if _revoke(changes, who):
            changes.tell(actor, "revoke calendar address", "database", {})


@guarded
def calendar_address_since(database: Database, actor: Actor) -> str | None:
    """Return since when whoever asks has a private address, None when they have none."""
    who = staff_of(actor)
    with database.reading() as connection:
        row = connection.execute(_standing(who)).mappings().first()
    return None if row is None else str(row["at"])


@guarded
def calendar_holder(database: Database, actor: Actor, secret: str) -> str:
    """Return whose calendar a private address is. Raise MissingError where there is none, or it is revoked."""
    check(actor, Permission.READ_PUBLISHED)
    own = (CALENDAR_ADDRESS.c.digest == _digest(secret), CALENDAR_ADDRESS.c.revoked_at.is_(None))
    with database.reading() as connection:
        found = connection.execute(select(CALENDAR_ADDRESS.c.staff).where(*own)).scalar()
    if found is None:
        raise MissingError("There is no calendar here.")
    return str(found)


def _revoke(changes: Changes, who: str) -> bool:
    """Revoke the address of somebody, and tell whether there was one."""
    row = changes.connection.execute(_standing(who)).mappings().first()
    if row is not None:
        changes.change(CALENDAR_ADDRESS, {**row, "revoked_at": now()})
    return row is not None


def _standing(who: str) -> Select[Any]:
    return select(CALENDAR_ADDRESS).where(CALENDAR_ADDRESS.c.staff == who, CALENDAR_ADDRESS.c.revoked_at.is_(None))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
