"""The schedules that hang on the wall, for everybody: published."""

from typing import Any

import click

from optimizer.cli.columns import print_rows
from optimizer.cli.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts
from optimizer.planning.pair import Plan
from optimizer.staffing.balance import Balance
from optimizer.staffing.posting import Posting
from optimizer.store.database import Database
from optimizer.store.publications import own_ledger, posting_at, publications, published_plan
from optimizer.store.roles import Actor
from optimizer.summary.facts import Facts
from optimizer.summary.ledger import HEADERS, ledger_json, ledger_rows
from optimizer.summary.posted import day_facts, days_json, posted_headers, posted_rows
from optimizer.summary.publication import published_facts, published_json


@click.command()
@click.argument("number", metavar="[DRAFT]", required=False, type=click.IntRange(min=1))
@as_json
@stored
def published(actor: Actor, number: int | None, as_json: bool) -> None:
    """List what was published; of one draft, tell the schedule. Staff are told their own days and ledger."""
    store = open_store()
    if number is None:
        _list(store, actor, as_json)
    elif actor.staff_id is not None:
        _tell_own(store, actor, number, actor.staff_id, as_json)
    else:
        _tell_all(store, actor, number, as_json)


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
    plan, posting = published_plan(store, actor, number), posting_at(store, actor, number)
    facts: Facts = [("Unit", posting.unit), ("Days", f"{posting.span.first} to {posting.span.last}")]
    print_facts({"days": days_json(posting, plan)}, facts, as_json)
    if not as_json:
        click.echo()
        print_rows(posted_headers(posting), posted_rows(posting, plan))
