"""The workbooks that drafts were opened from, kept as they were: the unit, its policy and its pay."""

import hashlib

from sqlalchemy import Connection, select

from optimizer.store.database import Database
from optimizer.store.errors import MissingError
from optimizer.store.ids import next_id
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.tables import DRAFT, WORKBOOK


def keep(connection: Connection, content: bytes) -> int:
    """Store a workbook unless it is there already, and return its id."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = connection.execute(select(WORKBOOK.c.id).where(WORKBOOK.c.sha256 == sha256)).scalar()
    if known is not None:
        return int(known)
    number = next_id(connection, WORKBOOK.c.id)
    connection.execute(WORKBOOK.insert().values(id=number, sha256=sha256, bytes=content))
    return number


def workbook_of(database: Database, actor: Actor, draft: int) -> bytes:
    """Return the workbook that a draft was opened from, byte for byte. It tells everyone's pay."""
    check(actor, Permission.READ_DRAFTS, Permission.READ_PAY)
    return _workbook_of(database, draft)


def workbook_for_totals(database: Database, actor: Actor, draft: int) -> bytes:
    """Return the same workbook to somebody who may see what schedules cost in all.

    Who calls this shows totals only: never one person's pay, nor a cost that one person's pay can be read from.
    """
    check(actor, Permission.READ_DRAFTS, Permission.READ_COSTS)
    return _workbook_of(database, draft)


def _workbook_of(database: Database, draft: int) -> bytes:
    wanted = select(WORKBOOK.c.bytes).join(DRAFT, DRAFT.c.workbook == WORKBOOK.c.id).where(DRAFT.c.id == draft)
    with database.reading() as connection:
        content = connection.execute(wanted).scalar()
    if content is None:
        raise MissingError(f"There is no draft {draft}.")
    return bytes(content)
