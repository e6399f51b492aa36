"""The command line. Exit code 0: done; 1: no plan possible, or a breach that blocks; 2: bad input."""

import click

from optimizer.cli.caseload import caseload
from optimizer.cli.db import audit, db
from optimizer.cli.diff import diff
from optimizer.cli.draft import draft
from optimizer.cli.law import comply, law
from optimizer.cli.ledger import ledger
from optimizer.cli.need import budget, need
from optimizer.cli.next_period import next_
from optimizer.cli.scenarios import compare, frontier, hire
from optimizer.cli.solve import score, solve
from optimizer.cli.unit import check, template


@click.group()
@click.version_option(package_name="optimizer")
def main() -> None:
    """Make and judge nursing schedules."""


COMMANDS = (
    *(template, check, need, solve, score, budget, comply, law),
    *(compare, frontier, hire),
    *(diff, next_, ledger),
    *(draft, audit, db),
    caseload,
)
for command in COMMANDS:
    main.add_command(command)
