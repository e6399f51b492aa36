"""The store itself, and the audit of what was done in it: db, audit."""

import sys
from pathlib import Path

import click

from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts
from optimizer.store.audit.seeing import take_along
from optimizer.store.audit.tampering import Tampering
from optimizer.store.audit.trail import export as all_rows
from optimizer.store.audit.trail import head_in, head_of, with_head
from optimizer.store.audit.verify import verify as find_tampering
from optimizer.store.database.backup import backup as back_up
from optimizer.store.database.backup import restore as get_back
from optimizer.store.database.connection import database
from optimizer.store.database.upgrade import upgrade as bring_up
from optimizer.store.roles import Actor

TAMPERED = 1

backup_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.group()
def db() -> None:
    """Look after the store of drafts: OPTIMIZER_DB, a path or URL, or else a file in your data folder."""


@db.command()
@as_json
@stored
def init(actor: Actor, as_json: bool) -> None:
    """Make the tables; a store that is there already stays as it is."""
    _bring_up(actor, as_json)


@db.command()
@as_json
@stored
def upgrade(actor: Actor, as_json: bool) -> None:
    """Bring the tables to the version of this program. All data stays."""
    _bring_up(actor, as_json)


@db.command()
@backup_file
@as_json
@stored
def backup(actor: Actor, file: Path, as_json: bool) -> None:
    """Copy the store, while it is in use, into a new FILE; one that ends in .jsonl fits every database."""
    back_up(open_store(), actor, file)
    print_facts({"written": str(file)}, [("Written", str(file))], as_json)


@db.command()
@backup_file
@as_json
@stored
def restore(actor: Actor, file: Path, as_json: bool) -> None:
    """Fill an empty database with a backup, and verify what is then in it."""
    store = database()
    get_back(store, actor, file)
    _tell(find_tampering(store, actor), [("Restored", str(file))], as_json)


@click.group()
def audit() -> None:
    """Look into who did what, and whether anything was changed behind the store's back."""


@audit.command()
@click.option("--head", metavar="HASH[:COUNT]", help="A head that you kept: its row must still be there.")
@as_json
@stored
def verify(actor: Actor, head: str | None, as_json: bool) -> None:
    """Find rows of any table that were changed, taken out or put in. Exit code 1 when there are any.

    It tells the audit's head, HASH:COUNT: the hash of the newest row, into which all rows before go, and how many there
    are. Whoever can write to the database can cut rows off the audit's end together with what they tell of, or write
    the whole chain anew, and neither shows in the chain itself. So keep the head where they cannot write, such as in
    a letter or another system, and give it with --head later: rows may have been added since, but none of those that
    it stands for can have been changed.
    """
    store = open_store()
    kept = head_in(head) if head else None
    now = head_of(store, actor)
    found = find_tampering(store, actor, kept)
    _tell(found, [("Audit rows", str(now.rows if now else 0)), ("Head", str(now or "none"))], as_json)


@audit.command()
@stored
def export(actor: Actor) -> None:
    """Print every row of the audit as a line of JSON, and after them its head, by which it can be known again."""
    store = open_store()
    take_along(store, actor, None, "audit")
    for line in with_head(all_rows(store, actor)):
        click.echo(line)


def _bring_up(actor: Actor, as_json: bool) -> None:
    store = database()
    before, after = bring_up(store, actor)
    where = store.engine.url.render_as_string()
    told = "made" if before is None else f"brought from version {before}" if before != after else "already there"
    facts = [("Store", where), ("Version", after), ("Tables", told)]
    print_facts({"store": where, "before": before, "version": after}, facts, as_json)


def _tell(found: tuple[Tampering, ...], facts: list[tuple[str, str]], as_json: bool) -> None:
    values = {name.casefold().replace(" ", "_"): value for name, value in facts}
    told = [*facts, ("Tampered", "\n".join(["", *(f"  {each}" for each in found)]) if found else "nothing")]
    print_facts({**values, "tampered": [str(each) for each in found]}, told, as_json)
    sys.exit(TAMPERED if found else 0)
