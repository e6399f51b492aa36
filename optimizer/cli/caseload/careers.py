"""Who of a panel may be certified when, and who accompanies whom: careers."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.caseload.careers.mentoring_pair import mentoring_pairs
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel
from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.summary.caseload.careers import CAREER_HEADERS, career_facts, career_rows, careers_json, cohorts
from optimizer.summary.caseload.mentors import MENTOR_HEADERS, mentor_rows, mentors_json


@click.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@as_json
def careers(file: Path, day: datetime | None, as_json: bool) -> None:
    """Tell who may be certified when, when renewals fall due, which patients that would open, and who has a mentor."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, policy, plan = contents.panel, contents.policy, contents.plan
    steps = tuple(career_steps(panel, day.date() if day else panel.on))
    facts = career_facts(cohorts(steps, career_certificates(), panel))
    pairs = tuple(mentoring_pairs(panel))
    told = {"careers": careers_json(steps), "mentors": mentors_json(panel, policy, plan, pairs)}
    print_facts(told, facts, as_json)
    if as_json:
        return
    click.echo()
    print_rows(CAREER_HEADERS, career_rows(panel, steps))
    if pairs:
        click.echo()
        print_rows(MENTOR_HEADERS, mentor_rows(panel, policy, plan, pairs))
