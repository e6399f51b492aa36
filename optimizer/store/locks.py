"""The cells of a draft that are locked: what a search leaves as it is."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from optimizer.store import audit
from optimizer.store.canonical import digest, now
from optimizer.store.database import Database
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import require_schedule
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.tables import LOCK


def set_locks(database: Database, actor: Actor, draft: int, cells: Iterable[tuple[str, date]], on: bool) -> None:
    """Lock cells of a draft, each a person's id and a day, or open them again; what is so already stays so."""
    check(actor, Permission.EDIT_DRAFTS)
    with database.writing() as connection:
        require_draft(connection, draft)
        require_schedule(connection, draft)
        locked = _locks(connection, draft)
        changed = sorted(frozenset(cells) - locked if on else frozenset(cells) & locked)
        if not changed:
            return
        for staff, day in changed:
            _lock(connection, actor, draft, staff, day) if on else _open(connection, draft, staff, day)
        keys = [[staff, day.isoformat()] for staff, day in changed]
        details = {"cells": len(keys), "sha256": digest({"draft": draft, "cells": keys})}
        audit.append(connection, actor, "lock" if on else "unlock", f"draft {draft}", details)


def locks_of(database: Database, actor: Actor, draft: int) -> frozenset[tuple[str, date]]:
    """Return the locked cells of a draft, each a person's id and a day."""
    check(actor, Permission.READ_DRAFTS)
    with database.reading() as connection:
        require_draft(connection, draft)
        return _locks(connection, draft)


def _locks(connection: Connection, draft: int) -> frozenset[tuple[str, date]]:
    found = connection.execute(select(LOCK.c.staff, LOCK.c.day).where(LOCK.c.draft == draft))
    return frozenset((staff, date.fromisoformat(day)) for staff, day in found)


def _lock(connection: Connection, actor: Actor, draft: int, staff: str, day: date) -> None:
    values = {"draft": draft, "staff": staff, "day": day.isoformat(), "at": now(), "who": actor.id}
    connection.execute(LOCK.insert().values(**values))


def _open(connection: Connection, draft: int, staff: str, day: date) -> None:
    cell = (LOCK.c.draft == draft, LOCK.c.staff == staff, LOCK.c.day == day.isoformat())
    connection.execute(LOCK.delete().where(*cell))
