"""Why no schedule of a workbook keeps every must: explain."""

import sys
from pathlib import Path

import click

from optimizer.cli.terminal import NO_PLAN, as_json, print_facts, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.summary.explain.explanation import explanation_json, explanation_lines


@click.command()
@workbook
@click.option("--seconds", default=20.0, show_default=True, type=click.FloatRange(1), help="How long it may take.")
@as_json
def explain(file: Path, seconds: float, as_json: bool) -> None:
    """Tell why no schedule keeps every must: what cannot stand together, or how much is missing and where."""
    contents = contents_of(file, as_json)
    asked = UnitToPlan(contents.unit, contents.policy, contents.plan)
    found = explain_unit(asked, Run(in_seconds(seconds)))
    lines = explanation_lines(contents.unit, found)
    facts = [("Why not" if not place else "", line) for place, line in enumerate(lines)]
    print_facts(explanation_json(contents.unit, found), facts, as_json)
    sys.exit(0 if found.possible else NO_PLAN)
