"""The workbooks that drafts were opened from, kept as they were: the unit, its policy and its pay."""

import hashlib

from sqlalchemy import Connection, select

from optimizer.store.database import Database
from optimizer.store.errors import MissingError
from optimizer.store.ids import next_id
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.tables import DRAFT, REVISION, WORKBOOK


def keep(connection: Connection, content: bytes) -> int:
    """Store a workbook unless it is there already, and return its id."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = connection.execute(select(WORKBOOK.c.id).where(WORKBOOK.c.sha256 == sha256)).scalar()
    if known is not None:
        return int(known)
    number = next_id(connection, WORKBOOK.c.id)
    connection.execute(WORKBOOK.insert().values(id=number, sha256=sha256, bytes=content))
    return number


def newest_workbook(connection: Connection, draft: int) -> int:
    """Return the id of the workbook that a draft's facts now stand in."""
    revised = select(REVISION.c.workbook).where(REVISION.c.draft == draft).order_by(REVISION.c.number.desc()).limit(1)
    found = connection.execute(revised).scalar()
    found = found or connection.execute(select(DRAFT.c.workbook).where(DRAFT.c.id == draft)).scalar()
    if found is None:
        raise MissingError(f"There is no draft {draft}.")
    return int(found)


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
    with database.reading() as connection:
        wanted = select(WORKBOOK.c.bytes).where(WORKBOOK.c.id == newest_workbook(connection, draft))
        return bytes(connection.execute(wanted).scalar_one())
