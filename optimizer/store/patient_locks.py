"""The patients of a draft who stay with the case manager whom they have: what a search leaves as it is."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_patients
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import PATIENT_LOCK
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import check_editing, check_plan, require_caseloads
from optimizer.store.roles import Actor


@guarded
def lock_patient(database: Database, actor: Actor, draft: int, patient: str, on: bool) -> None:
    """Lock a patient of a draft, or open the lock, also one of the workbook; what is said already stays so."""
    with database.writing() as connection:
        require_draft(connection, draft)
        check_editing(connection, actor, draft)
        require_caseloads(connection, draft)
        said = _said(connection, draft)
        if said.get(patient) is on:
            return
        changes = Changes(connection)
        row = {"draft": draft, "patient": patient, "locked": on, "at": now(), "who": actor.id}
        changes.change(PATIENT_LOCK, row) if patient in said else changes.add(PATIENT_LOCK, row)
        changes.tell(actor, "lock" if on else "unlock", f"draft {draft}", {"patients": 1})


@guarded
def patient_locks_of(database: Database, actor: Actor, draft: int) -> Mapping[str, bool]:
    """Return who is locked or open by what was said here; of all others the workbook tells."""
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        require_draft(connection, draft)
        require_caseloads(connection, draft)
        found = _said(connection, draft)
    note_patients(database, actor, draft)
    return found


def _said(connection: Connection, draft: int) -> Mapping[str, bool]:
    found = connection.execute(
        select(PATIENT_LOCK.c.patient, PATIENT_LOCK.c.locked).where(PATIENT_LOCK.c.draft == draft)
    )
    return {patient: bool(locked) for patient, locked in found}
