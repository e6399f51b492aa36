"""The edits of a draft: its whole history, of which every version of its schedule is the sum."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from optimizer.planning.pair import Plan
from optimizer.store.audit.changes import Changes
from optimizer.store.canonical import now, read_plan, written
from optimizer.store.database.tables import EDIT
from optimizer.store.errors import StoreError
from optimizer.store.roles import Actor


class EditKind(StrEnum):
    """How an edit came about."""

    OPEN = "open"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """What one version of a draft took out and put in; ``of`` is the version that it undoes or does again."""

    version: int
    kind: EditKind
    of: int | None
    at: str
    who: str
    why: str
    minus: Plan
    plus: Plan


class ConflictError(StoreError):
    """Raised when a draft has moved on; ``theirs`` are the edits that the other does not know of."""

    def __init__(self, theirs: tuple[Edit, ...]) -> None:
        self.theirs = theirs
        since = "; ".join(f"version {edit.version} by {edit.who}: {edit.why}" for edit in theirs)
        super().__init__(f"The draft was changed in the meantime, and nothing of this edit is kept: {since}.")


def edits_of(connection: Connection, draft: int, *, after: int = 0, until: int | None = None) -> tuple[Edit, ...]:
    """Return the edits of a draft after a version and until another, the oldest first."""
    wanted = select(EDIT).where(EDIT.c.draft == draft, EDIT.c.version > after).order_by(EDIT.c.version)
    if until is not None:
        wanted = wanted.where(EDIT.c.version <= until)
    return tuple(_edit(row) for row in connection.execute(wanted).mappings())


def plan_of(edits: Iterable[Edit]) -> Plan:
    """Return the schedule that edits come to."""
    plan: set[Any] = set()
    for edit in edits:
        plan -= edit.minus
        plan |= edit.plus
    return frozenset(plan)


def append(
    changes: Changes, actor: Actor, draft: int, version: int, kind: EditKind, minus: Plan, plus: Plan, why: str,
    of: int | None = None,
) -> None:  # fmt: skip
    """Add an edit, and tell the audit of it and of all that was written before."""
    row = {
        "draft": draft,
        "version": version,
        "kind": kind.value,
        "of": of,
        "at": now(),
        "who": actor.id,
        "why": why,
        "minus": written(minus),
        "plus": written(plus),
    }
    changes.add(EDIT, row)
    changes.tell(actor, kind.value, f"draft {draft}", {"version": version})


def _edit(row: Mapping[Any, Any]) -> Edit:
    return Edit(
        row["version"], EditKind(row["kind"]), row["of"], row["at"], row["who"], row["why"],
        read_plan(row["minus"]), read_plan(row["plus"]),
    )  # fmt: skip
