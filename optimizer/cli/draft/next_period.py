"""The period after what was published of a draft: draft next."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.cli.draft.drafted import draft_number
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, check_writable, keep, print_facts, refuse
from optimizer.cli.unit.next_period import last_day
from optimizer.store.audit.seeing import take_along
from optimizer.store.publications import posting_at
from optimizer.store.roles import Actor
from optimizer.summary.unit.next_draft import following, open_following
from optimizer.summary.unit.next_period import next_facts
from optimizer.whole import write_whole


@click.command("next")
@draft_number
@last_day
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it here; open no draft.")
@as_json
@stored
def next_(actor: Actor, number: int, last: datetime | None, output: Path | None, as_json: bool) -> None:
    """Open the draft of the period after a published one, whose days are then history.

    What everyone bore and got in it is on the sheet Ledger, with what was moved since it was first published.
    """
    if output:
        check_writable(output, as_json)
    store = open_store()
    ended = posting_at(store, actor, number).span.last
    if last and last.date() <= ended:
        refuse([f"The next period begins after {ended}, so it cannot end on {last.date()}."], as_json)
    found = following(store, actor, number, last.date() if last else None)
    facts = next_facts(found.before, found.after)
    if output:
        take_along(store, actor, number, "next period")
        keep(output, lambda place: write_whole(place, found.content), as_json)
        facts.append(("Written", str(output)))
    else:
        facts.append(("Draft", str(open_following(store, actor, number, found))))
    print_facts({name.casefold().replace(" ", "_"): value for name, value in facts}, facts, as_json)
