"""Hospitals that were opened: each is the workbooks of a folder as they were then, and what was told of them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, select

from optimizer.planning.currency import DOLLAR
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import READ_PAY, guarded, note
from optimizer.store.canonical import canonical, now
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import HOSPITAL, HOSPITAL_FILE, WORKBOOK
from optimizer.store.errors import MissingError
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.workbooks import keep

HospitalFacts = Sequence[tuple[str, str]]
"""What a hospital holds, in lines of a title and a sentence, without anybody's pay."""

NAMES = {"budget_cents": "budget"}
"""What columns of the table are called here, where that differs."""


@dataclass(frozen=True, slots=True)
class KeptHospital:
    """A hospital as a list shows it, opened ``at`` a time in UTC by ``who``; ``budget`` is cents for all its units."""

    id: int
    name: str
    at: str
    who: str
    why: str
    currency: str
    budget: int | None
    told: tuple[tuple[str, str], ...]


class HospitalFile(NamedTuple):
    """One workbook of a hospital, with its name in the folder; ``unit`` is whose it is, "" for what all share."""

    name: str
    content: bytes
    unit: str = ""


@guarded
def open_hospital(
    database: Database, actor: Actor, name: str, files: Iterable[HospitalFile], told: HospitalFacts, why: str,
    currency: str = DOLLAR, budget: int | None = None,
) -> int:  # fmt: skip
    """Keep a hospital's workbooks and what is told of them, and return its id."""
    check(actor, Permission.PLAN_HOSPITAL)
    with database.writing() as connection:
        return put_hospital(connection, actor, name, files, told, why, currency, budget)


def put_hospital(
    connection: Connection, actor: Actor, name: str, files: Iterable[HospitalFile], told: HospitalFacts, why: str,
    currency: str, budget: int | None,
) -> int:  # fmt: skip
    """Write a hospital with its workbooks, and return its id."""
    changes, hospital = Changes(connection), next_id(connection, HOSPITAL.c.id)
    kept = {"id": hospital, "name": name, "at": now(), "who": actor.id, "why": why}
    money = {"currency": currency, "budget_cents": budget}
    changes.add(HOSPITAL, {**kept, **money, "told": canonical([*map(list, told)])})
    for number, file in enumerate(files, start=1):
        row = {"hospital": hospital, "number": number, "name": file.name, "unit": file.unit}
        changes.add(HOSPITAL_FILE, {**row, "workbook": keep(changes, file.content)})
    changes.tell(actor, "open hospital", f"hospital {hospital}", {})
    return hospital


@guarded
def hospitals(database: Database, actor: Actor) -> tuple[KeptHospital, ...]:
    """Return every hospital that was opened, the oldest first."""
    check(actor, Permission.PLAN_HOSPITAL)
    with database.reading() as connection:
        columns = [column.label(NAMES.get(column.name, column.name)) for column in HOSPITAL.columns]
        rows = connection.execute(select(*columns).order_by(HOSPITAL.c.id)).mappings().all()
    return tuple(KeptHospital(**{**row, "told": _lines(row["told"])}) for row in rows)


@guarded
def hospital_files(database: Database, actor: Actor, hospital: int) -> tuple[HospitalFile, ...]:
    """Return the workbooks of a hospital, byte for byte. They tell pay."""
    check(actor, Permission.PLAN_HOSPITAL, Permission.READ_PAY)
    with database.reading() as connection:
        found = files_within(connection, hospital)
    note(database, actor, READ_PAY, f"hospital {hospital}", {})
    return found


def files_within(connection: Connection, hospital: int) -> tuple[HospitalFile, ...]:
    """Return the workbooks of a hospital, in their order."""
    require_hospital(connection, hospital)
    columns = HOSPITAL_FILE.c.name, WORKBOOK.c.bytes, HOSPITAL_FILE.c.unit
    wanted = select(*columns).join(WORKBOOK, WORKBOOK.c.id == HOSPITAL_FILE.c.workbook)
    here = wanted.where(HOSPITAL_FILE.c.hospital == hospital).order_by(HOSPITAL_FILE.c.number)
    return tuple(HospitalFile(name, bytes(content), unit) for name, content, unit in connection.execute(here))


def require_hospital(connection: Connection, hospital: int) -> None:
    """Raise MissingError unless there is such a hospital."""
    if connection.execute(select(HOSPITAL.c.id).where(HOSPITAL.c.id == hospital)).scalar() is None:
        raise MissingError(f"There is no hospital {hospital}.")


def _lines(told: str) -> tuple[tuple[str, str], ...]:
    return tuple((title, said) for title, said in json.loads(told))
