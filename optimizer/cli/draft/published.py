"""The schedules that hang on the wall, for everybody: published."""

from pathlib import Path
from typing import Any

import click

from optimizer.cli.columns import print_rows
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, check_writable, keep, print_facts
from optimizer.cli.unit.print_ import on_paper
from optimizer.planning.pair import Plan
from optimizer.staffing.ledger.balance import Balance
from optimizer.staffing.schedule.posting import Posting, seen_by
from optimizer.store.audit.seeing import take_along
from optimizer.store.database.connection import Database
from optimizer.store.errors import StoreError
from optimizer.store.publications import issues_before, own_ledger, posting_at, publications, published_plan
from optimizer.store.roles import Actor
from optimizer.summary.facts import Facts
from optimizer.summary.schedule.posted import day_facts, days_json, posted_headers, posted_rows
from optimizer.summary.schedule.publication import issue, published_facts, published_json
from optimizer.summary.unit.as_published import comply_as_published
from optimizer.summary.unit.compliance import compliance_facts, compliance_json, compliance_lines
from optimizer.summary.unit.ledger import HEADERS, ledger_json, ledger_rows
from optimizer.whole import write_whole
from optimizer.workbook.report.calendar_file import calendar_file
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.roster import roster_pdf
from optimizer.workbook.report.posting import posting_file

JUDGED = 40
"""How many breaches fit a terminal."""


@click.command()
@click.argument("number", metavar="[DRAFT]", required=False, type=click.IntRange(min=1))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path),
    help="Write the roster to hand out: .xlsx, .pdf to print, or .ics for calendars; nothing of pay or leave is in it.",
)  # fmt: skip
@click.option("--who", metavar="ID", help="Whose calendar, by their id; everybody's if not given.")
@click.option("--law", is_flag=True, help="Judge it by law, on the facts that it was published with; pay is in those.")
@on_paper
@as_json
@stored
def published(
    actor: Actor, number: int | None, output: Path | None, who: str | None, law: bool, paper: Paper, as_json: bool
) -> None:
    """List what was published; of one draft, tell the schedule. Staff are told their own days and ledger.

    Why somebody is away is told to nobody else: they are off.
    """
    if law and number is None:
        raise click.UsageError("--law judges one schedule: say the number of its draft.")
    if output:
        check_writable(output, as_json)
    store = open_store()
    if output and number is not None:
        calendar = output.suffix.lower() == ".ics"
        content = _calendar(store, actor, number, who) if calendar else _roster(store, actor, number, output, paper)
        take_along(store, actor, number, "calendar" if calendar else "roster")
        keep(output, lambda place: write_whole(place, content), as_json)
    if number is None:
        _list(store, actor, as_json)
    elif law:
        _judge(store, actor, number, as_json)
    elif actor.staff_id is not None:
        _tell_own(store, actor, number, actor.staff_id, as_json)
    else:
        _tell_all(store, actor, number, as_json)


def _calendar(store: Database, actor: Actor, number: int, who: str | None) -> bytes:
    posting, plan = posting_at(store, actor, number), published_plan(store, actor, number)
    if who is not None and who not in posting.names:
        raise StoreError(f"Nobody on the schedule has the id '{who}'.")
    last = publications(store, actor, number)[-1]
    return calendar_file(posting, plan, last.at, last.number, who, issues_before(store, actor, last))


def _roster(store: Database, actor: Actor, number: int, output: Path, paper: Paper) -> bytes:
    posting, plan = posting_at(store, actor, number), published_plan(store, actor, number)
    last = publications(store, actor, number)[-1]
    told = issue(last, last.at)
    printed = output.suffix.lower() == ".pdf"
    return roster_pdf(posting, plan, told, paper) if printed else posting_file(posting, plan, told)


def _judge(store: Database, actor: Actor, number: int, as_json: bool) -> None:
    judged = comply_as_published(store, actor, number)
    print_facts(compliance_json(judged.found), compliance_facts(judged.unit, judged.found), as_json)
    if not as_json:
        click.echo("\n".join(compliance_lines(judged.unit, judged.found, JUDGED)))


def _list(store: Database, actor: Actor, as_json: bool) -> None:
    newest = {each.draft: each for each in publications(store, actor)}.values()
    print_facts({"published": published_json(newest)}, published_facts(newest) or [("Published", "nothing")], as_json)


def _tell_own(store: Database, actor: Actor, number: int, who: str, as_json: bool) -> None:
    plan, posting = published_plan(store, actor, number), posting_at(store, actor, number)
    own, ledger = frozenset(pair for pair in plan if pair.who == who), own_ledger(store, actor, number)
    print_facts(_own_json(posting, own, ledger), [("Unit", posting.unit), *day_facts(posting, own)], as_json)
    if ledger and not as_json:
        click.echo()
        print_rows(HEADERS, ledger_rows(posting.names, [ledger]))


def _own_json(posting: Posting, own: Plan, ledger: Balance | None) -> dict[str, Any]:
    return {"days": days_json(posting, own), "ledger": ledger_json(posting.names, [ledger] if ledger else [])}


def _tell_all(store: Database, actor: Actor, number: int, as_json: bool) -> None:
    posting = posting_at(store, actor, number)
    plan, last = seen_by(posting, published_plan(store, actor, number)), publications(store, actor, number)[-1]
    facts: Facts = [
        ("Unit", posting.unit),
        ("Days", f"{posting.span.first} to {posting.span.last}"),
        ("Issue", issue(last, last.at)),
    ]
    print_facts({"days": days_json(posting, plan)}, facts, as_json)
    if not as_json:
        click.echo()
        print_rows(posted_headers(posting), posted_rows(posting, plan))
