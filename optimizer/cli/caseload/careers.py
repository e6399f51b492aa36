"""Who of a panel may be certified when: careers."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel
from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.summary.caseload.careers import CAREER_HEADERS, career_facts, career_rows, careers_json, cohorts


@click.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@as_json
def careers(file: Path, day: datetime | None, as_json: bool) -> None:
    """Tell which case manager may be certified when, when renewals fall due, and which patients that would open."""
    panel = as_it_is(contents_of_panel(file, as_json)).panel
    steps = tuple(career_steps(panel, day.date() if day else panel.on))
    facts = career_facts(cohorts(steps, career_certificates()))
    print_facts({"careers": careers_json(steps)}, facts, as_json)
    if not as_json:
        click.echo()
        print_rows(CAREER_HEADERS, career_rows(panel, steps))
