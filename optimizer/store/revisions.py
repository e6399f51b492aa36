"""New versions of the facts that a draft is planned on: a workbook each, with who made it and why.

Revision 1 is the workbook that the draft was opened from; a draft's table of revisions begins with 2.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import DRAFT, REVISION
from optimizer.store.drafts import require_draft
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.facts import put_facts
from optimizer.store.kinds import check_editing, check_plan, check_reading
from optimizer.store.roles import Actor
from optimizer.store.workbooks import OPENED_WITH, keep, newest_revision, workbook_id


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a draft's facts."""

    number: int
    at: str
    who: str
    why: str


class RevisionConflictError(StoreError):
    """Raised when somebody else revised the facts; ``theirs`` are the revisions that the other does not know of."""

    def __init__(self, theirs: tuple[Revision, ...]) -> None:
        self.theirs = theirs
        since = "; ".join(f"revision {each.number} by {each.who}: {each.why}" for each in theirs)
        super().__init__(f"The facts were changed in the meantime, and nothing of this change is kept: {since}.")


@guarded
def revise(
    database: Database, actor: Actor, draft: int, expected: int, content: bytes, why: str, facts: object = None
) -> int:
    """Keep new facts made from a revision and return the revision they make; the newest when they change nothing.

    ``facts`` is all that was read of the workbook ``content``; None leaves it to be read when the draft is opened.

    Raise RevisionConflictError, and keep nothing, when that revision is not the newest any more.
    """
    if not why.strip():
        raise StoreError("A change of the facts needs a reason.")
    with database.writing() as connection:
        check_editing(connection, actor, draft)
        expect_revision(connection, draft, expected)
        changes = Changes(connection)
        workbook = keep(changes, content)
        if workbook == workbook_id(connection, draft):
            return expected
        row = {"draft": draft, "number": expected + 1, "workbook": workbook}
        changes.add(REVISION, {**row, "at": now(), "who": actor.id, "why": why.strip()})
        if facts is not None:
            put_facts(changes, workbook, facts)
        changes.tell(actor, "revise", f"draft {draft}", {"revision": expected + 1})
    return expected + 1


@guarded
def revision_of(database: Database, actor: Actor, draft: int) -> int:
    """Return the newest revision of a draft's facts."""
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        require_draft(connection, draft)
        return newest_revision(connection, draft)


@guarded
def revisions(database: Database, actor: Actor, draft: int) -> tuple[Revision, ...]:
    """Return every revision of a draft's facts, the oldest first; the reasons of caseloads may speak of patients."""
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        require_draft(connection, draft)
        return (_opened(connection, draft), *_after(connection, draft, OPENED_WITH))


def expect_revision(connection: Connection, draft: int, expected: int) -> None:
    """Raise RevisionConflictError, which tells what changed, unless a revision is the newest of a draft's facts."""
    require_draft(connection, draft)
    newest = newest_revision(connection, draft)
    if expected < newest:
        raise RevisionConflictError(_after(connection, draft, expected))
    if expected > newest:
        raise MissingError(f"Draft {draft} has no revision {expected} of its facts; the newest is {newest}.")


def _after(connection: Connection, draft: int, number: int) -> tuple[Revision, ...]:
    columns = (REVISION.c.number, REVISION.c.at, REVISION.c.who, REVISION.c.why)
    wanted = select(*columns).where(REVISION.c.draft == draft, REVISION.c.number > number).order_by(REVISION.c.number)
    return tuple(Revision(**row) for row in connection.execute(wanted).mappings())


def _opened(connection: Connection, draft: int) -> Revision:
    at, who = connection.execute(select(DRAFT.c.opened_at, DRAFT.c.opened_by).where(DRAFT.c.id == draft)).one()
    return Revision(OPENED_WITH, at, who, "Opened from a workbook")
