"""Writes rows and tells the audit of them, each sealed: what is written otherwise is found as tampering."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table

from optimizer.store.audit import audit
from optimizer.store.audit.sealing import HIDDEN, KEYS, key_of, salt_of, seal_of
from optimizer.store.roles import Actor


class Changes:
    """What one transaction writes; the audit is told once all of it is written."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._salt = salt_of(connection)
        self._rows: dict[str, dict[str, str | None]] = defaultdict(dict)

    def add(self, table: Table, row: Mapping[str, Any]) -> None:
        """Add a row."""
        self.connection.execute(table.insert().values(**row))
        self.seal(table, row)

    def change(self, table: Table, row: Mapping[str, Any]) -> None:
        """Write a row anew, all of it."""
        self.connection.execute(table.update().where(*_here(table, row)).values(**row))
        self.seal(table, row)

    def take_out(self, table: Table, key: Mapping[str, Any]) -> None:
        """Take a row out; the key has the columns that name it."""
        self.connection.execute(table.delete().where(*_here(table, key)))
        self._rows[table.name][key_of(self._salt, table, key)] = None

    def seal(self, table: Table, row: Mapping[str, Any]) -> None:
        """Seal a row that is there."""
        self._rows[table.name][key_of(self._salt, table, row)] = seal_of(self._salt, table, row)

    def tell(self, actor: Actor, action: str, subject: str, details: Mapping[str, Any]) -> None:
        """Add the row of the audit that tells who did this, with the seals of what was written."""
        audit.append(self.connection, actor, action, subject, {**details, audit.ROWS: self._rows})


def _here(table: Table, row: Mapping[str, Any]) -> list[Any]:
    return [table.c[column] == row[column] for column in (*KEYS[table], *HIDDEN.get(table, ()))]
