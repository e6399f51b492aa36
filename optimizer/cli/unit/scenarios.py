"""The commands that solve many times: compare, frontier, hire."""

import functools
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from optimizer.cli.columns import print_columns
from optimizer.cli.terminal import NO_PLAN, as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.planning.currency import in_money, sign
from optimizer.scenarios.compare import COST, UNCOVERED, compared, comparison
from optimizer.scenarios.frontier import Point, budgets_between, frontier_tasks, points_of
from optimizer.scenarios.hire import Hiring
from optimizer.scenarios.hire import hire as try_positions
from optimizer.scenarios.pool import ClusterError, run_all
from optimizer.scenarios.run import Limits, Result, ScenarioTask, run
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import MUST_FIX, POINTS, count, points, told_gap
from optimizer.staffing.scenario import AS_IT_IS, Scenario
from optimizer.workbook.report.comparison import (
    COUNT,
    FINE,
    HOURS,
    MONEY,
    TEXT,
    ComparisonLine,
    write_comparison,
    write_curve,
    write_table,
)
from optimizer.workbook.table.faults import FaultyWorkbookError, meant
from optimizer.workbook.unit.read import Contents
from optimizer.workbook.unit.scenario_file import read_scenario_file

ALL = "all"
PRINTED = (MUST_FIX, POINTS, "Gap", "Cost", "Paid hours", "Overtime hours", "Uncovered hours")
"""The lines of a comparison that fit a terminal; the workbook has them all."""
SAY_LITTLE = "A difference smaller than the gap says nothing: search longer, or look at what is proved."


@dataclass(frozen=True)
class Search:
    """How and where to solve many tasks; ``told`` are those that are finished, of ``total`` if that is known."""

    limits: Limits
    workers: int | None
    cluster: str | None
    quiet: bool
    total: int | None = None
    told: list[str] = field(default_factory=list)

    def __call__(self, tasks: Sequence[ScenarioTask]) -> list[Result | None]:
        """Return the result of every task, and tell of each as it comes."""

        def on_done(_: int, result: Result) -> None:
            self.told.append(result.name)
            if not self.quiet:
                of = f" of {self.total}" if self.total else ""
                click.echo(f"{len(self.told)}{of}: {result.name}, {_ended(result)}", err=True)

        try:
            return run_all(tasks, run, cluster=self.cluster, workers=self.workers, on_done=on_done)
        except ClusterError as error:
            refuse([str(error)], self.quiet)
            raise


