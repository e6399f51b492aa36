"""Somebody of the float pool is sent to a unit, and taken out of another, in the drafts of both at once or in none."""

from collections.abc import Sequence
from typing import NamedTuple

from optimizer.planning.pair import Plan
from optimizer.store.audit.notes import guarded
from optimizer.store.database.connection import Database
from optimizer.store.drafts import accept_within
from optimizer.store.roles import Actor, Permission, check


class FloatMove(NamedTuple):
    """What changes in one draft, as it is at a version."""

    draft: int
    version: int
    minus: Plan
    plus: Plan


@guarded
def send_float(database: Database, actor: Actor, moves: Sequence[FloatMove], why: str) -> None:
    """Keep what changes in every draft. Raise ConflictError, and keep nothing, when one of them has moved on."""
    check(actor, Permission.MOVE_FLOATS)
    with database.writing() as connection:
        for draft, version, minus, plus in moves:
            accept_within(connection, actor, draft, version, minus, plus, why)
