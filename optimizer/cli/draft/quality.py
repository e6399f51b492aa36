"""How the schedules of a unit went over its published periods: quality."""

import click

from optimizer.cli.columns import print_rows
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts
from optimizer.store.errors import MissingError
from optimizer.store.roles import Actor
from optimizer.summary.schedule.changes.what_changed import quality_changes
from optimizer.summary.schedule.quality import (
    drafts_published,
    published_period,
    quality_charts,
    quality_json,
    quality_rows,
)


@click.command()
@click.option("--unit", required=True, help="A unit of the store.")
@as_json
@stored
def quality(actor: Actor, unit: str, as_json: bool) -> None:
    """Tell how a unit's published schedules went, each measure against its own median, and what changed when."""
    store = open_store()
    drafts = drafts_published(store, actor, unit)
    if not drafts:
        raise MissingError(f"The unit '{unit}' has published nothing.")
    periods = [published_period(store, actor, draft) for draft in drafts]
    charts, changes = quality_charts(periods), quality_changes(periods)
    said = {"unit": unit, "charts": quality_json(charts)}
    said |= {"changes": [{"first": each.first.isoformat(), "what": each.what} for each in changes]}
    print_facts(said, [("Unit", unit), ("Periods", str(len({each.first for each in periods})))], as_json)
    if as_json:
        return
    click.echo()
    print_rows(["Measure", "Last", "What the periods tell"], quality_rows(charts))
    for each in changes:
        click.echo(f"  {each.first}: {each.what}")
