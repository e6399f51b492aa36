"""The files that a draft was made from: somebody's own rosters and lists, as they were, and what was said of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_patients, note_pay
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import ATTACHMENT, WORKBOOK
from optimizer.store.kinds import check_plan, is_of_patients
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.workbooks import keep


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it was, with its name."""

    name: str
    content: bytes


def attach(changes: Changes, draft: int, files: Iterable[Attachment]) -> None:
    """Keep files with a draft that is being opened, in their order."""
    for number, file in enumerate(files, start=1):
        kept = keep(changes, file.content)
        changes.add(ATTACHMENT, {"draft": draft, "number": number, "name": file.name, "workbook": kept})


@guarded
def attachments_of(database: Database, actor: Actor, draft: int) -> tuple[Attachment, ...]:
    """Return the files that a draft was made from, byte for byte; none for one that was opened on our own workbook.

    What stands in them is anybody's guess, so they are taken to tell pay.
    """
    check(actor, Permission.READ_PAY)
    wanted = select(ATTACHMENT.c.name, WORKBOOK.c.bytes).join(WORKBOOK, WORKBOOK.c.id == ATTACHMENT.c.workbook)
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        rows = connection.execute(wanted.where(ATTACHMENT.c.draft == draft).order_by(ATTACHMENT.c.number)).all()
        patients = is_of_patients(connection, draft)
    if rows:
        note_pay(database, actor, draft)
    if rows and patients:
        note_patients(database, actor, draft)
    return tuple(Attachment(name, bytes(content)) for name, content in rows)


@guarded
def attached_names(database: Database, actor: Actor, draft: int) -> tuple[str, ...]:
    """Return what the files are called that a draft was made from."""
    wanted = select(ATTACHMENT.c.name).where(ATTACHMENT.c.draft == draft).order_by(ATTACHMENT.c.number)
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        return tuple(connection.execute(wanted).scalars())
