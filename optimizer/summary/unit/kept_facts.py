"""The facts of a draft, as the store keeps them or, where it has none yet, as its workbook holds them."""

from collections.abc import Callable
from typing import TypeVar

from optimizer.store.database.connection import Database
from optimizer.store.facts import facts_of, keep_facts
from optimizer.store.roles import Actor
from optimizer.store.workbooks import workbook_of

T = TypeVar("T")


def kept_facts(
    database: Database, actor: Actor, draft: int, kind: type[T], read: Callable[[bytes], T], revision: int | None = None
) -> T:
    """Return the facts of a draft at a revision, the newest when none is given; ``read`` reads them from a workbook.

    That is done once: what was read is kept then.
    """
    kept = facts_of(database, actor, draft, kind, revision)
    if kept is None:
        kept = read(workbook_of(database, actor, draft, revision))
        keep_facts(database, actor, draft, kept, revision)
    return kept
