"""What a supervisor asks of a panel: caseload next, cover, staffing."""

import sys
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from optimizer.caseload.panel import Panel
from optimizer.caseload.referral import ReferralCandidate, Referrals
from optimizer.caseload.span import dated
from optimizer.caseload.unplaced import unplaced
from optimizer.cli.caseload.panel import a_day, as_it_is, contents_of_panel, print_sentences, seconds_option
from optimizer.cli.columns import print_rows
from optimizer.cli.progress import Interruptible, in_thread
from optimizer.cli.terminal import NO_PLAN, as_json, print_facts, refuse, workbook
from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.currency import money
from optimizer.planning.formulation import formulate
from optimizer.planning.words import count
from optimizer.scenarios.caseload.cover import ManagerCover
from optimizer.scenarios.caseload.cover import cover as cover_manager
from optimizer.scenarios.caseload.cover_told import (
    cover_json,
    covered_text,
    ends_in,
    gap_sentences,
    judged_text,
    last_text,
    turns_of,
)
from optimizer.scenarios.caseload.standard import StaffingStandard
from optimizer.scenarios.caseload.standard import staffing as staff_panel
from optimizer.summary.caseload.caseload import ENDED, ahead_facts, cost_text, lack_text, unplaced_json
from optimizer.summary.facts import Facts
from optimizer.workbook.table.faults import meant


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
    referrals = Referrals(panel, formulate(panel, contents.policy), contents.goals, contents.plan)
    found, for_a_time = referrals.next_managers(patient), referrals.for_a_time(patient)
    nobody = [each for each in unplaced(panel) if each.patient == patient]
    facts = [
        ("Patient", f"{patient}, {panel.tier(patient).label}"),
        ("Why", panel.ratings[patient].sentence),
        *ahead_facts(panel),
        *[("Nobody fits", f"{each.sentence} Missing: {lack_text(each.missing)}.") for each in nobody],
    ]
    values: dict[str, Any] = {
        "patient": patient,
        "tier": int(panel.tier(patient)),
        "managers": [_candidate_json(e) for e in found],
    }
    values["for_a_time"] = [{"manager": who, "why": [*why]} for who, why in for_a_time]
    print_facts({**values, "unplaced": [unplaced_json(each) for each in nobody]}, facts, as_json)
    if not as_json:
        for number, each in enumerate(found, start=1):
            _print_candidate(panel, number, each)
    print_sentences([said for _, why in for_a_time for said in why], as_json, "Not throughout the days ahead:")
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
        run = Run(in_seconds(seconds), stop)
        found = in_thread(
            lambda: cover_manager(
                panel, contents.policy, contents.plan, manager, first.date(), until, run, goals=contents.goals
            )
        )
    theirs = frozenset(pair.what.patient for pair in contents.plan if pair.who == manager) - found.elsewhere
    missing = gap_sentences(found, theirs)
    facts = [
        ("Away", f"{panel.name_of(manager)}, {first.date()} {f'to {until}' if until else 'for good'}"),
        ("Judged", judged_text(found)),
        ("Patients", covered_text(found, theirs)),
        *([("Elsewhere", f"{', '.join(sorted(found.elsewhere))}, all through")] if found.elsewhere else []),
        ("Result", ENDED[found.assignment.status]),
    ]
    print_facts(cover_json(panel, found, theirs), facts, as_json)
    if not as_json:
        _print_turns(panel, found)
    print_sentences(missing, as_json, "Not covered:")
    print_sentences([each.sentence for each in found.ends], as_json, "What ends for those who take somebody:")
    sys.exit(NO_PLAN if missing else 0)


@click.command()
@workbook
@click.option("--load", default=90, show_default=True, type=click.IntRange(1, 200), help="Most percent of capacity.")
@seconds_option
@as_json
def staffing(file: Path, load: int, seconds: float, as_json: bool) -> None:
    """Tell how many more case managers, and how much pay, it takes that all are assigned and nobody is too full."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, standard = contents.panel, StaffingStandard(load)
    stop = threading.Event()
    with Interruptible(stop):
        run = Run(in_seconds(seconds), stop)
        found = in_thread(lambda: staff_panel(panel, contents.policy, standard, run))
    enough = found.hires is not None
    facts: Facts = [
        ("Panel", panel.name),
        ("Standard", f"everybody assigned who can be, nobody beyond {load} % of the capacity"),
        ("Judged", f"as it will be on {dated(panel.span.last)}: who leaves or starts by then is gone or there"),
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


def _print_turns(panel: Panel, found: ManagerCover) -> None:
    rows = [
        [
            turn.pair.what.patient, panel.name_of(turn.pair.who), turn.span.first.isoformat(),
            last_text(turn, found), ends_in(turn, found),
        ]
        for turn in turns_of(found)
    ]  # fmt: skip
    if rows:
        click.echo()
        print_rows(["Patient", "Case manager", "From", "To", ""], rows)


def _candidate_json(each: ReferralCandidate) -> dict[str, object]:
    reasons = [*each.reasons]
    return {
        "manager": each.manager,
        "broken": each.broken,
        "load": each.load,
        "cents": dict(each.costs),
        "why": reasons,
    }


def _print_candidate(panel: Panel, number: int, each: ReferralCandidate) -> None:
    costs = "; ".join(_cost(title, cents) for title, cents in each.costs.items() if cents) or "costs nothing"
    broken = f", {count(each.broken, 'must-fix problem')}" if each.broken else ""
    name = panel.manager_by_id[each.manager].name
    click.echo(f"{number}. {name} ({each.manager}), then {each.load} % full{broken}: {costs}")
    for reason in each.reasons:
        click.echo(f"     {reason}")


def _cost(title: str, cents: int) -> str:
    return f"{title} {'saves ' if cents < 0 else ''}{money(abs(cents))}"
