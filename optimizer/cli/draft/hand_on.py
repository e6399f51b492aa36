"""A part of a duty handed on as one edit: draft hand-on."""

from datetime import datetime

import click

from optimizer.cli.draft.drafted import contents_in, draft_number
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts, refuse
from optimizer.cli.unit.wanted import staff_of
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.store.database.connection import Database
from optimizer.store.drafts import accept, plan_at, version_of
from optimizer.store.errors import StoreError
from optimizer.store.locks import locks_of
from optimizer.store.publications import known_to
from optimizer.store.revisions import revise, revision_of
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.workbooks import workbook_of
from optimizer.summary.facts import Facts
from optimizer.summary.schedule.changes.handed_on import HandedOn, handed_on
from optimizer.workbook.file.book import Book
from optimizer.workbook.table.clock_cell import minute_of_day
from optimizer.workbook.table.parse import UnreadableError
from optimizer.workbook.unit.add_shifts import with_shifts


@click.command("hand-on")
@draft_number
@click.option("--version", required=True, type=click.IntRange(min=1), help="The version you saw.")
@click.option("--who", required=True, metavar="STAFF", help="The id of the person whose duty it is.")
@click.option("--day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Such as 2026-12-06.")
@click.option("--at", required=True, metavar="TIME", help="When the other takes over, such as 15:00.")
@click.option("--to", required=True, metavar="STAFF", help="The id of the person who has the rest of it.")
@click.option("--why", required=True, help="The reason, for those who read the history.")
@click.option("--anyway", is_flag=True, help="Hand it on even where that makes a must-fix problem.")
@as_json
@stored
def hand_on(
    actor: Actor, number: int, version: int, who: str, day: datetime, at: str, to: str, why: str, anyway: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Have another person take over a duty in its course; shifts for both parts are added where there are none."""
    check(actor, Permission.EDIT_DRAFTS)
    store = open_store()
    content = workbook_of(store, actor, number)
    contents = contents_in(content, as_json)
    unit = contents.unit
    plan = known_to(unit, plan_at(store, actor, number, min(version, version_of(store, actor, number))))
    for each in (who, to):
        staff_of(unit, each)
        if (each, day.date()) in locks_of(store, actor, number):
            raise StoreError(f"{unit.name_of(each)}'s {on(day.date())} is locked.")
    try:
        edit = handed_on(unit, contents.policy, plan, _duty(unit, plan, who, day), to, minute_of_day(at))
    except (ValueError, UnreadableError) as error:
        raise StoreError(str(error)) from None
    _refuse_what_cannot_be(edit, anyway, as_json)
    _add_shifts(store, actor, number, content, edit, as_json)
    made = accept(store, actor, number, version, edit.minus, edit.plus, f"Handed on: {edit.said}; {why}")
    facts: Facts = [("Draft", str(number)), ("Version", str(made)), ("Handed on", edit.said)]
    facts += [("Added", f"shift {shift.code}, {shift.name}") for shift in edit.new_shifts]
    facts += [("Breaks", each) for each in edit.effect.breaks]
    added = [shift.code for shift in edit.new_shifts]
    values = {"draft": number, "version": made, "added": added, "breaks": [*edit.effect.breaks]}
    print_facts(values, facts, as_json)


def _duty(unit: Unit, plan: Plan, who: str, day: datetime) -> Pair:
    theirs = sorted(pair for pair in plan if pair.who == who and pair.what.day == day.date())
    duty = next((pair for pair in theirs if unit.shift_of(pair.what).staffs), None)
    if duty is None:
        raise StoreError(f"{unit.name_of(who)} has no duty on {on(day.date())} that could be handed on.")
    return duty


def _refuse_what_cannot_be(edit: HandedOn, anyway: bool, as_json: bool) -> None:
    """Refuse what cannot be at all; and what breaks a must, unless it is wanted anyway."""
    breaks = edit.reasons == edit.effect.breaks
    if edit.reasons and not (anyway and breaks):
        more = ["Nothing was done; --anyway hands it on all the same."] if breaks else []
        refuse([*edit.reasons, *more], as_json)


def _add_shifts(store: Database, actor: Actor, number: int, content: bytes, edit: HandedOn, as_json: bool) -> None:
    """Have the draft planned on facts that know the shifts of both parts."""
    if edit.new_shifts:
        book = with_shifts(Book(content), edit.new_shifts)
        contents, seen = contents_in(book.content, as_json), revision_of(store, actor, number)
        revise(store, actor, number, seen, book.content, f"Shifts for a duty handed on: {edit.said}", contents)
