"""Patients and case managers: caseload."""

import sys
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from optimizer.caseload.assemble import medication_tasks, reviewed
from optimizer.caseload.figures import caseloads, outlines
from optimizer.caseload.panel import Panel
from optimizer.caseload.referral import Candidate, next_managers
from optimizer.caseload.unplaced import unassigned, unplaced
from optimizer.cli.columns import print_rows
from optimizer.cli.progress import Interruptible, ProgressLine, in_thread
from optimizer.cli.terminal import NO_PLAN, SHOWN, as_json, check_output, print_facts, refuse, workbook
from optimizer.engine.outcome import Effort
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.words import count, money
from optimizer.scenarios.caseload.assign import assign as assign_panel
from optimizer.scenarios.caseload.cover import cover as cover_manager
from optimizer.scenarios.caseload.rebalance import Rebalanced, curve
from optimizer.scenarios.caseload.standard import Standard, least_budget
from optimizer.scenarios.caseload.standard import staffing as staff_panel
from optimizer.summary.caseload import (
    ENDED,
    assignment_facts,
    assignment_json,
    beside_text,
    caseload_lines,
    goal_facts,
    goal_json,
    lack_text,
    pairs_json,
    panel_facts,
    tiers_text,
    unplaced_json,
)
from optimizer.summary.facts import Facts
from optimizer.summary.medication import medication_facts, medication_json
from optimizer.workbook.faults import FaultyWorkbookError, meant
from optimizer.workbook.read_panel import PanelContents, read_panel
from optimizer.workbook.template_panel import example_panel
from optimizer.workbook.write_assignment import write_assignment
from optimizer.workbook.write_panel import write_panel

POINTS = 6
"""How many limits of transfers a curve has beside none."""
BESIDE = 2
"""Where the rules of thumb begin in a list of plans."""

seconds_option = click.option(
    "--seconds", default=30.0, show_default=True, type=click.FloatRange(min=1), help="How long to search."
)
seed_option = click.option(
    "--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here."
)
output_option = click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
a_day = click.DateTime(["%Y-%m-%d"])


@click.group()
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
    panel = _contents(file, as_json).panel
    nobody = unplaced(panel)
    facts = [*panel_facts(panel), ("Fit nobody", str(len(nobody) or "none")), ("Faults", "none")]
    print_facts(
        {"faults": [], **dict(panel_facts(panel)), "unplaced": [unplaced_json(e) for e in nobody]}, facts, as_json
    )
    _print_sentences([each.sentence for each in nobody], as_json)


@caseload.command()
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@seconds_option
@seed_option
@as_json
def assign(file: Path, output: Path, seconds: float, seed: int, as_json: bool) -> None:
    """Give every patient a case manager, goal after goal, and write it into a copy. Ctrl-C keeps the best so far."""
    check_output(file, output, as_json)
    contents = _as_it_is(_contents(file, as_json))
    panel, stop, line = contents.panel, threading.Event(), ProgressLine(as_json)
    with Interruptible(stop):
        found = in_thread(
            lambda: assign_panel(
                panel, contents.policy, seconds, goals=contents.goals, on_progress=lambda _, now: line.show(now),
                stop=stop, effort=Effort(seed=seed),
            )
        )  # fmt: skip
    line.end()
    if found.plan is None or found.score is None:
        print_facts(
            {"status": found.status.value, "locked": _wrong_locks(panel)}, _no_plan(panel, found.status), as_json
        )
        sys.exit(NO_PLAN)
    facts = [*panel_facts(panel), *assignment_facts(panel, found.plan, found.status, found.reached, found.seconds)]
    loads = caseloads(panel, contents.setting, found.plan)
    left = unassigned(panel, found.plan)
    formulation = formulate(panel, contents.policy)
    beside = outlines(panel, formulation, found.plan)
    best = min(beside[BESIDE:], key=lambda each: each.score)
    facts.append(("Rule of thumb", f"The best one, {best.title.lower()}: {beside_text(beside[0], best)}."))
    write_assignment(file, output, contents, found.plan, formulation, facts)
    values = assignment_json(panel, found.plan, found.reached, loads, left, beside)
    values |= {"status": found.status.value, "broken": found.score.broken, "written": str(output)}
    print_facts(values, [*facts, ("Written", str(output))], as_json)
    if not as_json:
        click.echo()
        print_rows(["Case manager", "Id", "Cases", "Work, h", "Capacity, h", "Full", ""], caseload_lines(panel, loads))
    _print_sentences([each.sentence for each in left], as_json, "Without a case manager:")
    sys.exit(NO_PLAN if found.score.broken else 0)


