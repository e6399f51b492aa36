"""Who is to be met when: caseload contacts."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from optimizer.caseload.days.contacts import contacts_due, unknown_contacts
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel, print_first
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.planning.words import count
from optimizer.summary.caseload.contacts import absent_text, cadence_text, contacts_json, overdue_text

HEADERS = ["Patient", "Case manager", "Tier", "Last", "Due", "Overdue", "Why then", "Case manager then"]


@click.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@click.option("--within", default=7, show_default=True, type=click.IntRange(min=0), help="How many days to look ahead.")
@as_json
def contacts(file: Path, day: datetime | None, within: int, as_json: bool) -> None:
    """Tell whom to meet within some days, by how often each tier is met, and who is overdue."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, when = contents.panel, day.date() if day else contents.panel.on
    due = contacts_due(panel, contents.setting, when + timedelta(days=within), when)
    late, unknown = sum(each.by < when for each in due), unknown_contacts(panel)
    facts = [
        ("Panel", panel.name),
        ("How often", cadence_text(contents.setting)),
        ("Due", f"{count(len(due), 'patient')} by {when + timedelta(days=within)}, {late} of them overdue on {when}"),
        ("Not known", f"{count(len(unknown), 'patient')} without a last contact or a referral"),
    ]
    print_facts(
        {"day": when.isoformat(), "due": contacts_json(panel, due, when), "unknown": [*unknown]}, facts, as_json
    )
    rows = [
        [
            each.patient, panel.name_of(panel.present[each.patient]) if each.patient in panel.present else "-",
            str(int(panel.tier(each.patient))), str(each.last), str(each.by), overdue_text(each, when),
            each.what, absent_text(panel, each),
        ]
        for each in due
    ]  # fmt: skip
    print_first(HEADERS, rows, as_json)
