"""Workbooks of a hospital are replaced: a unit's by its manager, the pool's and what all share by the office."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from optimizer.store.audit.notes import guarded
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import HOSPITAL
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.hospital.hospitals import HospitalFacts, files_within, put_hospital
from optimizer.store.roles import Actor, Permission, check, check_unit

SHARED = "all units"
"""Whose the workbook of the pool is, and the one with the money of all and with who may float where."""


@guarded
def revise_hospital(
    database: Database, actor: Actor, hospital: int, name: str, changed: Mapping[str, bytes], told: HospitalFacts,
    currency: str, budget: int | None,
) -> int:  # fmt: skip
    """Keep a hospital anew with other workbooks in the place of some, by their names, and return its id.

    The one before stays as it was, with its plans. Whose a workbook is, is what it was when the hospital was opened.
    Raise StoreError when there is a newer one of its name, which would lose there what was replaced meanwhile.
    """
    check(actor, Permission.PLAN_HOSPITAL)
    if not changed:
        raise StoreError("No workbook is replaced, so the hospital stays as it is.")
    with database.writing() as connection:
        before = files_within(connection, hospital)
        _expect_newest(connection, hospital)
        if unknown := sorted(changed.keys() - {file.name for file in before}):
            raise MissingError(f"Hospital {hospital} has no workbook {', '.join(unknown)}.")
        for file in before:
            if file.name in changed:
                _check(actor, file.unit)
        files = [file._replace(content=changed.get(file.name, file.content)) for file in before]
        why = f"Replaced {', '.join(sorted(changed))}"
        return put_hospital(connection, actor, name, files, told, why, currency, budget)


def _expect_newest(connection: Connection, hospital: int) -> None:
    """Raise StoreError where a hospital was changed, or opened anew, since."""
    name = select(HOSPITAL.c.name).where(HOSPITAL.c.id == hospital).scalar_subquery()
    newer = select(HOSPITAL.c.id, HOSPITAL.c.who).where(HOSPITAL.c.name == name, HOSPITAL.c.id > hospital)
    if found := connection.execute(newer.order_by(HOSPITAL.c.id.desc())).first():
        said = f"Hospital {found.id} of the same name is newer, by {found.who}"
        raise StoreError(f"{said}; choose it and replace the workbook there, so that nothing gets lost.")


def _check(actor: Actor, unit: str) -> None:
    """Raise ForbiddenError unless somebody may replace the workbook of a unit, or what all share.

    What all share is of every unit, so a manager of some alone does not change it.
    """
    check(actor, Permission.EDIT_DRAFTS if unit else Permission.MOVE_FLOATS)
    check_unit(actor, unit or SHARED)
