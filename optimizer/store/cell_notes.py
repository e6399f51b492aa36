"""What managers write at a day of somebody: for those who read drafts alone, so never told to staff or published.

The workbook may have notes too, so that one that was taken out is remembered as "". The audit tells that there was one,
and seals it; what it says stands in the table alone.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import CELL_NOTE
from optimizer.store.drafts import require_draft
from optimizer.store.errors import StoreError
from optimizer.store.kinds import check_editing, check_reading, require_schedule
from optimizer.store.roles import Actor

LONGEST = 300
"""How many letters a note may have."""


@guarded
def set_cell_note(database: Database, actor: Actor, draft: int, cell: tuple[str, date], note: str) -> None:
    """Write a note at a cell of a draft, a person's id and a day, in place of the one that is there; "" for none."""
    said = note.strip()
    if len(said) > LONGEST:
        raise StoreError(f"A note has at most {LONGEST} letters; this one has {len(said)}.")
    staff, day = cell[0], cell[1].isoformat()
    with database.writing() as connection:
        check_editing(connection, actor, draft)
        require_draft(connection, draft)
        require_schedule(connection, draft)
        wanted = select(CELL_NOTE.c.note).where(
            CELL_NOTE.c.draft == draft, CELL_NOTE.c.staff == staff, CELL_NOTE.c.day == day
        )
        there = connection.execute(wanted).scalar()
        if there == said:
            return
        row = {"draft": draft, "staff": staff, "day": day, "note": said, "at": now(), "who": actor.id}
        changes = Changes(connection)
        changes.add(CELL_NOTE, row) if there is None else changes.change(CELL_NOTE, row)
        changes.tell(actor, "cell note", f"draft {draft}", {"written": bool(said)})


@guarded
def cell_notes_of(database: Database, actor: Actor, draft: int) -> Mapping[tuple[str, date], str]:
    """Return the notes that were written here at the cells of a draft, "" where one was taken out."""
    wanted = select(CELL_NOTE).where(CELL_NOTE.c.draft == draft)
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        require_draft(connection, draft)
        rows = connection.execute(wanted).mappings().all()
    return {(row["staff"], date.fromisoformat(row["day"])): row["note"] for row in rows}
