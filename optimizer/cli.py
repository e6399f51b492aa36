"""The command line. Exit code 0: done; 1: no plan possible, or a breach that blocks; 2: bad input."""

import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from optimizer.cli_scenarios import compare, frontier, hire
from optimizer.engine.nearest import told_apart
from optimizer.engine.outcome import Effort, Outcome, Pins, Progress, Status
from optimizer.engine.solve import Engine
from optimizer.engine.solve import solve as solve_formulation
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.budget_report import budget_report
from optimizer.staffing.compliance.comply import comply as judge_by_law
from optimizer.staffing.compliance.numbers import no_patients
from optimizer.staffing.figures import Figures
from optimizer.staffing.lawful_need import patients_by_kind
from optimizer.staffing.need_source import care_totals, need_ranges, need_sources
from optimizer.staffing.policy import default_policy
from optimizer.staffing.presets import jurisdictions, kinds, preset
from optimizer.staffing.words import money
from optimizer.summary import (
    budget_facts,
    compliance_facts,
    compliance_json,
    compliance_lines,
    findings_json,
    law_json,
    law_lines,
    need_facts,
    need_json,
    need_lines,
    outcome_json,
    schedule_facts,
    solve_facts,
    unit_facts,
)
from optimizer.terminal import NO_PLAN, as_json, check_output, contents_of, print_facts, refuse, workbook
from optimizer.workbook.read import Contents
from optimizer.workbook.template import example_scenarios, example_unit
from optimizer.workbook.write import write_schedule, write_unit
from optimizer.workbook.write_compliance import write_compliance

BLOCKED = 1
SHOWN = 12
"""How many findings are printed; the workbook and --json have them all."""
NEAREST = {
    Status.INFEASIBLE: "No plan keeps every must. Looking for the nearest one ...",
    Status.OUT_OF_TIME: "No plan that keeps every must was found yet. Looking for the nearest one ...",
}
ENGINES = [engine.value for engine in Engine]
T = TypeVar("T")


@click.group()
@click.version_option(package_name="optimizer")
def main() -> None:
    """Make and judge nursing schedules."""


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json
def template(file: Path, as_json: bool) -> None:
    """Write a workbook to fill: every sheet explained, with a small example that can be solved as it is."""
    if file.exists():
        refuse([f"{file} exists already; choose another name."], as_json)
    write_unit(file, example_unit(date.today()), default_policy(), scenarios=example_scenarios())
    print_facts({"written": str(file)}, [("Written", str(file))], as_json)


@main.command()
@workbook
@as_json
def check(file: Path, as_json: bool) -> None:
    """List every fault of a workbook with its sheet and cell, or say what it holds."""
    facts = unit_facts(contents_of(file, as_json).unit)
    print_facts({"faults": [], **dict(facts)}, [*facts, ("Faults", "none")], as_json)


@main.command()
@workbook
@as_json
def need(file: Path, as_json: bool) -> None:
    """Tell how many people each shift and role needs, and where every number comes from."""
    unit = contents_of(file, as_json).unit
    totals = care_totals(unit)
    print_facts(need_json(need_sources(unit), totals), need_facts(unit, totals), as_json)
    if not as_json:
        click.echo("\n".join(["", *need_lines(need_ranges(unit))]))


@main.command()
@workbook
@as_json
def budget(file: Path, as_json: bool) -> None:
    """Hold the schedule that a workbook holds against its budget, flexed by its patients, pay period by pay period."""
    contents = contents_of(file, as_json)
    if not contents.unit.budget:
        refuse([f"{file} has no budget; fill the sheet Budget."], as_json)
    reports = [budget_facts(report) for report in budget_report(Figures(contents.unit, contents.plan))]
    print_facts(
        {"pay_periods": [dict(facts) for facts in reports]}, [line for facts in reports for line in facts], as_json
    )


@main.command()
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@click.option("--seconds", default=60.0, show_default=True, type=click.FloatRange(min=1), help="How long to search.")
@click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
@click.option("--workers", type=click.IntRange(min=1), help="Threads to search with; one for each core if not given.")
@click.option(
    "--engine", type=click.Choice(ENGINES), default=Engine.AUTO.value, show_default=True, help="Which solver."
)
@as_json
def solve(file: Path, output: Path, seconds: float, seed: int, workers: int | None, engine: str, as_json: bool) -> None:
    """Make the schedule of a workbook and write it into a copy. Ctrl-C stops the search and keeps the best plan."""
    check_output(file, output, as_json)
    contents = contents_of(file, as_json)
    unit = replace(contents.unit, given=contents.plan)
    formulation = formulate(unit, contents.policy)
    outcome = _search(formulation, contents, seconds, Effort(workers, seed), Engine(engine), quiet=as_json)
    if outcome.plan is None:
        print_facts(
            outcome_json(outcome), [("Result", "Stopped before a plan was found; nothing is written.")], as_json
        )
        sys.exit(NO_PLAN)
    judge = Judge(formulation)
    verdict = judge.judge(outcome.plan)
    findings = judge.findings(verdict)
    facts = [*solve_facts(outcome), *schedule_facts(Figures(unit, outcome.plan), verdict.score)]
    write_schedule(file, output, unit, outcome.plan, findings, facts)
    told = [*facts, ("Written", str(output))]
    print_facts(
        {**outcome_json(outcome), **_verdict_json(contents, judge, verdict), "written": str(output)}, told, as_json
    )
    if not as_json:
        _print_findings(contents, judge, verdict)
    sys.exit(NO_PLAN if verdict.score.broken else 0)


