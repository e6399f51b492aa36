"""What care plans, referrals and hand-offs ask for: caseload tasks."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from optimizer.caseload.care.care_tasks import care_tasks
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel, print_first
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.summary.caseload.care import CARE_HEADERS, care_facts, care_json, care_lines


@click.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@click.option("--within", default=7, show_default=True, type=click.IntRange(min=0), help="How many days to look ahead.")
@as_json
def tasks(file: Path, day: datetime | None, within: int, as_json: bool) -> None:
    """Tell which tasks of care plans, referrals and hand-offs are due within some days, and which are overdue."""
    panel = as_it_is(contents_of_panel(file, as_json)).panel
    when = day.date() if day else panel.on
    until, owners = when + timedelta(days=within), dict(panel.present)
    due = care_tasks(panel, until, when)
    facts = [("Panel", panel.name), *care_facts(panel, due, until, when)]
    print_facts({"day": when.isoformat(), "due": care_json(due, owners, when)}, facts, as_json)
    print_first(CARE_HEADERS, care_lines(panel, due, owners, when), as_json)