@caseload.command()
@workbook
@click.option("--max-transfers", required=True, type=click.IntRange(min=0), help="How many patients may change.")
@output_option
@seconds_option
@seed_option
@as_json
def rebalance(file: Path, max_transfers: int, output: Path | None, seconds: float, seed: int, as_json: bool) -> None:
    """Even out caseloads with few transfers, and show what each transfer more would gain."""
    if output:
        check_output(file, output, as_json)
    contents = _as_it_is(_contents(file, as_json))
    panel = contents.panel
    if not panel.given:
        refuse(["Nobody has a case manager yet, so there is nothing to even out; assign first."], as_json)
    limits = sorted({max_transfers * step // POINTS for step in range(POINTS + 1)})
    points = in_thread(
        lambda: curve(panel, contents.policy, limits, seconds, goals=contents.goals, effort=Effort(seed=seed))
    )
    last = points[-1]
    values: dict[str, Any] = {
        "curve": [_point_json(each) for each in points],
        "transfers": pairs_json(panel, last.moves),
    }
    facts = [("Panel", panel.name), ("Transfers", f"{len(last.moves)} of at most {max_transfers}")]
    if output:
        told = [*facts, *goal_facts(last.reached)]
        write_assignment(file, output, contents, last.plan, formulate(panel, contents.policy), told)
        values, facts = {**values, "written": str(output)}, [*facts, ("Written", str(output))]
    print_facts(values, facts, as_json)
    if not as_json:
        _print_curve(points)
        _print_moves(panel, last.moves)


@caseload.command("next")
@workbook
@click.option("--patient", required=True, metavar="ID", help="Whom to place.")
@as_json
def next_(file: Path, patient: str, as_json: bool) -> None:
    """Tell the five best case managers for one patient, all others staying where they are, and why."""
    contents = _as_it_is(_contents(file, as_json))
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


@caseload.command()
@workbook
@click.option("--manager", required=True, metavar="ID", help="Who is away.")
@click.option("--from", "first", required=True, type=a_day, help="First day away.")
@click.option("--to", "last", type=a_day, help="Last day away; without one the case manager leaves for good.")
@seconds_option
@as_json
def cover(file: Path, manager: str, first: datetime, last: datetime | None, seconds: float, as_json: bool) -> None:
    """Tell who takes the patients of a case manager who is away, all others staying where they are."""
    contents = _as_it_is(_contents(file, as_json))
    panel, until = contents.panel, last.date() if last else None
    if manager not in panel.manager_by_id:
        refuse([f"'{manager}' is not a case manager's id; {meant(manager, panel.manager_by_id)}"], as_json)
    if until and until < first.date():
        refuse([f"{until} is before {first.date()}; --to must not be before --from."], as_json)
    panel = replace(panel, locked=frozenset(pair for pair in panel.locked if pair.who != manager))
    found = in_thread(
        lambda: cover_manager(
            panel, contents.policy, contents.plan, manager, first.date(), until, seconds, goals=contents.goals
        )
    )
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
        _print_moves(panel, found.takes)
    _print_sentences([*(each.sentence for each in found.uncovered), *crowded], as_json, "Not covered:")
    sys.exit(0 if taken == theirs else NO_PLAN)


@caseload.command()
@workbook
@click.option("--load", default=90, show_default=True, type=click.IntRange(1, 200), help="Most percent of capacity.")
@click.option("--budget", is_flag=True, help="Also tell the least money a month that it takes.")
@seconds_option
@as_json
def staffing(file: Path, load: int, budget: bool, seconds: float, as_json: bool) -> None:
    """Tell how many more case managers it takes that everybody is assigned and nobody is too full."""
    contents = _as_it_is(_contents(file, as_json))
    panel, standard = contents.panel, Standard(load)
    found = in_thread(lambda: staff_panel(panel, contents.policy, standard, seconds))
    enough = found.hires is not None
    facts: Facts = [
        ("Panel", panel.name),
        ("Standard", f"everybody assigned who can be, nobody beyond {load} % of the capacity"),
        (
            "Hires",
            f"{found.hires} of 1.0 FTE" if enough else "no tried number was found to be enough in the time given",
        ),
        ("At least", f"{found.least}, by the hours alone"),
    ]
    values: dict[str, Any] = {"load": load, "hires": found.hires, "least": found.least, "budget": None}
    if budget:
        cents = in_thread(lambda: least_budget(panel, contents.policy, standard, seconds))
        said = f"{money(cents[0])} a month, not below {money(cents[1])}" if cents else "not met with the present people"
        facts.append(("Budget", said))
        values["budget"] = cents and {"found_cents": cents[0], "least_cents": cents[1]}
    print_facts(values, facts, as_json)
    sys.exit(0 if enough else NO_PLAN)


@caseload.command()
@workbook
@as_json
def risk(file: Path, as_json: bool) -> None:
    """Tell every patient's tier, and which facts ask for it."""
    panel = _contents(file, as_json).panel
    ranked = sorted(panel.ratings.items(), key=lambda each: (-each[1].tier, each[0]))
    values = [
        {"patient": who, "tier": int(r.tier), "computed": int(r.computed), "missing": [*r.missing], "why": r.sentence}
        for who, r in ranked
    ]
    facts = [("Panel", panel.name), ("Day", panel.on.isoformat()), ("Tiers", tiers_text(panel))]
    print_facts({"patients": values}, facts, as_json)
    _print_sentences([f"{who}: {rating.sentence}" for who, rating in ranked], as_json)


@caseload.command()
@workbook
@click.option("--on", "day", type=a_day, help="The day; the planning date when not given.")
@as_json
def medications(file: Path, day: datetime | None, as_json: bool) -> None:
    """Tell what dispensing data ask somebody to look into. It supports decisions and advises no treatment."""
    panel = _contents(file, as_json).panel
    when = day.date() if day else panel.on
    tasks = medication_tasks(panel, when)
    facts = [("Panel", panel.name), ("Day", when.isoformat()), *medication_facts(tasks, len(reviewed(panel, when)))]
    print_facts({"day": when.isoformat(), **medication_json(tasks)}, facts, as_json)
    _print_sentences([f"{t.patient}: {t.work}{f' by {t.due}' if t.due else ''}. {t.why}" for t in tasks], as_json)


def _contents(file: Path, as_json: bool) -> PanelContents:
    """Return what a panel's workbook holds, or tell every fault and leave."""
    try:
        return read_panel(file)
    except FaultyWorkbookError as error:
        refuse([str(fault) for fault in error.faults], as_json)
        raise AssertionError from error  # never reached


def _as_it_is(contents: PanelContents) -> PanelContents:
    """Return a panel whose present assignment is the one to start from and to stay close to."""
    panel = replace(contents.panel, given=contents.plan, locked=contents.panel.locked & contents.plan)
    return replace(contents, panel=panel)


def _no_plan(panel: Panel, status: object) -> Facts:
    told = [(f"Locked {number}", each) for number, each in enumerate(_wrong_locks(panel), start=1)]
    return [("Result", f"{ENDED[status]} Nothing is written."), *told]  # type: ignore[index]


def _wrong_locks(panel: Panel) -> list[str]:
    return [
        f"{pair.what.patient} is kept with {panel.name_of(pair.who)}, who lacks: {lack_text(panel.lacks(pair))}."
        for pair in sorted(panel.locked - panel.offered)
    ]


def _point_json(point: Rebalanced) -> dict[str, object]:
    goals = [goal_json(each) for each in point.reached]
    return {"limit": point.limit, "transfers": len(point.moves), "spread_percent": point.spread, "goals": goals}


def _print_curve(points: Iterable[Rebalanced]) -> None:
    points = [*points]
    titles = [each.goal.title for each in points[-1].reached]
    rows = [
        [str(point.limit), str(len(point.moves)), f"{point.spread} %", *(money(each.cost) for each in point.reached)]
        for point in points
    ]
    click.echo()
    print_rows(["At most", "Moved", "Fullest less emptiest", *titles], rows)


def _print_moves(panel: Panel, moves: Plan | Iterable[object]) -> None:
    rows = [
        [each["patient"], panel.name_of(had) if (had := each["had"]) else "-", panel.name_of(each["manager"])]
        for each in pairs_json(panel, moves)  # type: ignore[arg-type]
    ]
    if rows:
        click.echo()
        print_rows(["Patient", "From", "To"], rows)


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
    costs = "; ".join(f"{title} {money(cents)}" for title, cents in each.costs.items() if cents) or "costs nothing"
    broken = f", {count(each.broken, 'must')} broken" if each.broken else ""
    click.echo(f"{number}. {panel.name_of(each.manager)} ({each.manager}), then {each.load} % full{broken}: {costs}")
    for reason in each.reasons:
        click.echo(f"     {reason}")


def _print_sentences(sentences: list[str], as_json: bool, title: str = "") -> None:
    if as_json or not sentences:
        return
    click.echo("\n".join(filter(None, ["", title])) if title else "")
    for sentence in sentences[:SHOWN]:
        click.echo(f"  {sentence}")
    if len(sentences) > SHOWN:
        click.echo(f"  and {len(sentences) - SHOWN} more; --json has them all")