@main.command()
@workbook
@as_json
def score(file: Path, as_json: bool) -> None:
    """Judge the schedule that a workbook holds, by the rules that it holds."""
    contents = contents_of(file, as_json)
    judge = Judge(formulate(contents.unit, contents.policy))
    verdict = judge.judge(contents.plan)
    facts = schedule_facts(Figures(contents.unit, contents.plan), verdict.score)
    print_facts(_verdict_json(contents, judge, verdict), facts, as_json)
    if not as_json:
        _print_findings(contents, judge, verdict)


@main.command()
@workbook
@click.option("--within", default=60, show_default=True, type=click.IntRange(min=0), help="Days ahead for what is due.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write a workbook of it."
)
@as_json
def comply(file: Path, within: int, output: Path | None, as_json: bool) -> None:
    """Judge the schedule that a workbook holds by the laws and contracts in force on its days."""
    if output:
        check_output(file, output, as_json)
    contents = contents_of(file, as_json)
    unit = contents.unit
    census = partial(patients_by_kind, unit) if unit.care else no_patients
    found = judge_by_law(unit, contents.plan, census, within=within)
    facts, values = compliance_facts(contents.unit, found), compliance_json(found)
    if not contents.plan:
        facts.insert(1, ("Schedule", "empty: nobody has a duty yet"))
    if output:
        write_compliance(output, contents.unit, found, facts)
        facts, values = [*facts, ("Written", str(output))], {**values, "written": str(output)}
    print_facts(values, facts, as_json)
    if not as_json:
        click.echo("\n".join(compliance_lines(contents.unit, found, SHOWN)))
    sys.exit(BLOCKED if found.blocking else 0)


@main.command()
@click.argument("name", required=False, type=click.Choice(jurisdictions()), metavar="[NAME]")
@as_json
def law(name: str | None, as_json: bool) -> None:
    """List the laws and contracts that a unit can choose, or all that one of them says, with its source and dates."""
    if name:
        shown = preset(name)
        print_facts(law_json(shown), [], as_json)
        if not as_json:
            click.echo("\n".join(law_lines(shown)))
        return
    titles = {each: preset(each).title for each in jurisdictions()}
    print_facts({"presets": titles, "kinds": kinds()}, [], as_json)
    if not as_json:
        click.echo("\n".join(f"{each:<24}{title}" for each, title in titles.items()))
        click.echo(f"Kinds of unit: {', '.join(kinds())}")


for command in (compare, frontier, hire):
    main.add_command(command)


def _search(
    formulation: Formulation, contents: Contents, seconds: float, effort: Effort, engine: Engine, *, quiet: bool
) -> Outcome:
    """Return the best plan; when no plan that keeps every must is found, the nearest one, its status told apart."""
    stop, pins, start = threading.Event(), Pins(contents.unit.settled(contents.plan)), contents.plan or None
    line = _ProgressLine(quiet)

    def run(problem: Formulation) -> Outcome:
        deadline = time.monotonic() + seconds
        outcome = _in_thread(
            lambda: solve_formulation(
                problem,
                pins,
                engine=engine,
                start=start,
                deadline=deadline,
                on_progress=line.show,
                stop=stop,
                effort=effort,
            )
        )
        line.end()
        return outcome

    with _Interruptible(stop):
        outcome = run(formulation)
        if outcome.plan is not None or stop.is_set():
            return outcome
        line.tell(NEAREST[outcome.status])
        close = run(formulation.relaxed())
    return told_apart(formulation, outcome, replace(close, seconds=outcome.seconds + close.seconds))


def _in_thread(work: Callable[[], T]) -> T:
    """Run work beside this thread, which stays free to hear Ctrl-C."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(0.1)
    if errors:
        raise errors[0]
    return results[0]


class _Interruptible:
    """Turns Ctrl-C into a wish to stop, while it lasts."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def __enter__(self) -> None:
        self._usual = signal.signal(signal.SIGINT, lambda *_: self._stop.set())

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._usual)


class _ProgressLine:
    """Shows the best cost, the bound and the gap as they improve: one line on a terminal, a line a second elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._quiet, self._terminal = quiet, sys.stderr.isatty()
        self._last, self._shown = 0.0, ""

    def show(self, progress: Progress) -> None:
        """Show how far the search is."""
        if self._quiet:
            return
        best, gap = "none yet", ""
        if progress.cost is not None:
            best = money(progress.cost)
            gap = f"   gap {max(0, progress.cost - progress.bound) / max(1, progress.cost):.1%}"
        self._shown = f"{progress.seconds:6.1f} s   best {best}   bound {money(progress.bound)}{gap}"
        if self._terminal:
            click.echo(f"\r\033[K{self._shown}", nl=False, err=True)
        elif progress.seconds - self._last >= 1:
            self._last = progress.seconds
            click.echo(self._shown, err=True)

    def end(self) -> None:
        """Leave the last line standing."""
        if self._shown:
            click.echo("" if self._terminal else self._shown, err=True)
        self._last, self._shown = 0.0, ""

    def tell(self, sentence: str) -> None:
        """Say a sentence."""
        if not self._quiet:
            click.echo(sentence, err=True)


def _print_findings(contents: Contents, judge: Judge, verdict: Verdict) -> None:
    findings = judge.findings(verdict)
    click.echo(f"Findings:       {len(findings) or 'none'}{', the gravest first' if findings else ''}")
    for finding in findings[:SHOWN]:
        weight = "must" if finding.must else money(finding.cost)
        click.echo(f"  {weight:>10}  {finding.rule.say(contents.unit, finding)}")
    if len(findings) > SHOWN:
        click.echo(f"  {'':>10}  and {len(findings) - SHOWN} more; the sheet Findings and --json have them all")


def _verdict_json(contents: Contents, judge: Judge, verdict: Verdict) -> dict[str, Any]:
    findings = findings_json(contents.unit, judge.findings(verdict))
    return {"broken": verdict.score.broken, "cost_cents": verdict.score.cost, "findings": findings}
