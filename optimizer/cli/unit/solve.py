"""Makes and judges schedules: solve, score."""

import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from optimizer.cli.progress import Interruptible, ProgressLine, in_thread
from optimizer.cli.terminal import NO_PLAN, SHOWN, as_json, check_output, contents_of, keep, print_facts, workbook
from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Effort, Outcome, Status
from optimizer.engine.solve import Engine
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.scenarios.resolve import pins_of, start_of
from optimizer.staffing.facts.words import money
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.outcome import outcome_json, solve_facts
from optimizer.summary.schedule.schedule import findings_json, schedule_facts, schedule_json
from optimizer.workbook.unit.read import Contents
from optimizer.workbook.unit.write import write_schedule

NEAREST = {
    Status.INFEASIBLE: "No plan can keep every must. Looking for the nearest one ...",
    Status.OUT_OF_TIME: "No plan that keeps every must was found yet. Looking for the nearest one ...",
}
ENGINES = [engine.value for engine in Engine]


@click.command()
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@click.option("--seconds", default=60.0, show_default=True, type=click.FloatRange(min=1), help="How long to search.")
@click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
@click.option("--workers", type=click.IntRange(min=1), help="Threads to search with; one for each core if not given.")
@click.option(
    "--engine", type=click.Choice(ENGINES), default=Engine.AUTO.value, show_default=True, help="Which solver."
)
@click.option("--pay", is_flag=True, help="Tell on the sheet Hours what each person costs.")
@as_json
def solve(
    file: Path, output: Path, seconds: float, seed: int, workers: int | None, engine: str, pay: bool, as_json: bool
) -> None:
    """Make the schedule of a workbook and write it into a copy. Ctrl-C stops the search and keeps the best plan."""
    check_output(file, output, as_json)
    contents = contents_of(file, as_json)
    unit = replace(contents.unit, given=contents.plan)
    formulation = formulate(unit, contents.policy)
    outcome = _search(formulation, contents, seconds, Effort(workers, seed), Engine(engine), quiet=as_json)
    if outcome.plan is None:
        told = [("Result", "Stopped before a plan was found; nothing is written.")]
        print_facts(outcome_json(outcome), told, as_json)
        sys.exit(NO_PLAN)
    judge = Judge(formulation)
    verdict, figures = judge.judge(outcome.plan), Figures(unit, outcome.plan)
    findings = judge.findings(verdict)
    facts = [*solve_facts(outcome), *schedule_facts(figures, findings)]
    plan = outcome.plan
    keep(output, lambda place: write_schedule(file, place, unit, plan, findings, facts, pay=pay), as_json)
    values = {**outcome_json(outcome), **_verdict_json(figures, verdict, findings), "written": str(output)}
    print_facts(values, [*facts, ("Written", str(output))], as_json)
    if not as_json:
        _print_findings(figures, findings)
    sys.exit(NO_PLAN if verdict.score.broken else 0)


@click.command()
@workbook
@as_json
def score(file: Path, as_json: bool) -> None:
    """Judge the schedule that a workbook holds, by the rules that it holds."""
    contents = contents_of(file, as_json)
    judge = Judge(formulate(contents.unit, contents.policy))
    verdict, figures = judge.judge(contents.plan), Figures(contents.unit, contents.plan)
    findings = judge.findings(verdict)
    print_facts(_verdict_json(figures, verdict, findings), schedule_facts(figures, findings), as_json)
    if not as_json:
        _print_findings(figures, findings)


def _search(
    formulation: Formulation, contents: Contents, seconds: float, effort: Effort, engine: Engine, *, quiet: bool
) -> Outcome:
    """Return the best plan; when no plan that keeps every must is found, the nearest one, its status told apart."""
    stop, unit, line = threading.Event(), contents.unit, ProgressLine(quiet)
    pins = pins_of(unit, contents.plan, frozenset())
    start = start_of(unit, contents.plan, pins) if contents.plan else None

    def bend(outcome: Outcome) -> None:
        line.end()
        line.tell(NEAREST[outcome.status])

    deadline = time.monotonic() + seconds
    with Interruptible(stop):
        outcome = in_thread(
            lambda: solve_or_nearest(
                formulation,
                pins,
                engine=engine,
                start=start,
                deadline=deadline,
                on_progress=line.show,
                on_nearest=bend,
                stop=stop,
                effort=effort,
            )
        )
    line.end()
    return outcome


def _print_findings(figures: Figures, findings: tuple[Finding, ...]) -> None:
    none = "none" if figures.is_planned else "nothing is planned yet"
    click.echo(f"Findings:       {len(findings) or none}{', the gravest first' if findings else ''}")
    for finding in findings[:SHOWN]:
        weight = "must" if finding.must else money(finding.cost)
        click.echo(f"  {weight:>10}  {finding.rule.say(figures.unit, finding)}")
    if len(findings) > SHOWN:
        click.echo(f"  {'':>10}  and {len(findings) - SHOWN} more; the sheet Findings and --json have them all")


def _verdict_json(figures: Figures, verdict: Verdict, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """Return a verdict as plain values; ``broken`` counts the units of broken musts, ``musts_broken`` the places."""
    score = {"broken": verdict.score.broken, "cost_cents": verdict.score.cost}
    return {**score, **schedule_json(figures, findings), "findings": findings_json(figures.unit, findings)}
