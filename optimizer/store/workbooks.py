"""The workbooks of drafts, kept as they were: the unit, its policy and its pay."""

import hashlib

from sqlalchemy import Connection, func, select

from optimizer.store.database import Database
from optimizer.store.errors import MissingError
from optimizer.store.ids import next_id
from optimizer.store.kinds import check_reading
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.tables import DRAFT, REVISION, WORKBOOK

OPENED_WITH = 1
"""The revision of a draft's facts that it was opened with."""


def keep(connection: Connection, content: bytes) -> int:
    """Store a workbook unless it is there already, and return its id."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = connection.execute(select(WORKBOOK.c.id).where(WORKBOOK.c.sha256 == sha256)).scalar()
    if known is not None:
        return int(known)
    number = next_id(connection, WORKBOOK.c.id)
    connection.execute(WORKBOOK.insert().values(id=number, sha256=sha256, bytes=content))
    return number


def workbook_of(database: Database, actor: Actor, draft: int, revision: int | None = None) -> bytes:
    """Return the workbook of a draft at a revision, the newest when none is given, byte for byte. It tells pay."""
    check(actor, Permission.READ_PAY)
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        return _content(connection, draft, revision)


def workbook_for_totals(database: Database, actor: Actor, draft: int, revision: int | None = None) -> bytes:
    """Return the same workbook to somebody who may see what schedules cost in all.

    Who calls this shows totals only: never one person's pay, nor a cost that one person's pay can be read from. Single
    patients of a panel are shown only to who may see them.
    """
    check(actor, Permission.READ_COSTS)
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        return _content(connection, draft, revision)


def newest_revision(connection: Connection, draft: int) -> int:
    """Return the newest revision of a draft's facts."""
    newest = connection.execute(select(func.max(REVISION.c.number)).where(REVISION.c.draft == draft)).scalar()
    return OPENED_WITH if newest is None else int(newest)


def workbook_id(connection: Connection, draft: int, revision: int | None = None) -> int:
    """Return the id of a draft's workbook at a revision, the newest when none is given."""
    opened_with = connection.execute(select(DRAFT.c.workbook).where(DRAFT.c.id == draft)).scalar()
    if opened_with is None:
        raise MissingError(f"There is no draft {draft}.")
    newest = newest_revision(connection, draft)
    wanted = newest if revision is None else revision
    if not OPENED_WITH <= wanted <= newest:
        raise MissingError(f"Draft {draft} has no revision {wanted} of its facts; it has 1 to {newest}.")
    return int(opened_with) if wanted == OPENED_WITH else _revised(connection, draft, wanted)


def _revised(connection: Connection, draft: int, number: int) -> int:
    row = (REVISION.c.draft == draft, REVISION.c.number == number)
    return int(connection.execute(select(REVISION.c.workbook).where(*row)).scalar_one())


def _content(connection: Connection, draft: int, revision: int | None) -> bytes:
    number = workbook_id(connection, draft, revision)
    return bytes(connection.execute(select(WORKBOOK.c.bytes).where(WORKBOOK.c.id == number)).scalar_one())
