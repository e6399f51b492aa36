"""The workbooks of drafts, kept as they were: the unit, its policy and its pay."""

import hashlib

from sqlalchemy import Connection, func, select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_patients, note_pay
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import DRAFT, REVISION, WORKBOOK
from optimizer.store.errors import MissingError
from optimizer.store.kinds import check_plan, is_of_patients
from optimizer.store.roles import Actor, Permission, check

OPENED_WITH = 1
"""The revision of a draft's facts that it was opened with."""


def keep(changes: Changes, content: bytes) -> int:
    """Store a workbook unless it is there already, and return its id."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = changes.connection.execute(select(WORKBOOK.c.id).where(WORKBOOK.c.sha256 == sha256)).scalar()
    if known is not None:
        return int(known)
    number = next_id(changes.connection, WORKBOOK.c.id)
    changes.add(WORKBOOK, {"id": number, "sha256": sha256, "bytes": content})
    return number


@guarded
def workbook_of(database: Database, actor: Actor, draft: int, revision: int | None = None) -> bytes:
    """Return the workbook of a draft at a revision, the newest when none is given, byte for byte.

    It tells pay, and that of caseloads single patients.
    """
    check(actor, Permission.READ_PAY)
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        content = _content(connection, draft, revision)
        patients = is_of_patients(connection, draft)
    note_pay(database, actor, draft)
    if patients:
        note_patients(database, actor, draft)
    return content


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
