"""New versions of the facts that a draft is planned on: draft revise, draft revisions."""

from dataclasses import asdict
from pathlib import Path

import click

from optimizer.cli.draft.drafted import draft_number
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.store import revisions as store
from optimizer.store.roles import Actor


@click.command()
@draft_number
@workbook
@click.option("--revision", type=click.IntRange(min=1), help="The revision you saw; the newest if not given.")
@click.option("--why", required=True, help="The reason, for those who read the history.")
@as_json
@stored
def revise(actor: Actor, number: int, file: Path, revision: int | None, why: str, as_json: bool) -> None:
    """Plan a draft on the facts of a corrected workbook from now on; its schedule stays as it is."""
    contents = contents_of(file, as_json)
    database = open_store()
    expected = revision or store.revision_of(database, actor, number)
    made = store.revise(database, actor, number, expected, file.read_bytes(), why, contents)
    print_facts({"draft": number, "revision": made}, [("Draft", str(number)), ("Revision", str(made))], as_json)


@click.command()
@draft_number
@as_json
@stored
def revisions(actor: Actor, number: int, as_json: bool) -> None:
    """Tell who changed the facts of a draft, when and why."""
    found = store.revisions(open_store(), actor, number)
    facts = [(f"Revision {each.number}", f"{each.at}  {each.who}  {each.why}") for each in found]
    print_facts({"revisions": [asdict(each) for each in found]}, facts, as_json)
