"""What is locked in a draft, which a search leaves as it is: cells of a schedule, or patients of caseloads.

A cell is locked or it is not. A patient may be locked by the workbook too, so that opening one is remembered as well.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Table, select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_patients
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import LOCK, PATIENT_LOCK
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import check_editing, check_plan, check_reading, require_caseloads, require_schedule
from optimizer.store.roles import Actor

LockKey = tuple[str, ...]
"""The values of the columns that name what is locked."""


@dataclass(frozen=True, slots=True)
class _Lockable:
    """What can be locked: its table, the columns that name one, what many are called, and the kind of draft it takes.

    ``remembers`` where opening is a word of its own, in the column ``locked``.
    """

    table: Table
    columns: tuple[str, ...]
    many: str
    require: Callable[[Connection, int], None]
    remembers: bool = False


_CELLS = _Lockable(LOCK, ("staff", "day"), "cells", require_schedule)
_PATIENTS = _Lockable(PATIENT_LOCK, ("patient",), "patients", require_caseloads, remembers=True)


@guarded
def set_locks(database: Database, actor: Actor, draft: int, cells: Iterable[tuple[str, date]], on: bool) -> None:
    """Lock cells of a draft, each a person's id and a day, or open them again; what is so already stays so."""
    with database.writing() as connection:
        _set(connection, actor, draft, _CELLS, [(staff, day.isoformat()) for staff, day in cells], on)


@guarded
def locks_of(database: Database, actor: Actor, draft: int) -> frozenset[tuple[str, date]]:
    """Return the locked cells of a draft, each a person's id and a day."""
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        require_draft(connection, draft)
        return frozenset((staff, date.fromisoformat(day)) for staff, day in _said(connection, draft, _CELLS))


@guarded
def lock_patient(database: Database, actor: Actor, draft: int, patient: str, on: bool) -> None:
    """Lock a patient of a draft, or open the lock, also one of the workbook; what is said already stays so."""
    with database.writing() as connection:
        _set(connection, actor, draft, _PATIENTS, [(patient,)], on)


@guarded
def patient_locks_of(database: Database, actor: Actor, draft: int) -> Mapping[str, bool]:
    """Return who is locked or open by what was said here; of all others the workbook tells."""
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        require_draft(connection, draft)
        require_caseloads(connection, draft)
        found = {patient: on for (patient,), on in _said(connection, draft, _PATIENTS).items()}
    note_patients(database, actor, draft)
    return found


def _set(connection: Connection, actor: Actor, draft: int, what: _Lockable, keys: Iterable[LockKey], on: bool) -> None:
    """Say of some that they are locked, or open, and tell the audit of those of whom that was not said yet."""
    check_editing(connection, actor, draft)
    require_draft(connection, draft)
    what.require(connection, draft)
    said = _said(connection, draft, what)
    changed = [key for key in sorted({*keys}) if said.get(key, None if what.remembers else False) is not on]
    if not changed:
        return
    changes = Changes(connection)
    for key in changed:
        _write(changes, what, {"draft": draft, **dict(zip(what.columns, key, strict=True))}, actor, on, key in said)
    changes.tell(actor, "lock" if on else "unlock", f"draft {draft}", {what.many: len(changed)})


def _write(
    changes: Changes, what: _Lockable, key: Mapping[str, int | str], actor: Actor, on: bool, there: bool
) -> None:
    """Write one row, write it anew where it is there, or take it out where opening is not remembered."""
    if not on and not what.remembers:
        changes.take_out(what.table, key)
        return
    row = {**key, **({"locked": on} if what.remembers else {}), "at": now(), "who": actor.id}
    changes.change(what.table, row) if there else changes.add(what.table, row)


def _said(connection: Connection, draft: int, what: _Lockable) -> Mapping[LockKey, bool]:
    """Return what was said of whom: locked, or open where that is remembered."""
    rows = connection.execute(select(what.table).where(what.table.c.draft == draft)).mappings()
    return {tuple(row[name] for name in what.columns): bool(row.get("locked", True)) for row in rows}
