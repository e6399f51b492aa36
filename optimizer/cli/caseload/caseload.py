"""Patients and case managers: caseload, with its template, check, risk, medications."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from optimizer.caseload.assemble import extents, medication_tasks, reviewed, unread_fills
from optimizer.caseload.medication.extent import UnreadFills, looked_at
from optimizer.caseload.unplaced import unplaced
from optimizer.cli.caseload.panel import a_day, contents_of_panel, print_sentences
from optimizer.cli.lazy import LazyGroup
from optimizer.cli.terminal import as_json, print_facts, refuse, unread_facts, workbook
from optimizer.planning.words import count
from optimizer.summary.caseload.caseload import hospital_fact, panel_facts, score_json, tiers_text, unplaced_json
from optimizer.summary.caseload.medication import extent_json, medication_facts, medication_json, not_looked_at
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel

PLACES = {
    "assign": "optimizer.cli.caseload.assign:assign",
    "rebalance": "optimizer.cli.caseload.assign:rebalance",
    "next": "optimizer.cli.caseload.ask:next_",
    "cover": "optimizer.cli.caseload.ask:cover",
    "handover": "optimizer.cli.caseload.handover:handover",
    "staffing": "optimizer.cli.caseload.ask:staffing",
    "contacts": "optimizer.cli.caseload.contacts:contacts",
    "reviews": "optimizer.cli.caseload.reviews:reviews",
    "tasks": "optimizer.cli.caseload.tasks:tasks",
    "performance": "optimizer.cli.caseload.performance:performance",
    "hours": "optimizer.cli.caseload.hours:hours",
}

NOT_READ = "Fills that are not looked at"


@click.group(cls=LazyGroup, places=PLACES)
def caseload() -> None:
    """Share patients among case managers."""


@caseload.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json
def template(file: Path, as_json: bool) -> None:
    """Write a workbook to fill: every sheet explained, with a small example that can be assigned as it is."""
    if file.exists():
        refuse([f"{file} exists already; choose another name."], as_json)
    write_panel(file, example_panel(date.today()))
    print_facts({"written": str(file)}, [("Written", str(file))], as_json)


@caseload.command()
@workbook
@as_json
def check(file: Path, as_json: bool) -> None:
    """List every fault of a workbook with its sheet and cell, or say what it holds and who fits nobody."""
    contents = contents_of_panel(file, as_json)
    panel, unread = contents.panel, contents.unread
    nobody, fills = unplaced(panel), unread_fills(panel, panel.on)
    fit = ("Fit nobody", str(len(nobody) or "none"))
    found, held = extents(panel, panel.on), panel_facts(panel)
    facts = [*held, fit, *unread_facts(unread), ("Faults", _faults_text(fills))]
    said = {"faults": [], "unread": [*map(str, unread)], "unplaced": [unplaced_json(e) for e in nobody]}
    dispensing = {"dispensing": extent_json(found, fills)}
    print_facts({**dict(held), **said, **dispensing}, facts, as_json)
    print_sentences([each.sentence for each in nobody], as_json)
    print_sentences([each.sentence for each in fills], as_json, f"{NOT_READ}:")


def _faults_text(unread: Sequence[UnreadFills]) -> str:
    """Return that a workbook has no faults, and what that does not say where fills are not looked at."""
    missed = sum(each.fills for each in unread)
    return f"none in the workbook; but {count(missed, 'fill')} not looked at, see below" if missed else "none"


@caseload.command()
@workbook
@as_json
def risk(file: Path, as_json: bool) -> None:
    """Tell every patient's tier, and which facts ask for it."""
    panel = contents_of_panel(file, as_json).panel
    ranked = sorted(panel.ratings.items(), key=lambda each: (-each[1].tier, each[0]))
    found, unread = extents(panel, panel.on), unread_fills(panel, panel.on)
    values = [
        {
            "patient": who,
            "tier": int(r.tier),
            "computed": int(r.computed),
            "missing": [*r.missing],
            "why": r.sentence,
            "scores": [score_json(each) for each in r.scores],
        }
        for who, r in ranked
    ]
    facts = [
        ("Panel", panel.name),
        ("Day", panel.on.isoformat()),
        ("Tiers", tiers_text(panel)),
        hospital_fact(panel),
        *looked_at(found),
    ]
    print_facts({"patients": values, "dispensing": extent_json(found, unread)}, facts, as_json)
    print_sentences([f"{who}: {rating.sentence}" for who, rating in ranked], as_json)
    print_sentences([each.sentence for each in unread], as_json, f"{NOT_READ}:")


@caseload.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@as_json
def medications(file: Path, day: datetime | None, as_json: bool) -> None:
    """Tell what dispensing data ask somebody to look into. It supports decisions and advises no treatment."""
    panel = contents_of_panel(file, as_json).panel
    when = day.date() if day else panel.on
    tasks, found, unread = medication_tasks(panel, when), extents(panel, when), unread_fills(panel, when)
    reviews, unknown = reviewed(panel, when).values(), sum(each.risk.conditions is None for each in panel.patients)
    shown = medication_facts(tasks, found, reviews, unknown)
    facts = [("Panel", panel.name), ("Day", when.isoformat()), *shown]
    print_facts({"day": when.isoformat(), **medication_json(tasks, found, unread)}, facts, as_json)
    print_sentences([each.sentence for each in unread], as_json, f"{NOT_READ}:")
    print_sentences(not_looked_at(found), as_json, "Of whom nobody can say that they are clear:")
    work = [f"{t.patient}: {t.work}{f' by {t.due}' if t.due else ''}. {t.why}" for t in tasks]
    print_sentences(work, as_json, "What is to be looked into:")
