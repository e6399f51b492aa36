"""Somebody of the float pool is sent to a unit, and taken out of another, in the drafts of both at once or in none."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from optimizer.planning.pair import Plan
from optimizer.store.audit.notes import guarded
from optimizer.store.database.connection import Database
from optimizer.store.drafts import accept_within
from optimizer.store.edits import ConflictError, edits_of
from optimizer.store.roles import Actor, Permission, check


class FloatMove(NamedTuple):
    """What changes in one draft, as it is at a version."""

    draft: int
    version: int
    minus: Plan
    plus: Plan


@guarded
def send_float(
    database: Database, actor: Actor, moves: Sequence[FloatMove], why: str, judged: Mapping[int, int] | None = None
) -> None:
    """Keep what changes in every draft. Raise ConflictError, and keep nothing, when one of them has moved on.

    ``judged`` are the versions of all drafts by which whoever is sent was free; one of them in which nothing was
    changed since of those who are sent may have moved on.
    """
    check(actor, Permission.MOVE_FLOATS)
    sent = {pair.who for move in moves for pair in move.minus | move.plus}
    with database.writing() as connection:
        for draft, version in (judged or {}).items():
            _expect_free(connection, sent, draft, version)
        for draft, version, minus, plus in moves:
            accept_within(connection, actor, draft, version, minus, plus, why)


def _expect_free(connection: Connection, people: Collection[str], draft: int, version: int) -> None:
    """Raise ConflictError where something of some people was changed in a draft after a version."""
    since = edits_of(connection, draft, after=version)
    if theirs := tuple(edit for edit in since if any(pair.who in people for pair in edit.minus | edit.plus)):
        raise ConflictError(theirs)
