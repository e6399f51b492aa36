"""Verifies what the audit told before every row was sealed: digests of edits, revisions and publications."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Table

from optimizer.store.audit import audit
from optimizer.store.audit.sealing import key_of
from optimizer.store.audit.tampering import Tampering
from optimizer.store.canonical import digest
from optimizer.store.database.raw import StoredRow
from optimizer.store.database.tables import EDIT, PUBLICATION, REVISION, WORKBOOK

ACTIONS: Mapping[Table, frozenset[str]] = {
    EDIT: frozenset({"open", "edit", "undo", "redo"}),
    REVISION: frozenset({"revise"}),
    PUBLICATION: frozenset({"publish"}),
}
NUMBERS = {EDIT: ("version", "version"), REVISION: ("revision", "revision"), PUBLICATION: ("number", "number")}
"""The detail with a row's number, and the word for it in the row's key."""


def belied_before(
    rows: Sequence[StoredRow], tables: Mapping[Table, Sequence[StoredRow]], salt: str
) -> Iterator[Tampering]:  # fmt: skip
    """Yield every row from before all were sealed that was changed, or that the audit did not know even then."""
    begun = next((place for place, row in enumerate(rows) if audit.seals(row)), len(rows))
    sealed = audit.seals(rows[begun]) if begun < len(rows) else {}
    workbooks = {row["id"]: row["sha256"] for row in tables[WORKBOOK]}
    for table in ACTIONS:
        told = _told(table, rows[:begun])
        for row in tables[table]:
            key = key_of(salt, table, row)
            if key in told and told[key] != digest(_as_then(table, row, workbooks)):
                yield Tampering(table.name, key, "was changed")
            elif key not in told and key in sealed.get(table.name, {}):
                yield Tampering(table.name, key, "is not in the audit")
        yield from _missing(table, told, {key_of(salt, table, row) for row in tables[table]})


def _told(table: Table, rows: Sequence[StoredRow]) -> Mapping[str, str]:
    detail, word = NUMBERS[table]
    found = ((row["subject"], audit.details(row) or {}) for row in rows if row["action"] in ACTIONS[table])
    return {f"{subject}, {word} {told.get(detail)}": str(told.get("sha256")) for subject, told in found}


def _as_then(table: Table, row: StoredRow, workbooks: Mapping[int, str]) -> StoredRow:
    """Return what the digest of a row was made of; the workbook's digest went into it where a row has a workbook."""
    return row if table is EDIT else {**row, "sha256": workbooks.get(row["workbook"])}


def _missing(table: Table, told: Mapping[str, str], there: set[str]) -> Iterator[Tampering]:
    for key in told.keys() - there:
        yield Tampering(table.name, key, "is missing")
