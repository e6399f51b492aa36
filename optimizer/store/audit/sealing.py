"""Seals every row of every table: what the audit keeps of a row tells nothing of it, and changes with any part."""

from collections.abc import Mapping
from secrets import token_hex
from typing import Any

from sqlalchemy import Boolean, Connection, Table, select

from optimizer.store.canonical import of_bytes, salted
from optimizer.store.database.tables import (
    ANSWER,
    ASK,
    ASK_STEP,
    ATTACHMENT,
    CALENDAR_ADDRESS,
    CELL_NOTE,
    CONTACT,
    DRAFT,
    EDIT,
    FACTS,
    HOSPITAL,
    HOSPITAL_FILE,
    HOSPITAL_PLAN,
    LOCK,
    PART_RULES,
    PATIENT_LOCK,
    PUBLICATION,
    REVISION,
    RUN,
    SALT,
    TOLD,
    UNIT,
    WORKBOOK,
)

KEYS: Mapping[Table, Mapping[str, str]] = {
    SALT: {"id": ""},
    WORKBOOK: {"id": ""},
    FACTS: {"workbook": ""},
    UNIT: {"id": ""},
    DRAFT: {"id": ""},
    EDIT: {"draft": "draft", "version": "version"},
    RUN: {"id": ""},
    PUBLICATION: {"draft": "draft", "number": "number"},
    REVISION: {"draft": "draft", "number": "revision"},
    ATTACHMENT: {"draft": "draft", "number": "attachment"},
    ANSWER: {"draft": "draft", "number": "answer"},
    HOSPITAL: {"id": ""},
    HOSPITAL_FILE: {"hospital": "hospital", "number": "file"},
    HOSPITAL_PLAN: {"hospital": "hospital", "number": "plan"},
    LOCK: {"draft": "draft"},
    CELL_NOTE: {"draft": "draft"},
    PATIENT_LOCK: {"draft": "draft"},
    ASK: {"id": ""},
    ASK_STEP: {"ask": "ask", "number": "step"},
    PART_RULES: {"draft": ""},
    TOLD: {"draft": "draft"},
    CONTACT: {},
    CALENDAR_ADDRESS: {"id": ""},
}
"""The tables whose rows are sealed, all but the audit itself, and the columns that name a row, each with its word."""
HIDDEN: Mapping[Table, tuple[str, ...]] = {
    LOCK: ("staff", "day"),
    CELL_NOTE: ("staff", "day"),
    PATIENT_LOCK: ("patient",),
    TOLD: ("staff", "news", "how"),
    CONTACT: ("staff",),
}
"""The columns that name a row too, and are somebody's own; a digest stands for them."""
ONLY = 1
"""The id of the one row with the salt."""
LONGEST = 40


def salt_of(connection: Connection) -> str:
    """Return the salt of a store, empty when it was taken out, so that no seal fits any more."""
    return str(connection.execute(select(SALT.c.value).order_by(SALT.c.id)).scalar() or "")


def new_salt() -> dict[str, Any]:
    """Return the row of a salt that nobody can guess."""
    return {"id": ONLY, "value": token_hex(32)}


def condensed(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with digests of bytes in place of bytes; its seal is the same."""
    return {name: of_bytes(value) if isinstance(value, bytes | memoryview) else value for name, value in row.items()}


def seal_of(salt: str, table: Table, row: Mapping[str, Any]) -> str:
    """Return the seal of a row."""
    plain = {column.name: _plain(column.type, row[column.name]) for column in table.columns}
    return salted(salt, {"table": table.name, "row": plain})


def key_of(salt: str, table: Table, row: Mapping[str, Any]) -> str:
    """Return what names a row in its table: "3", or "draft 1, version 2"."""
    words = [f"{word} {_short(row[column])}".lstrip() for column, word in KEYS[table].items()]
    if table in HIDDEN:
        words.append(f"of digest {salted(salt, [row[column] for column in HIDDEN[table]])[:32]}")
    return ", ".join(words)


def _plain(kind: Any, value: Any) -> Any:
    """Return a value as it was written, which SQLite gives back as a number where it was true or false."""
    return bool(value) if isinstance(kind, Boolean) and value in (0, 1) else value


def _short(value: Any) -> str:
    """Return part of a key as it can be printed; only damage makes it anything but a number."""
    return str(value) if isinstance(value, int) else ascii(value)[:LONGEST]
