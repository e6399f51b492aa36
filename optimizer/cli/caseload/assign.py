"""Who gets whom: caseload assign, rebalance."""

import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from optimizer.caseload.assemble import extents, unread_fills
from optimizer.caseload.days.endings import endings
from optimizer.caseload.figures import caseloads, outlines
from optimizer.caseload.medication.notice import NOTICE, UNREAD
from optimizer.caseload.panel import Panel
from optimizer.caseload.unplaced import unassigned
from optimizer.cli.caseload.panel import (
    as_it_is,
    contents_of_panel,
    print_moves,
    print_sentences,
    seconds_option,
    seed_option,
)
from optimizer.cli.columns import print_rows
from optimizer.cli.progress import Interruptible, ProgressLine, in_thread
from optimizer.cli.terminal import NO_PLAN, as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Status
from optimizer.engine.run import Effort, Run
from optimizer.planning.currency import money
from optimizer.planning.formulation import formulate
from optimizer.scenarios.caseload.assign import assign as assign_panel
from optimizer.scenarios.caseload.rebalance import Rebalanced, curve
from optimizer.summary.caseload.caseload import (
    ENDED,
    ahead_facts,
    assignment_facts,
    assignment_json,
    beside_text,
    caseload_lines,
    endings_facts,
    endings_json,
    goal_facts,
    goal_json,
    lack_text,
    pairs_json,
    panel_facts,
)
from optimizer.summary.caseload.medication import extent_json
from optimizer.summary.facts import Facts
from optimizer.workbook.panel.write_assignment import write_assignment

POINTS = 6
"""How many limits of transfers a curve has beside none."""
BESIDE = 2
"""Where the rules of thumb begin in a list of plans."""


@click.command()
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@seconds_option
@seed_option
@as_json
def assign(file: Path, output: Path, seconds: float, seed: int, as_json: bool) -> None:
    """Give every patient a case manager, goal after goal, and write it into a copy. Ctrl-C keeps the best so far."""
    check_output(file, output, as_json)
    contents = as_it_is(contents_of_panel(file, as_json))
    panel, stop, line = contents.panel, threading.Event(), ProgressLine(as_json)
    with Interruptible(stop):
        run = Run(in_seconds(seconds), stop, line.show, Effort(seed=seed))
        found = in_thread(lambda: assign_panel(panel, contents.policy, run, goals=contents.goals))
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
    facts.append(("Medicines", f"{NOTICE} {UNREAD}"))
    ends = endings(panel, found.plan)
    facts += endings_facts(ends)
    plan = found.plan
    keep(output, lambda place: write_assignment(file, place, contents, plan, formulation, facts), as_json)
    values = assignment_json(panel, found.plan, found.reached, loads, left, beside)
    values |= {
        "ends": endings_json(ends),
        "status": found.status.value,
        "broken": found.score.broken,
        "written": str(output),
    }
    values["dispensing"] = extent_json(extents(panel, panel.on), unread_fills(panel, panel.on))
    print_facts(values, [*facts, ("Written", str(output))], as_json)
    if not as_json:
        click.echo()
        print_rows(["Case manager", "Id", "Cases", "Work, h", "Capacity, h", "Full", ""], caseload_lines(panel, loads))
    print_sentences([each.sentence for each in left], as_json, "Without a case manager:")
    print_sentences([each.sentence for each in ends], as_json, "What ends in the days ahead:")
    sys.exit(NO_PLAN if found.score.broken else 0)


@click.command()
@workbook
@click.option("--max-transfers", required=True, type=click.IntRange(min=0), help="How many patients may change.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@seconds_option
@seed_option
@as_json
def rebalance(file: Path, max_transfers: int, output: Path | None, seconds: float, seed: int, as_json: bool) -> None:
    """Even out caseloads with few transfers, and show what each transfer more would gain."""
    if output:
        check_output(file, output, as_json)
    contents = as_it_is(contents_of_panel(file, as_json))
    panel = contents.panel
    if not panel.given:
        refuse(["Nobody has a case manager yet, so there is nothing to even out; assign first."], as_json)
    limits = sorted({max_transfers * step // POINTS for step in range(POINTS + 1)})
    run = Run(in_seconds(seconds), effort=Effort(seed=seed))
    points = in_thread(lambda: curve(panel, contents.policy, limits, run, goals=contents.goals))
    last = points[-1]
    ends = endings(panel, last.plan)
    values: dict[str, Any] = {
        "ends": endings_json(ends),
        "curve": [_point_json(each) for each in points],
        "transfers": pairs_json(panel, last.moves),
    }
    facts = [("Panel", panel.name), ("Transfers", f"{len(last.moves)} of at most {max_transfers}"), *ahead_facts(panel)]
    facts += endings_facts(ends)
    if output:
        told = [*facts, *goal_facts(last.reached)]
        formulation = formulate(panel, contents.policy)
        keep(output, lambda place: write_assignment(file, place, contents, last.plan, formulation, told), as_json)
        values, facts = {**values, "written": str(output)}, [*facts, ("Written", str(output))]
    print_facts(values, facts, as_json)
    if not as_json:
        _print_curve(points)
        print_moves(panel, last.moves)
    print_sentences([each.sentence for each in ends], as_json, "What ends in the days ahead:")


def _no_plan(panel: Panel, status: Status) -> Facts:
    told = [(f"Locked {number}", each) for number, each in enumerate(_wrong_locks(panel), start=1)]
    return [("Result", f"{ENDED[status]} Nothing is written."), *told]


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
