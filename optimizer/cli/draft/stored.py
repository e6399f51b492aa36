"""What the commands of the store share: who asks, where the store is, and how it refuses."""

import functools
from collections.abc import Callable, Mapping
from typing import Any

import click

from optimizer.cli.terminal import refuse
from optimizer.store.database.connection import Database, database
from optimizer.store.database.upgrade import require_newest
from optimizer.store.errors import StoreError
from optimizer.store.roles import LOCAL, VARIABLE, named


def stored(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option --as, as one ``actor``, and tell what the store refuses as a fault."""

    @click.option("--as", "words", envvar=VARIABLE, metavar="ROLE:ID", help="Who asks; a manager if not given.")
    @functools.wraps(command)
    def with_actor(*, words: str | None, **others: Any) -> None:
        as_json = bool(others.get("as_json"))
        _require_text(others, as_json)
        try:
            command(actor=named(words) if words else LOCAL, **others)
        except StoreError as error:
            refuse([str(error)], as_json)

    return with_actor


def _require_text(options: Mapping[str, Any], as_json: bool) -> None:
    """Refuse options whose bytes are no text, which no store could keep."""
    strange = [name for name, value in options.items() if not _is_text(value)]
    if strange:
        refuse([f"What --{name} says is not text in this machine's encoding." for name in strange], as_json)


def _is_text(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_text, value))
    return not isinstance(value, str) or value.encode("utf-8", "replace").decode() == value


def open_store() -> Database:
    """Return the store that is in use, which has the newest tables."""
    return require_newest(database())
