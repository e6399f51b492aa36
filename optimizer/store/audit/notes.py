"""Notes in the audit what changes nothing: who read patients or pay, took a file along, or was refused.

A page asks again with every click, so one row tells of all that somebody did of a kind with a draft within a while.
"""

import functools
import inspect
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, select

from optimizer.store.audit import audit
from optimizer.store.canonical import canonical, now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import AUDIT, DRAFT
from optimizer.store.errors import ForbiddenError, StoreError
from optimizer.store.roles import Actor

WHILE = timedelta(minutes=15)
"""Within which the same is told once."""
READ_PATIENTS, READ_PAY, REFUSED, DOWNLOADED = "read patients", "read pay", "refuse", "download"

NONE = canonical({})
P = ParamSpec("P")
R = TypeVar("R")
_told: dict[tuple[str, ...], float] = {}
_telling = Lock()


def note(database: Database, actor: Actor, action: str, subject: str, details: Mapping[str, Any]) -> None:
    """Tell the audit what somebody did, unless it was told of the same a while ago."""
    what = (actor.id, action, subject, canonical(details))
    if was_told(database, *what):
        return
    with database.writing() as connection:
        if not _stands(connection, *what):
            audit.append(connection, actor, action, subject, details)
    with _telling:
        _told[str(database.engine.url), *what] = time.monotonic()


def note_patients(database: Database, actor: Actor, draft: int) -> None:
    """Tell the audit who read single patients."""
    note(database, actor, READ_PATIENTS, f"draft {draft}", {})


def note_pay(database: Database, actor: Actor, draft: int) -> None:
    """Tell the audit who read what everyone is paid."""
    note(database, actor, READ_PAY, f"draft {draft}", {})


def guarded(
    function: Callable[Concatenate[Database, Actor, P], R],
) -> Callable[Concatenate[Database, Actor, P], R]:
    """Have a function of the store tell the audit whom it refuses, and of which draft where it asks for one."""
    of_a_draft = "draft" in [*inspect.signature(function).parameters][2:3]

    @functools.wraps(function)
    def asked(database: Database, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(database, actor, *args, **kwargs)
        except ForbiddenError as error:
            draft = kwargs.get("draft", args[0] if args and of_a_draft else None)
            note_refusal(database, actor, str(error.permission), function.__name__, draft)
            raise

    return asked


def note_refusal(database: Database, actor: Actor, permission: str, asked: str, draft: object = None) -> None:
    """Tell the audit whom something was refused; a store that cannot be written to still refuses."""
    try:
        subject = f"draft {draft}" if _is_draft(database, draft) else "database"
        note(database, actor, REFUSED, subject, {"asked": asked, "may not": permission})
    except StoreError:
        return


def _is_draft(database: Database, draft: object) -> bool:
    """Tell whether there is such a draft, so that nobody fills the audit with numbers that they make up."""
    if not isinstance(draft, int) or isinstance(draft, bool):
        return False
    with database.reading() as connection:
        return connection.execute(select(DRAFT.c.id).where(DRAFT.c.id == draft)).scalar() is not None


def was_told(database: Database, who: str, action: str, subject: str, details: str = NONE) -> bool:
    """Tell whether this process told the same a while ago at most, and forget what it told before."""
    key = (str(database.engine.url), who, action, subject, details)
    with _telling:
        old = time.monotonic() - WHILE.total_seconds()
        for known in [known for known, at in _told.items() if at < old]:
            del _told[known]
        return key in _told


def _stands(connection: Connection, who: str, action: str, subject: str, details: str) -> bool:
    same = (AUDIT.c.who == who, AUDIT.c.action == action, AUDIT.c.subject == subject, AUDIT.c.details == details)
    return connection.execute(select(AUDIT.c.id).where(*same, AUDIT.c.at > now(WHILE)).limit(1)).scalar() is not None
