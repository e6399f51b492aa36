"""Reads the guide on a terminal: guide."""

import click

from optimizer.guide import CHAPTERS, chapter_title
from optimizer.installed import samples_as_typed
from optimizer.summary.guide import chapter


@click.command()
@click.argument("topic", required=False, type=click.Choice(CHAPTERS), metavar="[TOPIC]")
def guide(topic: str | None) -> None:
    """List the chapters of the guide, or read one."""
    if topic is None:
        click.echo("\n".join(f"{name:<14}{chapter_title(name)}" for name in CHAPTERS))
        click.echo(f"\nWorkbooks to try them on are in {samples_as_typed()}.")
        return
    click.echo_via_pager(chapter(topic))
