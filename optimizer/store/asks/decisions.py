"""Decisions on asks: granted as one edit of the schedule, denied with a reason, or put on the waitlist."""

from collections.abc import Iterable

from optimizer.planning.pair import Pair
from optimizer.staffing.asks.ask import AskState
from optimizer.store import edits
from optimizer.store.asks.asks import expect_ask, step
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.database.connection import Database
from optimizer.store.drafts import expect
from optimizer.store.edits import EditKind, edits_of, plan_of
from optimizer.store.errors import StoreError
from optimizer.store.kinds import check_own
from optimizer.store.roles import Actor, Permission, check


@guarded
def require_decidable(database: Database, actor: Actor, ask: int) -> None:
    """Raise StoreError, which tells its state, when an ask is not there to be decided any more."""
    check(actor, Permission.DECIDE_ASKS)
    with database.reading() as connection:
        expect_ask(connection, ask)


@guarded
def grant(
    database: Database, actor: Actor, ask: int, expected_version: int, minus: Iterable[Pair], plus: Iterable[Pair],
    breaks: Iterable[str], why: str = "",
) -> int:  # fmt: skip
    """Approve an ask, edit its schedule with it, and return the version that makes; all of it is kept, or nothing.

    ``breaks`` tells the musts that it breaks; with any it takes a reason, which stays on record. Raise ConflictError
    when the draft has moved on from the version that this was judged on.
    """
    check(actor, Permission.DECIDE_ASKS, Permission.EDIT_DRAFTS)
    if any(breaks) and not why.strip():
        raise StoreError("It breaks a rule that must be kept, so it takes a reason, which stays on record.")
    with database.writing() as connection:
        found, changes = expect_ask(connection, ask), Changes(connection)
        check_own(connection, actor, found.draft)
        expect(connection, found.draft, expected_version)
        plan, new = plan_of(edits_of(connection, found.draft)), frozenset(plus)
        gone, new = (frozenset(minus) & plan) - new, new - plan
        version = expected_version + 1 if gone or new else expected_version
        if version != expected_version:
            said = f"Ask {ask}: {found.kind.value}. {why}".strip()
            edits.append(changes, actor, found.draft, version, EditKind.EDIT, gone, new, said)
            changes = Changes(connection)
        step(changes, actor, found.draft, ask, AskState.APPROVED, why)
    return version


@guarded
def give_back(
    database: Database, actor: Actor, ask: int, expected_version: int, minus: Iterable[Pair]
) -> int:  # fmt: skip
    """Take back an ask that was approved, with the duties that came of it, and return the version that makes.

    Raise ConflictError when the draft has moved on from the version.
    """
    check(actor, Permission.DECIDE_ASKS, Permission.EDIT_DRAFTS)
    with database.writing() as connection:
        found = expect_ask(connection, ask, {AskState.APPROVED})
        check_own(connection, actor, found.draft)
        expect(connection, found.draft, expected_version)
        gone = frozenset(minus) & plan_of(edits_of(connection, found.draft))
        if not gone:
            raise StoreError("It is not in the schedule any more.")
        said, version = f"Ask {ask}: given back", expected_version + 1
        edits.append(Changes(connection), actor, found.draft, version, EditKind.EDIT, gone, frozenset(), said)
        step(Changes(connection), actor, found.draft, ask, AskState.WITHDRAWN)
    return version


@guarded
def deny(database: Database, actor: Actor, ask: int, why: str) -> None:
    """Deny an ask, with a reason that whoever asked is told."""
    if not why.strip():
        raise StoreError("Say why: whoever asked is told.")
    _decide(database, actor, ask, AskState.DENIED, why)


@guarded
def waitlist(database: Database, actor: Actor, ask: int, why: str = "") -> None:
    """Put an ask on the waitlist, from where it can be approved or denied later."""
    _decide(database, actor, ask, AskState.WAITLISTED, why)


def _decide(database: Database, actor: Actor, ask: int, state: AskState, why: str) -> None:
    check(actor, Permission.DECIDE_ASKS)
    with database.writing() as connection:
        found = expect_ask(connection, ask)
        check_own(connection, actor, found.draft)
        step(Changes(connection), actor, found.draft, ask, state, why)
