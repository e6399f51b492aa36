"""Schedules in the making, kept with every edit: draft."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from optimizer.caseload.panel import Case
from optimizer.cli.draft.drafted import as_file, contents_in, draft_number, judge_in
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.lazy import LazyGroup
from optimizer.cli.terminal import as_json, check_output, keep, print_facts, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.cli.unit.wanted import wanted
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.words import points
from optimizer.staffing.schedule.cell_note import with_those_here
from optimizer.staffing.schedule.figures import Figures
from optimizer.store.audit.seeing import take_along
from optimizer.store.canonical import row_of
from optimizer.store.cell_notes import cell_notes_of
from optimizer.store.database.connection import Database
from optimizer.store.drafts import Draft, accept, drafts, history, open_draft, plan_at, version_of
from optimizer.store.drafts import redo as do_again
from optimizer.store.drafts import undo as turn_round
from optimizer.store.edits import Edit
from optimizer.store.kinds import DraftKind
from optimizer.store.publications import known_to
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.runs import KeptRun, runs_of
from optimizer.store.workbooks import workbook_of
from optimizer.summary.facts import Facts
from optimizer.summary.schedule.effect import broken_by
from optimizer.summary.schedule.schedule import schedule_facts
from optimizer.workbook.unit.read import Contents
from optimizer.workbook.unit.write import write_schedule

ELSEWHERE = {
    "hand-on": "optimizer.cli.draft.hand_on:hand_on",
    "swap": "optimizer.cli.draft.swap:swap",
    "solve": "optimizer.cli.draft.solve:solve",
    "diff": "optimizer.cli.draft.diff:diff",
    "next": "optimizer.cli.draft.next_period:next_",
    "revise": "optimizer.cli.draft.revision:revise",
    "revisions": "optimizer.cli.draft.revision:revisions",
}
version = click.option("--version", type=click.IntRange(min=1), help="The version you saw; the newest if not given.")


@click.group(cls=LazyGroup, places=ELSEWHERE)
def draft() -> None:
    """Keep schedules in the making, with who changed what and why."""


@draft.command("open")
@workbook
@click.option("--unit", help="The unit it is for; the workbook's own if not given.")
@click.option("--name", help="What to call the draft; its planning period if not given.")
@as_json
@stored
def open_(actor: Actor, file: Path, unit: str | None, name: str | None, as_json: bool) -> None:
    """Open a draft on a workbook and the schedule that is in it."""
    content = file.read_bytes()
    contents = contents_of(file, as_json)
    calendar = contents.unit.calendar
    name = name or f"{calendar.first} to {calendar.last}"
    opened = open_draft(open_store(), actor, unit or contents.unit.name, name, content, contents.plan, facts=contents)
    print_facts({"draft": opened, "version": 1}, [("Draft", str(opened)), ("Version", "1")], as_json)


@draft.command("list")
@as_json
@stored
def list_(actor: Actor, as_json: bool) -> None:
    """List every draft, with what it decides: a schedule or caseloads."""
    found = drafts(open_store(), actor)
    facts = [(f"Draft {each.id}", _listed(each)) for each in found]
    print_facts({"drafts": [_draft_json(each) for each in found]}, facts or [("Drafts", "none")], as_json)


@draft.command()
@draft_number
@click.option("--version", required=True, type=click.IntRange(min=1), help="The version you saw.")
@click.option("--who", required=True, metavar="STAFF", help="The id of the person whose day it is.")
@click.option("--day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Such as 2026-12-06.")
@click.option("--shift", required=True, help="The code of a shift, or off.")
@click.option("--role", help="In which role; the person's first one if not given.")
@click.option("--why", required=True, help="The reason, for those who read the history.")
@as_json
@stored
def edit(
    actor: Actor, number: int, version: int, who: str, day: datetime, shift: str, role: str | None, why: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Give a person one shift on one day, or the day off, in place of what they had."""
    check(actor, Permission.EDIT_DRAFTS)
    store = open_store()
    seen = version_of(store, actor, number)
    plan = plan_at(store, actor, number, min(version, seen))
    minus = frozenset(pair for pair in plan if pair.who == who and pair.what.day == day.date())
    contents = contents_in(workbook_of(store, actor, number), as_json)
    plus = wanted(contents.unit, who, day.date(), shift, role)
    breaks = _breaks(contents, plan, minus, plus)
    made = accept(store, actor, number, version, minus, plus, why)
    _tell_version(number, made, as_json, breaks)


@draft.command()
@draft_number
@version
@as_json
@stored
def undo(actor: Actor, number: int, version: int | None, as_json: bool) -> None:
    """Turn round the newest edit that still stands; the history keeps both."""
    _turn(turn_round, actor, number, version, as_json)


