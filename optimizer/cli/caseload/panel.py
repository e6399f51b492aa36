"""What the commands about panels share: reading, options, and lists on a terminal."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from optimizer.caseload.panel import Panel
from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import SHOWN, refuse
from optimizer.planning.pair import Pair
from optimizer.summary.caseload.caseload import pairs_json
from optimizer.workbook.panel.read import PanelContents, read_panel
from optimizer.workbook.table.faults import FaultyWorkbookError

seconds_option = click.option(
    "--seconds", default=30.0, show_default=True, type=click.FloatRange(min=1), help="How long to search."
)
seed_option = click.option(
    "--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here."
)
a_day = click.DateTime(["%Y-%m-%d"])


def contents_of_panel(file: Path, as_json: bool) -> PanelContents:
    """Return what a panel's workbook holds, or tell every fault and leave."""
    try:
        return read_panel(file)
    except FaultyWorkbookError as error:
        refuse([str(fault) for fault in error.faults], as_json)
        raise AssertionError from error  # never reached


def as_it_is(contents: PanelContents) -> PanelContents:
    """Return a panel whose present assignment is the one to start from and to stay close to."""
    panel = replace(contents.panel, given=contents.plan, locked=contents.panel.locked & contents.plan)
    return replace(contents, panel=panel)


def print_moves(panel: Panel, moves: Iterable[Pair]) -> None:
    """Print who goes from whom to whom."""
    rows = [
        [each["patient"], panel.name_of(had) if (had := each["had"]) else "-", panel.name_of(each["manager"])]
        for each in pairs_json(panel, moves)
    ]
    if rows:
        click.echo()
        print_rows(["Patient", "From", "To"], rows)


def print_sentences(sentences: list[str], as_json: bool, title: str = "") -> None:
    """Print the first sentences of a list, under a title, unless values for machines are asked for."""
    if as_json or not sentences:
        return
    click.echo("\n".join(filter(None, ["", title])) if title else "")
    for sentence in sentences[:SHOWN]:
        click.echo(f"  {sentence}")
    _print_rest(len(sentences))


def print_first(headers: Sequence[str], rows: Sequence[Sequence[str]], as_json: bool) -> None:
    """Print the first rows of a table, unless there are none or values for machines are asked for."""
    if as_json or not rows:
        return
    click.echo()
    print_rows(headers, rows[:SHOWN])
    _print_rest(len(rows))


def _print_rest(number: int) -> None:
    if number > SHOWN:
        click.echo(f"  and {number - SHOWN} more; --json has them all")
