"""Where people can be reached by mail, as they said themselves or their manager did; nobody else is told."""

import re
from collections.abc import Mapping

from sqlalchemy import select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import CONTACT
from optimizer.store.errors import StoreError
from optimizer.store.roles import PERMITTED, Actor, Permission, check

ADDRESS = re.compile(r"[^\s@,;:<>\"?&]+@[^\s@,;:<>\"?&]+\.[^\s@,;:<>\"?&]+")
"""What a mail goes to: one address and nothing that could add a second one, or a line to a header."""


@guarded
def contacts_of(database: Database, actor: Actor) -> Mapping[str, str]:
    """Return addresses by the ids of staff: to managers all, to staff their own."""
    check(actor, Permission.TAKE_PART)
    with database.reading() as connection:
        rows = connection.execute(select(CONTACT.c.staff, CONTACT.c.mail)).all()
    return {row.staff: row.mail for row in rows if _may(actor, row.staff)}


@guarded
def set_contact(database: Database, actor: Actor, who: str, mail: str) -> None:
    """Keep where somebody can be reached, or forget it when ``mail`` is empty."""
    check(actor, Permission.TAKE_PART if who == actor.staff_id else Permission.DECIDE_ASKS)
    wanted = mail.strip()
    if wanted and not ADDRESS.fullmatch(wanted):
        raise StoreError("This is no address that mail can be sent to, such as ann@hospital.example.")
    with database.writing() as connection:
        had = connection.execute(select(CONTACT.c.mail).where(CONTACT.c.staff == who)).scalar()
        if had == wanted or (had is None and not wanted):
            return
        changes, row = Changes(connection), {"staff": who, "mail": wanted}
        if not wanted:
            changes.take_out(CONTACT, {"staff": who})
        else:
            changes.add(CONTACT, row) if had is None else changes.change(CONTACT, row)
        changes.tell(actor, "set contact", "database", {})


def _may(actor: Actor, who: str) -> bool:
    return who == actor.staff_id or Permission.DECIDE_ASKS in PERMITTED[actor.role]
