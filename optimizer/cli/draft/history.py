"""What was published of a draft, and why as it is: history."""

import click

from optimizer.cli.draft.drafted import draft_number
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts
from optimizer.store.publications import grounds_of, publications
from optimizer.store.roles import Actor
from optimizer.summary.schedule.publication import history_facts, history_json


@click.command()
@draft_number
@as_json
@stored
def history(actor: Actor, number: int, as_json: bool) -> None:
    """Tell who published what of a draft, when and why, and who answers for which breach."""
    store = open_store()
    grounds, found = grounds_of(store, actor, number), publications(store, actor, number)
    facts = history_facts(found, grounds) or [("Published", "nothing yet")]
    print_facts({"publications": history_json(found, grounds)}, facts, as_json)
