"""Drafts: schedules and caseloads in the making, of which every accepted edit is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from optimizer.planning.pair import Pair, Plan
from optimizer.store import edits
from optimizer.store.attachments import Attachment, attach
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_patients
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import DRAFT, EDIT, UNIT
from optimizer.store.edits import ConflictError, Edit, EditKind, edits_of, plan_of
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.facts import put_facts
from optimizer.store.kinds import (
    EDITING,
    DraftKind,
    check_changing,
    check_editing,
    check_plan,
    check_reading,
    is_of_patients,
    readable,
)
from optimizer.store.roles import Actor, check, check_unit
from optimizer.store.undo import to_redo, to_undo
from optimizer.store.workbooks import keep

OPENED = 1
"""The version that a draft begins with."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as a list shows it; ``version`` is its newest."""

    id: int
    unit: str
    name: str
    opened_at: str
    opened_by: str
    version: int
    kind: DraftKind = DraftKind.SCHEDULE


@guarded
def open_draft(
    database: Database, actor: Actor, unit: str, name: str, workbook: bytes, plan: Plan,
    kind: DraftKind = DraftKind.SCHEDULE, facts: object = None, made_from: Iterable[Attachment] = (),
) -> int:  # fmt: skip
    """Open a draft on a workbook and the plan that is in it, and return its id; its version is 1.

    ``unit`` is the name of the unit, of the panel where the draft is of caseloads. ``facts`` is all that was read of
    the workbook; None leaves it to be read when the draft is opened. ``made_from`` are files to keep beside it.
    """
    check(actor, EDITING[kind])
    check_unit(actor, unit)
    with database.writing() as connection:
        changes, draft = Changes(connection), next_id(connection, DRAFT.c.id)
        kept = keep(changes, workbook)
        values = {"id": draft, "unit": _unit(changes, unit), "workbook": kept, "name": name}
        changes.add(DRAFT, {**values, "opened_at": now(), "opened_by": actor.id, "kind": kind.value})
        if facts is not None:
            put_facts(changes, kept, facts)
        attach(changes, draft, made_from)
        edits.append(changes, actor, draft, OPENED, EditKind.OPEN, frozenset(), plan, "Opened from a workbook")
        return draft


@guarded
def drafts(database: Database, actor: Actor) -> tuple[Draft, ...]:
    """Return every draft that may be read, the oldest first."""
    kinds = readable(actor)
    newest = select(EDIT.c.draft, func.max(EDIT.c.version).label("version")).group_by(EDIT.c.draft).subquery()
    columns = (DRAFT.c.id, UNIT.c.name.label("unit"), DRAFT.c.name, DRAFT.c.opened_at, DRAFT.c.opened_by, DRAFT.c.kind)
    wanted = select(*columns, newest.c.version).join(UNIT, UNIT.c.id == DRAFT.c.unit)
    with database.reading() as connection:
        found = connection.execute(wanted.join(newest, newest.c.draft == DRAFT.c.id).order_by(DRAFT.c.id))
        listed = (Draft(**{**row, "kind": DraftKind(row["kind"])}) for row in found.mappings())
        return tuple(draft for draft in listed if draft.kind in kinds)


@guarded
def history(database: Database, actor: Actor, draft: int, after: int = 0) -> tuple[Edit, ...]:
    """Return every edit of a draft after a version, the oldest first."""
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        _newest(connection, draft)
        found = edits_of(connection, draft, after=after)
        patients = is_of_patients(connection, draft)
    if patients:
        note_patients(database, actor, draft)
    return found


@guarded
def version_of(database: Database, actor: Actor, draft: int) -> int:
    """Return the newest version of a draft."""
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        return _newest(connection, draft)


@guarded
def plan_at(database: Database, actor: Actor, draft: int, version: int | None = None) -> Plan:
    """Return the schedule, or who has which patient, of a draft at a version, the newest when none is given."""
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        newest = _newest(connection, draft)
        if version is not None and not OPENED <= version <= newest:
            raise MissingError(f"Draft {draft} has no version {version}; it has 1 to {newest}.")
        plan = plan_of(edits_of(connection, draft, until=version))
        patients = is_of_patients(connection, draft)
    if patients:
        note_patients(database, actor, draft)
    return plan


