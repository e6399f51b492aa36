"""Who bore and got what over the periods: ledger."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from optimizer.cli.columns import print_rows
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts, refuse
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.ledger.balance import Balance, balances
from optimizer.store.database.connection import Database
from optimizer.store.errors import MissingError
from optimizer.store.publications import Publication, ledger_at, own_ledger, posting_at, publications
from optimizer.store.roles import Actor
from optimizer.summary.facts import Facts
from optimizer.summary.unit.ledger import HEADERS, ledger_facts, ledger_json, ledger_rows, posted_ledger_facts


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--unit", help="In place of a file: a unit of the store, up to what it published last.")
@as_json
@stored
def ledger(actor: Actor, file: Path | None, unit: str | None, as_json: bool) -> None:
    """Tell what everyone had of nights, weekends and holidays over earlier periods, against the unit's mean."""
    if file and not unit:
        _tell_file(file, as_json)
    elif unit and not file:
        _tell_unit(open_store(), actor, unit, as_json)
    else:
        refuse(["Name either a workbook or, with --unit, a unit of the store."], as_json)


def _tell_file(file: Path, as_json: bool) -> None:
    unit = contents_of(file, as_json).unit
    if not unit.ledger:
        refuse([f"{file} has no ledger; 'optimizer next' enters a period into it."], as_json)
    _tell(unit.names, balances(unit), ledger_facts(unit), as_json)


def _tell_unit(store: Database, actor: Actor, unit: str, as_json: bool) -> None:
    last = _last_of(publications(store, actor), unit)
    posting = posting_at(store, actor, last.draft)
    found: tuple[Balance, ...]
    if actor.staff_id is None:
        found = ledger_at(store, actor, last.draft)
    else:
        own = own_ledger(store, actor, last.draft)
        found = (own,) if own else ()
    _tell(posting.names, found, posted_ledger_facts(posting, last), as_json)


def _last_of(found: Iterable[Publication], unit: str) -> Publication:
    """Return the last publication of the newest draft that a unit has published."""
    theirs = [each for each in found if each.unit == unit]
    if not theirs:
        raise MissingError(f"The unit '{unit}' has published nothing.")
    return max(theirs, key=lambda each: (each.draft, each.number))


def _tell(names: Mapping[str, str], found: tuple[Balance, ...], facts: Facts, as_json: bool) -> None:
    print_facts({"people": ledger_json(names, found)}, facts, as_json)
    if not as_json:
        click.echo()
        print_rows(HEADERS, ledger_rows(names, found))
