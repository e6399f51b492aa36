"""The patients of a draft who stay with the case manager whom they have: what a search leaves as it is."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from optimizer.store import audit
from optimizer.store.canonical import digest, now
from optimizer.store.database import Database
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import check_editing, check_reading, require_caseloads
from optimizer.store.roles import Actor
from optimizer.store.tables import PATIENT_LOCK


def lock_patient(database: Database, actor: Actor, draft: int, patient: str, on: bool) -> None:
    """Lock a patient of a draft, or open the lock, also one of the workbook; what is said already stays so."""
    with database.writing() as connection:
        require_draft(connection, draft)
        check_editing(connection, actor, draft)
        require_caseloads(connection, draft)
        said = _said(connection, draft)
        if said.get(patient) is on:
            return
        key = {"draft": draft, "patient": patient}
        values = {"locked": on, "at": now(), "who": actor.id}
        if patient in said:
            row = (PATIENT_LOCK.c.draft == draft, PATIENT_LOCK.c.patient == patient)
            connection.execute(PATIENT_LOCK.update().where(*row).values(**values))
        else:
            connection.execute(PATIENT_LOCK.insert().values(**key, **values))
        details = {"patients": 1, "sha256": digest(key)}
        audit.append(connection, actor, "lock" if on else "unlock", f"draft {draft}", details)


def patient_locks_of(database: Database, actor: Actor, draft: int) -> Mapping[str, bool]:
    """Return who is locked or open by what was said here; of all others the workbook tells."""
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        require_draft(connection, draft)
        return _said(connection, draft)


def _said(connection: Connection, draft: int) -> Mapping[str, bool]:
    found = connection.execute(
        select(PATIENT_LOCK.c.patient, PATIENT_LOCK.c.locked).where(PATIENT_LOCK.c.draft == draft)
    )
    return {patient: bool(locked) for patient, locked in found}