@draft.command()
@draft_number
@version
@as_json
@stored
def redo(actor: Actor, number: int, version: int | None, as_json: bool) -> None:
    """Do the edit again that was undone last."""
    _turn(do_again, actor, number, version, as_json)


@draft.command()
@draft_number
@as_json
@stored
def log(actor: Actor, number: int, as_json: bool) -> None:
    """Tell who changed what in a draft, when and why, and how far searches came."""
    store = open_store()
    edits, searches = history(store, actor, number), runs_of(store, actor, number)
    facts: Facts = [(f"Version {each.version}", f"{each.at}  {each.who}  {each.why}{_change(each)}") for each in edits]
    facts += [("Search", _search(each)) for each in searches]
    values = {"edits": [_edit_json(each) for each in edits], "searches": [asdict(each) for each in searches]}
    print_facts(values, facts, as_json)


@draft.command()
@draft_number
@version
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@as_json
@stored
def write(actor: Actor, number: int, version: int | None, output: Path, as_json: bool) -> None:
    """Write a draft's schedule into a copy of its newest workbook."""
    store = open_store()
    plan = plan_at(store, actor, number, version)
    content = workbook_of(store, actor, number)
    here = cell_notes_of(store, actor, number)
    with as_file(content) as source:
        check_output(source, output, as_json)
        told = contents_in(content, as_json)
        contents = replace(told, notes=with_those_here(told.notes, here))
        facts: Facts = []
        keep(output, lambda place: facts.extend(_write(contents, source, place, plan)), as_json)
    take_along(store, actor, number, "schedule")
    print_facts({"written": str(output)}, [*facts, ("Written", str(output))], as_json)


def _write(contents: Contents, source: Path, output: Path, plan: Plan) -> Facts:
    judge = judge_in(contents)
    findings = judge.findings(judge.judge(known_to(contents.unit, plan)))
    facts = schedule_facts(Figures(contents.unit, plan), findings)
    write_schedule(source, output, contents.unit, plan, findings, facts, notes=contents.notes)
    return facts


def _turn(
    act: Callable[[Database, Actor, int, int], int], actor: Actor, number: int, version: int | None, as_json: bool
) -> None:
    store = open_store()
    made = act(store, actor, number, version or version_of(store, actor, number))
    _tell_version(number, made, as_json)


def _breaks(contents: Contents, plan: Plan, minus: Plan, plus: Plan) -> tuple[str, ...]:
    """Return a sentence for every must that an edit breaks."""
    judge, gone = judge_in(contents), minus - plus
    before = judge.judge(known_to(contents.unit, plan))
    return broken_by(contents.unit, judge, before, judge.edit(before, gone, plus - minus))


def _tell_version(number: int, made: int, as_json: bool, breaks: tuple[str, ...] | None = None) -> None:
    facts: Facts = [("Draft", str(number)), ("Version", str(made)), *(("Breaks", each) for each in breaks or ())]
    told = {} if breaks is None else {"breaks": [*breaks]}
    print_facts({"draft": number, "version": made, **told}, facts, as_json)


def _change(edit: Edit) -> str:
    """Return what an edit changed: every pair, or only how many when a draft was opened."""
    if edit.version == 1:
        things = "patients" if any(isinstance(pair.what, Case) for pair in edit.plus) else "duties"
        return f"  (+{len(edit.plus)} {things})"
    gone, new = (
        (f"  -{_duty(pair)}" for pair in sorted(edit.minus)),
        (f"  +{_duty(pair)}" for pair in sorted(edit.plus)),
    )
    return "".join((*gone, *new))


def _search(run: KeptRun) -> str:
    """Return how far a search came, with what it takes to make it again."""
    found = "no schedule" if run.cost_cents is None else points(run.cost_cents)
    how = f"{run.engine}, seed {run.seed}, {run.milliseconds / 1000:.1f} s"
    return f"from version {run.version} by {how}: {run.status}, {found}, at least {points(run.bound_cents)}"


def _duty(pair: Pair) -> str:
    return " ".join(row_of(pair)).rstrip()


def _listed(each: Draft) -> str:
    kind = "" if each.kind is DraftKind.SCHEDULE else f", {each.kind}"
    return f"{each.unit}, {each.name}{kind}, version {each.version}"


def _draft_json(each: Draft) -> dict[str, Any]:
    return {
        "draft": each.id, "unit": each.unit, "name": each.name, "opened_at": each.opened_at,
        "opened_by": each.opened_by, "version": each.version, "kind": each.kind,
    }  # fmt: skip


def _edit_json(each: Edit) -> dict[str, Any]:
    return {
        "version": each.version, "kind": each.kind, "of": each.of, "at": each.at, "who": each.who, "why": each.why,
        "minus": [row_of(pair) for pair in sorted(each.minus)], "plus": [row_of(pair) for pair in sorted(each.plus)],
    }  # fmt: skip
