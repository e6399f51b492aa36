"""The cells of a draft that are locked: what a search leaves as it is."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import LOCK
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import require_schedule
from optimizer.store.roles import Actor, Permission, check


@guarded
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
        changes = Changes(connection)
        for staff, day in changed:
            key = {"draft": draft, "staff": staff, "day": day.isoformat()}
            changes.add(LOCK, {**key, "at": now(), "who": actor.id}) if on else changes.take_out(LOCK, key)
        changes.tell(actor, "lock" if on else "unlock", f"draft {draft}", {"cells": len(changed)})


@guarded
def locks_of(database: Database, actor: Actor, draft: int) -> frozenset[tuple[str, date]]:
    """Return the locked cells of a draft, each a person's id and a day."""
    check(actor, Permission.READ_DRAFTS)
    with database.reading() as connection:
        require_draft(connection, draft)
        return _locks(connection, draft)


def _locks(connection: Connection, draft: int) -> frozenset[tuple[str, date]]:
    found = connection.execute(select(LOCK.c.staff, LOCK.c.day).where(LOCK.c.draft == draft))
    return frozenset((staff, date.fromisoformat(day)) for staff, day in found)
