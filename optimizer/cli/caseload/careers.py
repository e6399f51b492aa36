"""Who of a panel may be certified when: careers."""

from pathlib import Path

import click

from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.cli.caseload.panel import as_it_is, contents_of_panel
from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.summary.caseload.careers import CAREER_HEADERS, career_facts, career_rows, careers_json


@click.command()
@workbook
@as_json
def careers(file: Path, as_json: bool) -> None:
    """Tell which case manager may be certified when, when renewals fall due, and which patients that would open."""
    panel = as_it_is(contents_of_panel(file, as_json)).panel
    steps = tuple(career_steps(panel))
    print_facts({"careers": careers_json(steps)}, career_facts(steps, career_certificates()), as_json)
    if not as_json:
        click.echo()
        print_rows(CAREER_HEADERS, career_rows(panel, steps))