def searching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a search, as one ``search``."""

    @click.option("--seconds", default=20.0, show_default=True, type=click.FloatRange(min=1), help="For each solve.")
    @click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
    @click.option("--workers", type=click.IntRange(min=1), help="Processes side by side; one a core if not given.")
    @click.option("--deterministic", type=click.FloatRange(min=0, min_open=True), help="Work instead of seconds.")
    @click.option("--cluster", help="Address of a Dask scheduler to solve on, such as tcp://10.0.0.5:8786.")
    @as_json
    @functools.wraps(command)
    def with_search(
        *, seconds: float, seed: int, workers: int | None, deterministic: float | None, cluster: str | None,
        as_json: bool, **others: Any,
    ) -> None:  # fmt: skip
        command(search=Search(Limits(seconds, seed, deterministic), workers, cluster, as_json), **others)

    return with_search


@click.command()
@workbook
@click.option(
    "--scenarios", default=ALL, show_default=True, help="all, some names with semicolons between, or a .toml file."
)
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@searching
def compare(file: Path, scenarios: str, output: Path, search: Search) -> None:
    """Solve the scenarios of a workbook and write one table of what each comes to. Ctrl-C keeps what is finished."""
    check_output(file, output, search.quiet)
    contents = contents_of(file, search.quiet)
    unit = _started(contents)
    chosen = _chosen(scenarios, contents, search.quiet)
    search = replace(search, total=1 + len(chosen))
    results = compared(unit, contents.policy, chosen, search.limits, search)
    lines, names = comparison(results), [AS_IT_IS, *(scenario.name for scenario in chosen)]
    keep(
        output,
        lambda place: write_comparison(place, unit.name, names, lines, (in_money(COST), UNCOVERED)),
        search.quiet,
    )
    if not search.quiet:
        print_columns(
            [
                ComparisonLine("", "Scenario", TEXT, tuple(names)),
                *(line for line in lines if line.title.removesuffix(in_money("")) in PRINTED),
            ]
        )
    values = [{"scenario": name, "finished": bool(r)} | _values(r) for name, r in zip(names, results, strict=True)]
    print_facts({"scenarios": values, "written": str(output)}, [("Written", str(output))], search.quiet)
    sys.exit(0 if all(results) else NO_PLAN)


@click.command()
@workbook
@click.option("--from", "low", required=True, type=click.FloatRange(min=0), help="The lowest budget.")
@click.option("--to", "high", required=True, type=click.FloatRange(min=0), help="The highest.")
@click.option("--points", default=7, show_default=True, type=click.IntRange(2, 100), help="How many budgets.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write table and chart.")
@searching
def frontier(file: Path, low: float, high: float, points: int, output: Path | None, search: Search) -> None:
    """Show the least uncovered hours at each budget, and what no schedule can do better."""
    if high <= low:
        refuse([f"The budgets run from {low:g} to {high:g}; --to must be more than --from."], search.quiet)
    if output:
        check_output(file, output, search.quiet)
    contents = contents_of(file, search.quiet)
    if not any(paid.rate for paid in contents.unit.pay.values()):
        refuse([f"{file} has no rates on the sheet Pay, so no budget can be kept."], search.quiet)
    unit, budgets = _started(contents), budgets_between(round(low * 100), round(high * 100), points)
    search = replace(search, total=len(budgets))
    found = points_of(budgets, search(frontier_tasks(unit, contents.policy, budgets, search.limits)))
    columns = _curve(found)
    note = "Hours below the target staffing. No schedule without a must-fix problem has fewer than 'at least'."
    if output:
        keep(output, lambda place: write_curve(place, "Frontier", [unit.name, note], columns, 2), search.quiet)
    if not search.quiet:
        print_columns(columns)
    facts = [("Written", str(output))] if output else []
    print_facts({"points": [_point_values(point) for point in found]}, facts, search.quiet)
    sys.exit(0 if any(point.found is not None for point in found) else NO_PLAN)


@click.command()
@workbook
@click.option("--pairs/--no-pairs", default=True, show_default=True, help="Try the best positions two by two as well.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the table.")
@searching
def hire(file: Path, pairs: bool, output: Path | None, search: Search) -> None:
    """Show which one or two positions (role, FTE, shift) would help the most."""
    if output:
        check_output(file, output, search.quiet)
    contents = contents_of(file, search.quiet)
    hiring = try_positions(_started(contents), contents.policy, search.limits, search, pairs=pairs)
    if hiring is None:
        refuse(["It was stopped before the schedule as it is was solved; nothing can be compared."], search.quiet)
        return
    columns = _offers(hiring)
    if output:
        notes = [contents.unit.name, SAY_LITTLE]
        keep(output, lambda place: write_table(place, "Positions", notes, columns), search.quiet)
    if not search.quiet:
        print_columns(columns)
    facts = [("Note", SAY_LITTLE), *([("Written", str(output))] if output else [])]
    offers = [{"positions": [*map(str, o.positions)]} | _values(o.result) for o in hiring.offers]
    print_facts({"as_it_is": _values(hiring.base), "offers": offers}, facts, search.quiet)


def _started(contents: Contents) -> Unit:
    """Return the unit with the schedule in its workbook as the one to start from."""
    return replace(contents.unit, given=contents.plan)


def _chosen(words: str, contents: Contents, quiet: bool) -> tuple[Scenario, ...]:
    """Return the scenarios that are asked for, or tell what is wrong and leave."""
    if words.casefold().endswith(".toml"):
        try:
            return read_scenario_file(Path(words), contents.unit, contents.policy)
        except FaultyWorkbookError as error:
            refuse([str(fault) for fault in error.faults], quiet)
    known = {scenario.name: scenario for scenario in contents.scenarios}
    if not known:
        refuse(["The workbook has no scenarios; add a row to its sheet Scenarios, or give a .toml file."], quiet)
    if words == ALL:
        return contents.scenarios
    names = [name.strip() for name in words.split(";")]
    if unknown := [name for name in names if name not in known]:
        refuse([f"'{name}' is not a scenario of the workbook; {meant(name, known)}" for name in unknown], quiet)
    return tuple(known[name] for name in names)


def _ended(result: Result) -> str:
    broken = f", {count(result.musts, 'must-fix problem')}" if result.musts else ""
    cost = "no schedule" if result.score is None else f"{points(result.score.cost)}{broken}"
    return f"{cost}, {result.seconds:.1f} s"


def _values(result: Result | None) -> dict[str, Any]:
    """Return a result as plain values: money in cents, times in minutes."""
    if result is None:
        return {}
    score, numbers = result.score, result.account
    told: dict[str, Any] = {
        "status": result.status.value,
        "broken": score.broken if score else None,
        "musts_broken": result.musts,
        "penalty_cents": score.cost if score else None,
        "bound_cents": result.bound,
        "gap": result.gap,
        "seconds": round(result.seconds, 2),
    }
    if numbers:
        told |= {
            "bill_cents": dict(numbers.bill),
            "paid_minutes": numbers.paid,
            "overtime_minutes": numbers.overtime,
            "agency_minutes": numbers.agency,
            "hppd": {name: None if each is None else round(float(each), 2) for name, each in numbers.hours.named},
            "uncovered_minutes": dict(numbers.uncovered),
            "asked": numbers.asked,
            "granted": numbers.granted,
            "gini": {burden: fairness.gini for burden, fairness in numbers.fairness.items()},
        }
    return told


def _point_values(point: Point) -> dict[str, Any]:
    return {
        "budget_cents": point.budget,
        "status": point.status.value,
        "uncovered_minutes": point.found,
        "least_minutes": point.least,
        "cost_cents": point.cost,
        "minutes_saved_by_a_dollar": point.slope,
    }


def _curve(points: Sequence[Point]) -> list[ComparisonLine]:
    return [
        ComparisonLine("", in_money("Budget"), MONEY, tuple(point.budget / 100 for point in points)),
        ComparisonLine(
            "Uncovered hours", "Uncovered hours, found", HOURS, tuple(_hours(point.found) for point in points)
        ),
        ComparisonLine("Uncovered hours", "At least", HOURS, tuple(_hours(_least(point)) for point in points)),
        ComparisonLine("", in_money("Cost"), MONEY, tuple(None if p.cost is None else p.cost / 100 for p in points)),
        ComparisonLine("", f"Minutes saved by one more {sign()}", FINE, tuple(point.slope for point in points)),
        ComparisonLine("", "Ended", TEXT, tuple(point.status.value for point in points)),
    ]


def _least(point: Point) -> int | None:
    return None if point.status.value == "infeasible" else point.least


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else minutes / 60


def _offers(hiring: Hiring) -> list[ComparisonLine]:
    base, offers = hiring.base, hiring.offers
    results = [base, *(offer.result for offer in offers)]
    accounts = [result.account for result in results]
    return [
        ComparisonLine("", "Hired", TEXT, ("nobody", *(" and ".join(map(str, offer.positions)) for offer in offers))),
        ComparisonLine("", MUST_FIX, COUNT, tuple(r.musts for r in results)),
        ComparisonLine("", POINTS, MONEY, tuple(r.score.cost / 100 if r.score else None for r in results)),
        ComparisonLine("", "Points saved", MONEY, (None, *(_dollars(offer.saving(base)) for offer in offers))),
        ComparisonLine(
            "", "Surely helps", TEXT, (None, *("yes" if offer.sure(base) else "not proved" for offer in offers))
        ),
        ComparisonLine("", "Gap", "0.0%", tuple(told_gap(r.gap) for r in results)),
        ComparisonLine(
            "", "Uncovered hours", HOURS, tuple(sum(a.uncovered.values()) / 60 if a else None for a in accounts)
        ),
        ComparisonLine("", "Overtime hours", HOURS, tuple(a.overtime / 60 if a else None for a in accounts)),
        ComparisonLine("", in_money("Wages"), MONEY, tuple(a.cost / 100 if a else None for a in accounts)),
    ]


def _dollars(cents: int | None) -> float | None:
    return None if cents is None else cents / 100