@guarded
def accept(
    database: Database, actor: Actor, draft: int, expected_version: int, minus: Iterable[Pair], plus: Iterable[Pair],
    why: str,
) -> int:  # fmt: skip
    """Keep an edit made on a version and return the version it makes; durable once this returns.

    Raise ConflictError, and keep nothing, when that version is not the newest any more.
    """
    with database.writing() as connection:
        return accept_within(connection, actor, draft, expected_version, frozenset(minus), frozenset(plus), why)


def accept_within(
    connection: Connection, actor: Actor, draft: int, expected_version: int, minus: Plan, plus: Plan, why: str
) -> int:
    """Keep an edit as ``accept`` does, in a transaction that may hold others."""
    if not why.strip():
        raise StoreError("An edit needs a reason.")
    check_changing(connection, actor, draft, minus | plus)
    expect(connection, draft, expected_version)
    plan = plan_of(edits_of(connection, draft))
    gone, new = (minus & plan) - plus, plus - plan
    if not gone and not new:
        raise StoreError("The edit changes nothing.")
    edits.append(Changes(connection), actor, draft, expected_version + 1, EditKind.EDIT, gone, new, why.strip())
    return expected_version + 1


@guarded
def undo(database: Database, actor: Actor, draft: int, expected_version: int) -> int:
    """Turn round the newest edit that still stands, and return the version that this makes."""
    return _turn(database, actor, draft, expected_version, EditKind.UNDO)


@guarded
def redo(database: Database, actor: Actor, draft: int, expected_version: int) -> int:
    """Do the edit again that was undone last, and return the version that this makes."""
    return _turn(database, actor, draft, expected_version, EditKind.REDO)


def require_draft(connection: Connection, draft: int) -> None:
    """Raise MissingError unless there is such a draft."""
    if connection.execute(select(DRAFT.c.id).where(DRAFT.c.id == draft)).scalar() is None:
        raise MissingError(f"There is no draft {draft}.")


def expect(connection: Connection, draft: int, version: int) -> None:
    """Raise ConflictError, which tells what changed, unless a version is the newest of a draft."""
    newest = _newest(connection, draft)
    if version < newest:
        raise ConflictError(edits_of(connection, draft, after=version))
    if version > newest:
        raise MissingError(f"Draft {draft} has no version {version}; its newest is {newest}.")


def _turn(database: Database, actor: Actor, draft: int, expected_version: int, kind: EditKind) -> int:
    """Append an edit that turns an earlier one round, or does it again."""
    find, back = (to_undo, True) if kind is EditKind.UNDO else (to_redo, False)
    with database.writing() as connection:
        check_editing(connection, actor, draft)
        expect(connection, draft, expected_version)
        target = find(edits_of(connection, draft))
        if target is None:
            raise StoreError(f"There is nothing to {kind.value}.")
        minus, plus = (target.plus, target.minus) if back else (target.minus, target.plus)
        why = f"{kind.value.capitalize()} of version {target.version}"
        edits.append(Changes(connection), actor, draft, expected_version + 1, kind, minus, plus, why, target.version)
    return expected_version + 1


def _newest(connection: Connection, draft: int) -> int:
    newest = connection.execute(select(func.max(EDIT.c.version)).where(EDIT.c.draft == draft)).scalar()
    if newest is None:
        raise MissingError(f"There is no draft {draft}.")
    return int(newest)


def _unit(changes: Changes, name: str) -> int:
    known = changes.connection.execute(select(UNIT.c.id).where(UNIT.c.name == name)).scalar()
    if known is not None:
        return int(known)
    number = next_id(changes.connection, UNIT.c.id)
    changes.add(UNIT, {"id": number, "name": name})
    return number
