"""What the commands of the store share: who asks, where the store is, and how it refuses."""

import functools
from collections.abc import Callable
from typing import Any

import click

from optimizer.cli.terminal import refuse
from optimizer.store.database import Database, database
from optimizer.store.errors import StoreError
from optimizer.store.roles import Actor, Role
from optimizer.store.upgrade import require_newest

VARIABLE = "OPTIMIZER_ACTOR"
LOCAL = Actor("local", Role.MANAGER)
"""Who asks when nobody is named: whoever sits at this machine."""


def stored(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option --as, as one ``actor``, and tell what the store refuses as a fault."""

    @click.option("--as", "named", envvar=VARIABLE, metavar="ROLE:ID", help="Who asks; a manager if not given.")
    @functools.wraps(command)
    def with_actor(*, named: str | None, **others: Any) -> None:
        as_json = bool(others.get("as_json"))
        try:
            command(actor=_actor(named), **others)
        except StoreError as error:
            refuse([str(error)], as_json)

    return with_actor


def open_store() -> Database:
    """Return the store that is in use, which has the newest tables."""
    return require_newest(database())


def _actor(named: str | None) -> Actor:
    if not named:
        return LOCAL
    role, _, name = named.partition(":")
    if role not in [*Role] or not name:
        raise StoreError(f"'{named}' names nobody; write a role ({', '.join(Role)}), a colon and an id.")
    return Actor(name, Role(role), name if role == Role.STAFF else None)
