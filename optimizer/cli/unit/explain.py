"""Why no schedule of a workbook keeps every must: explain."""

import sys
from pathlib import Path

import click

from optimizer.cli.terminal import NO_PLAN, as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.explain.ways_out import WayOut, ways_out
from optimizer.scenarios.explain.ways_said import ways_facts, ways_json
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.law.lawful import without_statutes
from optimizer.summary.explain.explanation import explanation_json, explanation_lines
from optimizer.summary.facts import Facts
from optimizer.workbook.unit.read import Contents
from optimizer.workbook.unit.write import write_unit


@click.command()
@workbook
@click.option("--seconds", default=20.0, show_default=True, type=click.FloatRange(1), help="How long it may take.")
@click.option("--fixes/--no-fixes", default=True, show_default=True, help="Look for ways out, for as long again.")
@click.option("--apply", "number", type=click.IntRange(1), help="Write the workbook with the way out of this number.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where --apply writes it.")
@as_json
def explain(file: Path, seconds: float, fixes: bool, number: int | None, output: Path | None, as_json: bool) -> None:
    """Tell why no schedule keeps every must, and what would make one possible, the cheapest first.

    Each way out is solved with before it is told. --apply 2 -o new.xlsx writes the workbook with the second, and with
    a schedule that keeps every must in it.
    """
    _check(file, number, output, fixes, as_json)
    contents = contents_of(file, as_json)
    unit = contents.unit
    asked = UnitToPlan(unit, contents.policy, contents.plan)
    found = explain_unit(asked, Run(in_seconds(seconds)))
    ways = ways_out(asked, found, Run(in_seconds(seconds))) if fixes and not found.possible else ()
    written = _apply(contents, ways, number, output, as_json) if number and output else []
    why = [("Why not" if not place else "", line) for place, line in enumerate(explanation_lines(unit, found))]
    values = {**explanation_json(unit, found), "ways_out": ways_json(unit, ways), **dict(written)}
    print_facts(values, [*why, *ways_facts(unit, ways), *written], as_json)
    sys.exit(0 if found.possible or written else NO_PLAN)


def _check(file: Path, number: int | None, output: Path | None, fixes: bool, as_json: bool) -> None:
    """Refuse --apply without a place, a place without it, and both where no ways out are looked for."""
    if bool(number) != bool(output) or (number and not fixes):
        refuse(["--apply takes the number of a way out, and -o says where the workbook with it goes."], as_json)
    if output:
        check_output(file, output, as_json)


def _apply(contents: Contents, ways: tuple[WayOut, ...], number: int, output: Path, as_json: bool) -> Facts:
    """Write a way out, law of its days left out of the rules, since it is added whenever a workbook is read."""
    if number > len(ways):
        refuse([f"There are {len(ways)} ways out, so none has the number {number}."], as_json)
    way = ways[number - 1]
    unit = way.asked.unit
    rules = without_statutes(way.asked.policy, unit)
    keep(output, lambda place: write_unit(place, unit, rules, way.plan, contents.scenarios, contents.notes), as_json)
    return [("Written", str(output))]
