"""Which utilization reviews are due: caseload reviews."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from optimizer.caseload.days.reviews import reviews_due
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel, print_first
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.planning.words import count
from optimizer.summary.caseload.reviews import payers_text, reviews_json

HEADERS = ["Due", "Payer", "Patient", "Case manager"]


@click.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@click.option("--within", default=7, show_default=True, type=click.IntRange(min=0), help="How many days to look ahead.")
@as_json
def reviews(file: Path, day: datetime | None, within: int, as_json: bool) -> None:
    """Tell which utilization reviews are due within some days, by date and payer, and which are overdue."""
    panel = as_it_is(contents_of_panel(file, as_json)).panel
    when = day.date() if day else panel.on
    due = reviews_due(panel, when + timedelta(days=within))
    late = sum(each.by < when for each in due)
    facts = [
        ("Panel", panel.name),
        ("Due", f"{count(len(due), 'review')} by {when + timedelta(days=within)}, {late} of them overdue on {when}"),
        ("By payer", payers_text(due)),
    ]
    print_facts({"day": when.isoformat(), "due": reviews_json(panel, due, when)}, facts, as_json)
    names = {who: panel.name_of(manager) for who, manager in panel.present.items()}
    rows = [[str(e.by), e.payer or "not known", e.patient, names.get(e.patient, "-")] for e in due]
    print_first(HEADERS, rows, as_json)
