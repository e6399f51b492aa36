"""Lets somebody see what was read for many at once, as a page does: it asks for the permission and tells the audit.

A page asks with every click, so the database is only asked when the audit is to be told again.
"""

from optimizer.store.audit.notes import (
    DOWNLOADED,
    READ_PATIENTS,
    READ_PAY,
    guarded,
    note,
    note_patients,
    note_pay,
    was_told,
)
from optimizer.store.database.connection import Database
from optimizer.store.kinds import PLANS, DraftKind, check_reading, require_caseloads
from optimizer.store.roles import Actor, Permission, check


@guarded
def see_patients(database: Database, actor: Actor, draft: int) -> None:
    """Let somebody see the patients of a draft of caseloads. Raise ForbiddenError unless they may."""
    check(actor, *PLANS[DraftKind.CASELOADS])
    if was_told(database, actor.id, READ_PATIENTS, f"draft {draft}"):
        return
    with database.reading() as connection:
        require_caseloads(connection, draft)
    note_patients(database, actor, draft)


@guarded
def see_pay(database: Database, actor: Actor, draft: int) -> None:
    """Let somebody see what everyone of a draft is paid. Raise ForbiddenError unless they may."""
    check(actor, Permission.READ_PAY)
    if was_told(database, actor.id, READ_PAY, f"draft {draft}"):
        return
    with database.reading() as connection:
        check_reading(connection, actor, draft)
    note_pay(database, actor, draft)


@guarded
def take_along(database: Database, actor: Actor, draft: int | None, what: str) -> None:
    """Tell the audit that somebody takes a file along, of a draft or, without one, of the whole store.

    What is in it is asked for apart. ``what`` is the kind of file in a word or two of ours, never what somebody typed.
    """
    check(actor, Permission.READ_PUBLISHED)
    note(database, actor, DOWNLOADED, "database" if draft is None else f"draft {draft}", {"file": what})
