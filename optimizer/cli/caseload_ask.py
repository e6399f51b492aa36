"""What a supervisor asks of a panel: caseload next, cover, staffing."""

import sys
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from optimizer.caseload.panel import Panel
from optimizer.caseload.referral import Candidate, next_managers
from optimizer.caseload.unplaced import unplaced
from optimizer.cli.panel import a_day, as_it_is, contents_of_panel, print_moves, print_sentences, seconds_option
from optimizer.cli.progress import Interruptible, in_thread
from optimizer.cli.terminal import NO_PLAN, as_json, print_facts, refuse, workbook
from optimizer.planning.formulation import formulate
from optimizer.planning.words import count, money
from optimizer.scenarios.caseload.cover import cover as cover_manager
from optimizer.scenarios.caseload.standard import Standard
from optimizer.scenarios.caseload.standard import staffing as staff_panel
from optimizer.summary.caseload import ENDED, cost_text, lack_text, pairs_json, unplaced_json
from optimizer.summary.facts import Facts
from optimizer.workbook.faults import meant


@click.command("next")
@workbook
@click.option("--patient", required=True, metavar="ID", help="Whom to place.")
@as_json
def next_(file: Path, patient: str, as_json: bool) -> None:
    """Tell the five best case managers for one patient, all others staying where they are, and why."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel = contents.panel
    if patient not in panel.patient_by_id:
        refuse([f"'{patient}' is not a patient's id; {meant(patient, panel.patient_by_id)}"], as_json)
    found = next_managers(panel, formulate(panel, contents.policy), contents.goals, contents.plan, patient)
    nobody = [each for each in unplaced(panel) if each.patient == patient]
    facts = [
        ("Patient", f"{patient}, {panel.tier(patient).label}"),
        ("Why", panel.ratings[patient].sentence),
        *[("Nobody fits", f"{each.sentence} Missing: {lack_text(each.missing)}.") for each in nobody],
    ]
    values = {"patient": patient, "tier": int(panel.tier(patient)), "managers": [_candidate_json(e) for e in found]}
    print_facts({**values, "unplaced": [unplaced_json(each) for each in nobody]}, facts, as_json)
    if not as_json:
        for number, each in enumerate(found, start=1):
            _print_candidate(panel, number, each)
    sys.exit(0 if found else NO_PLAN)


@click.command()
@workbook
@click.option("--manager", required=True, metavar="ID", help="Who is away.")
@click.option("--from", "first", required=True, type=a_day, help="First day away.")
@click.option("--to", "last", type=a_day, help="Last day away; without one the case manager leaves for good.")
@seconds_option
@as_json
def cover(file: Path, manager: str, first: datetime, last: datetime | None, seconds: float, as_json: bool) -> None:
    """Tell who takes the patients of a case manager who is away, all others staying. Ctrl-C keeps the best so far."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, until = contents.panel, last.date() if last else None
    if manager not in panel.manager_by_id:
        refuse([f"'{manager}' is not a case manager's id; {meant(manager, panel.manager_by_id)}"], as_json)
    if until and until < first.date():
        refuse([f"{until} is before {first.date()}; --to must not be before --from."], as_json)
    panel = replace(panel, locked=frozenset(pair for pair in panel.locked if pair.who != manager))
    stop = threading.Event()
    with Interruptible(stop):
        found = in_thread(
            lambda: cover_manager(
                panel, contents.policy, contents.plan, manager, first.date(), until, seconds, goals=contents.goals,
                stop=stop,
            )
        )  # fmt: skip
    theirs = {pair.what.patient for pair in contents.plan if pair.who == manager}
    taken = {pair.what.patient for pair in found.takes}
    told = {each.patient for each in found.uncovered}
    crowded = [f"{who}: nobody has room." for who in sorted(theirs - taken - told)]
    facts = [
        ("Away", f"{panel.name_of(manager)}, {first.date()} to {until or 'for good'}"),
        ("Patients", f"{len(theirs)}, {len(taken)} of them covered"),
        ("Result", ENDED[found.assignment.status]),
    ]
    values = {
        "takes": pairs_json(panel, found.takes),
        "uncovered": [unplaced_json(each) for each in found.uncovered],
        "no_room": sorted(theirs - taken - told),
    }
    print_facts(values, facts, as_json)
    if not as_json:
        print_moves(panel, found.takes)
    print_sentences([*(each.sentence for each in found.uncovered), *crowded], as_json, "Not covered:")
    sys.exit(0 if taken == theirs else NO_PLAN)


@click.command()
@workbook
@click.option("--load", default=90, show_default=True, type=click.IntRange(1, 200), help="Most percent of capacity.")
@seconds_option
@as_json
def staffing(file: Path, load: int, seconds: float, as_json: bool) -> None:
    """Tell how many more case managers, and how much pay, it takes that all are assigned and nobody is too full."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, standard = contents.panel, Standard(load)
    stop = threading.Event()
    with Interruptible(stop):
        found = in_thread(lambda: staff_panel(panel, contents.policy, standard, seconds, stop=stop))
    enough = found.hires is not None
    facts: Facts = [
        ("Panel", panel.name),
        ("Standard", f"everybody assigned who can be, nobody beyond {load} % of the capacity"),
        (
            "Hires",
            f"{found.hires} of 1.0 FTE" if enough else "no tried number was found to be enough in the time given",
        ),
        ("At least", f"{found.least}, by the hours alone"),
        *([("Budget", cost_text(*found.budget))] if found.budget else []),
    ]
    values: dict[str, Any] = {"load": load, "hires": found.hires, "least": found.least}
    values["budget"] = found.budget and {"found_cents": found.budget.found, "least_cents": found.budget.least}
    print_facts(values, facts, as_json)
    sys.exit(0 if enough else NO_PLAN)


def _candidate_json(each: Candidate) -> dict[str, object]:
    reasons = [*each.reasons]
    return {
        "manager": each.manager,
        "broken": each.broken,
        "load": each.load,
        "cents": dict(each.costs),
        "why": reasons,
    }


def _print_candidate(panel: Panel, number: int, each: Candidate) -> None:
    costs = "; ".join(_cost(title, cents) for title, cents in each.costs.items() if cents) or "costs nothing"
    broken = f", {count(each.broken, 'must')} broken" if each.broken else ""
    name = panel.manager_by_id[each.manager].name
    click.echo(f"{number}. {name} ({each.manager}), then {each.load} % full{broken}: {costs}")
    for reason in each.reasons:
        click.echo(f"     {reason}")


def _cost(title: str, cents: int) -> str:
    return f"{title} {'saves ' if cents < 0 else ''}{money(abs(cents))}"
