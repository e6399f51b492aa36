"""Solves a draft where it is: draft solve."""

import sys
import threading

import click

from optimizer.cli.draft.drafted import contents_in, draft_number, judge_in
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.progress import Interruptible, ProgressLine, in_thread
from optimizer.cli.terminal import NO_PLAN, as_json, print_facts
from optimizer.engine.outcome import Outcome, Progress
from optimizer.engine.solve import Engine
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge
from optimizer.scenarios.plan_unit import PlannedUnit
from optimizer.scenarios.resolve import Resolve, SolveStep
from optimizer.staffing.facts.words import count, points
from optimizer.store.database.connection import Database
from optimizer.store.drafts import accept, plan_at, version_of
from optimizer.store.locks import locks_of
from optimizer.store.publications import known_to
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.runs import KeptRun, keep_run
from optimizer.store.workbooks import workbook_of
from optimizer.summary.schedule.outcome import outcome_json, solve_facts, start_facts


@click.command()
@draft_number
@click.option("--seconds", default=60.0, show_default=True, type=click.FloatRange(min=1), help="How long to search.")
@click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
@click.option("--workers", type=click.IntRange(min=1), help="Threads to search with; one for each core if not given.")
@as_json
@stored
def solve(actor: Actor, number: int, seconds: float, seed: int, workers: int | None, as_json: bool) -> None:
    """Solve a draft from its newest version on; what is found is one more edit, which can be undone.

    Locked cells and duties stay, and so do leave and classes entered by hand.
    """
    check(actor, Permission.EDIT_DRAFTS)
    store = open_store()
    version, locks = version_of(store, actor, number), locks_of(store, actor, number)
    contents = contents_in(workbook_of(store, actor, number), as_json)
    plan = known_to(contents.unit, plan_at(store, actor, number, version))
    order = Resolve(contents.unit, contents.policy, plan, locks, seconds, seed, workers)
    planned = _search(order, quiet=as_json)
    outcome = planned.outcome
    keep_run(store, actor, _run(number, version, seed, outcome))
    made = _keep(store, actor, number, version, judge_in(contents), plan, outcome)
    told = "nothing better was found, so it stays as it is" if made is None else f"version {made}"
    begun = start_facts(contents.unit, planned.left_out)
    facts = [*solve_facts(outcome), *begun, ("Draft", f"{number}, {told}")]
    print_facts({**outcome_json(outcome), "draft": number, "version": made or version}, facts, as_json)
    sys.exit(NO_PLAN if outcome.score is None else 0)


def _search(order: Resolve, *, quiet: bool) -> PlannedUnit:
    """Return the best plan found; Ctrl-C ends the search and keeps it."""
    line, stop = ProgressLine(quiet), threading.Event()

    def tell(step: SolveStep) -> None:
        line.show(Progress(step.seconds, step.score.cost if step.score else None, step.bound or 0))

    with Interruptible(stop):
        planned = in_thread(lambda: order.planned(tell, stop))
    line.end()
    return planned


def _keep(
    store: Database, actor: Actor, number: int, version: int, judge: Judge, before: Plan, outcome: Outcome
) -> int | None:
    """Keep what was found as an edit and return the version it makes; None when it is no better than what there was."""
    found = outcome.found
    if found is None:
        return None
    score = judge.judge(found).score
    if score >= judge.judge(before).score:
        return None
    broken = f"must-fix problems by {count(score.broken, 'unit')}, " if score.broken else ""
    why = f"Solved in {outcome.seconds:.0f} s: {broken}{points(score.cost)}"
    return accept(store, actor, number, version, before - found, found - before, why)


def _run(number: int, version: int, seed: int, outcome: Outcome) -> KeptRun:
    cost = outcome.score.cost if outcome.score else None
    milliseconds = round(1000 * outcome.seconds)
    return KeptRun(number, version, seed, Engine.ROSTERS, outcome.status, outcome.bound, cost, milliseconds)
