"""Makes and judges schedules: solve, score."""

import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from optimizer.cli.progress import Interruptible, ProgressLine, in_thread
from optimizer.cli.terminal import NO_PLAN, SHOWN, as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Outcome, Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, EngineError
from optimizer.planning.formulation import formulate
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.scenarios.plan_unit import PlannedUnit, UnitToPlan, plan_unit
from optimizer.staffing.facts.words import points
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.outcome import outcome_json, solve_facts, start_facts
from optimizer.summary.schedule.schedule import findings_json, schedule_facts, schedule_json
from optimizer.workbook.unit.write import write_schedule

NEAREST = {
    Status.INFEASIBLE: "No schedule can keep every rule that must be kept. Looking for the nearest one ...",
    Status.OUT_OF_TIME: "No schedule without a must-fix problem was found yet. Looking for the nearest one ...",
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
    asked = UnitToPlan(unit, contents.policy, contents.plan, engine=Engine(engine))
    try:
        found = _search(asked, Run(in_seconds(seconds), effort=Effort(workers, seed)), quiet=as_json)
    except EngineError as error:
        refuse([str(error)], as_json)
        return
    if found.verdict is None:
        told = [("Result", "Stopped before a plan was found; nothing is written.")]
        print_facts(outcome_json(found.outcome), told, as_json)
        sys.exit(NO_PLAN)
    verdict, findings = found.verdict, found.findings
    figures, plan = Figures(unit, verdict.plan), verdict.plan
    facts = [*solve_facts(found.outcome), *start_facts(unit, found.left_out), *schedule_facts(figures, findings)]
    keep(output, lambda place: write_schedule(file, place, unit, plan, findings, facts, pay=pay), as_json)
    values = {**outcome_json(found.outcome), **_verdict_json(figures, verdict, findings), "written": str(output)}
    print_facts({**values, "left_out": len(found.left_out)}, [*facts, ("Written", str(output))], as_json)
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


def _search(asked: UnitToPlan, run: Run, *, quiet: bool) -> PlannedUnit:
    """Return the best plan, and show how far the search is; Ctrl-C ends it and keeps the best."""
    stop, line = threading.Event(), ProgressLine(quiet)

    def bend(outcome: Outcome) -> None:
        line.end()
        line.tell(NEAREST[outcome.status])

    with Interruptible(stop):
        found = in_thread(lambda: plan_unit(asked, replace(run, stop=stop, on_progress=line.show), bend))
    line.end()
    return found


def _print_findings(figures: Figures, findings: tuple[Finding, ...]) -> None:
    none = "none" if figures.is_planned else "nothing is planned yet"
    click.echo(f"Findings:       {len(findings) or none}{', the gravest first' if findings else ''}")
    for finding in findings[:SHOWN]:
        weight = "must fix" if finding.must else points(finding.cost)
        click.echo(f"  {weight:>10}  {finding.rule.say(figures.unit, finding)}")
    if len(findings) > SHOWN:
        click.echo(f"  {'':>10}  and {len(findings) - SHOWN} more; the sheet Findings and --json have them all")


def _verdict_json(figures: Figures, verdict: Verdict, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """Return a verdict as plain values; ``broken`` counts the units of broken musts, ``musts_broken`` the places."""
    score = {"broken": verdict.score.broken, "cost_cents": verdict.score.cost}
    return {**score, **schedule_json(figures, findings), "findings": findings_json(figures.unit, findings)}
