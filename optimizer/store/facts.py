"""The facts that drafts are planned on, in canonical form, with the workbook that they were read from beside them.

They are kept once for a workbook, whatever drafts, revisions and publications rest on it. Those of a workbook that has
none of this program's form yet, such as one from an older version, are read from it by whoever opens the draft first,
and kept then: the store itself reads no workbooks.
"""

from typing import TypeVar

from sqlalchemy import Connection, select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded, note_patients, note_pay
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import FACTS
from optimizer.store.facts_text import FORM, facts_text, read_facts
from optimizer.store.kinds import check_plan, is_of_patients
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.workbooks import workbook_id

T = TypeVar("T")


@guarded
def facts_of(database: Database, actor: Actor, draft: int, kind: type[T], revision: int | None = None) -> T | None:
    """Return the facts of a draft at a revision, the newest when none is given; None where none are kept yet.

    They tell what their workbook tells: pay, and those of caseloads single patients.
    """
    check(actor, Permission.READ_PAY)
    with database.reading() as connection:
        check_plan(connection, actor, draft)
        found = _content(connection, workbook_id(connection, draft, revision))
        patients = is_of_patients(connection, draft)
    if found is None:
        return None
    note_pay(database, actor, draft)
    if patients:
        note_patients(database, actor, draft)
    return read_facts(found, kind)


@guarded
def keep_facts(database: Database, actor: Actor, draft: int, facts: object, revision: int | None = None) -> None:
    """Keep the facts that were read from the workbook of a draft, unless some of this form are kept already."""
    check(actor, Permission.READ_PAY)
    with database.writing() as connection:
        check_plan(connection, actor, draft)
        changes, workbook = Changes(connection), workbook_id(connection, draft, revision)
        if put_facts(changes, workbook, facts):
            changes.tell(actor, "keep facts", f"draft {draft}", {"workbook": workbook})


def put_facts(changes: Changes, workbook: int, facts: object) -> bool:
    """Put facts beside their workbook, and tell whether that was to be done."""
    if _content(changes.connection, workbook) is not None:
        return False
    there = changes.connection.execute(select(FACTS.c.form).where(FACTS.c.workbook == workbook)).scalar()
    row = {"workbook": workbook, "form": FORM, "content": facts_text(facts)}
    changes.add(FACTS, row) if there is None else changes.change(FACTS, row)
    return True


def _content(connection: Connection, workbook: int) -> str | None:
    """Return the facts of a workbook in this program's form, None when there are none."""
    wanted = select(FACTS.c.content).where(FACTS.c.workbook == workbook, FACTS.c.form == FORM)
    return connection.execute(wanted).scalar()
