"""What the commands of the store share: who asks, where the store is, and how it refuses."""

import functools
from collections.abc import Callable
from typing import Any

import click

from optimizer.cli.terminal import refuse
from optimizer.store.database import Database, database
from optimizer.store.errors import StoreError
from optimizer.store.roles import LOCAL, VARIABLE, named
from optimizer.store.upgrade import require_newest


def stored(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option --as, as one ``actor``, and tell what the store refuses as a fault."""

    @click.option("--as", "words", envvar=VARIABLE, metavar="ROLE:ID", help="Who asks; a manager if not given.")
    @functools.wraps(command)
    def with_actor(*, words: str | None, **others: Any) -> None:
        as_json = bool(others.get("as_json"))
        try:
            command(actor=named(words) if words else LOCAL, **others)
        except StoreError as error:
            refuse([str(error)], as_json)

    return with_actor


def open_store() -> Database:
    """Return the store that is in use, which has the newest tables."""
    return require_newest(database())
