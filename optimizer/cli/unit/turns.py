"""Whose turn is next: turns."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.planning.words import either
from optimizer.staffing.ledger.turns import turn_lists
from optimizer.summary.unit.turns import TURN_HEADERS, turn_rows, turns_json


@click.command()
@workbook
@click.option("--of", "what", help="One turn alone, such as float or Christmas. All when left out.")
@click.option(
    "--before", type=click.DateTime(["%Y-%m-%d"]), help="Count turns before this day alone, not those planned after it."
)
@as_json
def turns(file: Path, what: str | None, before: datetime | None, as_json: bool) -> None:
    """Tell whose turn is next: for holidays by name, and for calls, floats or low-census days."""
    contents = contents_of(file, as_json)
    found = turn_lists(contents.unit, contents.plan, before.date() if before else None)
    if not found:
        refuse([f"{file} has no turns; name holidays, or fill the column Turn of the sheet Shifts or Roles."], as_json)
    if what and what not in found:
        refuse([f"{file} has no turn '{what}'; it has {either([*found])}."], as_json)
    lists = {what: found[what]} if what else found
    print_facts({"turns": turns_json(contents.unit, lists)}, [("Unit", contents.unit.name)], as_json)
    if not as_json:
        click.echo()
        print_rows(TURN_HEADERS, [*turn_rows(contents.unit, lists)])
