"""What differs between two versions, or publications, of a draft: draft diff."""

import re

import click

from optimizer.cli.draft.drafted import contents_in, draft_number
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import check_writable
from optimizer.cli.unit.diff import Telling, tell_difference, telling
from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.versions import Versions
from optimizer.store.audit.seeing import take_along
from optimizer.store.database.connection import Database
from optimizer.store.drafts import plan_at
from optimizer.store.errors import StoreError
from optimizer.store.publications import published_plan, published_workbook
from optimizer.store.roles import Actor
from optimizer.store.workbooks import workbook_of

NAMED = re.compile(r"(p?)([1-9]\d*)")


@click.command("diff")
@draft_number
@click.argument("before")
@click.argument("after")
@stored
@telling
def diff(actor: Actor, number: int, before: str, after: str, telling: Telling) -> None:
    """Tell what differs between two versions of a draft, such as 3 and 7, or publications, such as p1 and p2."""
    if telling.output:
        check_writable(telling.output, telling.as_json)
    store = open_store()
    had, has = (_version(store, actor, number, each, telling.as_json) for each in (before, after))
    if telling.output:
        take_along(store, actor, number, "notices")
    tell_difference(Versions(*had, *has), f"{before} and {after}", telling)


def _version(store: Database, actor: Actor, number: int, name: str, as_json: bool) -> tuple[Unit, Plan]:
    """Return the unit and the plan of a version, by the facts as they are now, or of a publication, by its own."""
    found = NAMED.fullmatch(name)
    if not found:
        raise StoreError(f"'{name}' is neither a version, such as 3, nor a publication, such as p1.")
    published, which = found[1], int(found[2])
    if published:
        plan, content = published_plan(store, actor, number, which), published_workbook(store, actor, number, which)
    else:
        plan, content = plan_at(store, actor, number, which), workbook_of(store, actor, number)
    return contents_in(content, as_json).unit, plan
