"""Who bore and got what over the periods: ledger."""

from pathlib import Path

import click

from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, contents_of, print_facts, refuse, workbook
from optimizer.staffing.balance import balances
from optimizer.summary.ledger import HEADERS, ledger_facts, ledger_json, ledger_rows


@click.command()
@workbook
@as_json
def ledger(file: Path, as_json: bool) -> None:
    """Tell what everyone had of nights, weekends and holidays over earlier periods, against the unit's mean."""
    unit = contents_of(file, as_json).unit
    if not unit.ledger:
        refuse([f"{file} has no ledger; 'optimizer next' enters a period into it."], as_json)
    found = balances(unit)
    print_facts({"people": ledger_json(unit, found)}, ledger_facts(unit), as_json)
    if not as_json:
        click.echo()
        print_rows(HEADERS, ledger_rows(unit, found))
