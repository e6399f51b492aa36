"""Workbooks to fill, and what is wrong in them: template, check."""

from datetime import date
from pathlib import Path

import click

from optimizer.cli.terminal import as_json, print_facts, refuse, unread_facts, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.scenarios.explain.subject import without_roster_of
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.policy import default_policy
from optimizer.summary.explain.alone import alone_facts
from optimizer.summary.unit.rotations import rotation_facts
from optimizer.summary.unit.supply import supply_facts, supply_json
from optimizer.summary.unit.unit import unit_facts
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_unit


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json
def template(file: Path, as_json: bool) -> None:
    """Write a workbook to fill: every sheet explained, with a small example that can be solved as it is."""
    if file.exists():
        refuse([f"{file} exists already; choose another name."], as_json)
    write_unit(file, example_unit(date.today()), default_policy(), scenarios=example_scenarios())
    print_facts({"written": str(file)}, [("Written", str(file))], as_json)


@click.command()
@workbook
@as_json
def check(file: Path, as_json: bool) -> None:
    """List every fault of a workbook with its sheet and cell, or say what it holds."""
    contents = contents_of(file, as_json)
    unit = contents.unit
    alone = without_roster_of(UnitToPlan(unit, contents.policy, contents.plan))
    before_solving = [*supply_facts(unit), *alone_facts(unit, alone)]
    facts = [*unit_facts(unit), *rotation_facts(unit, contents.policy), *before_solving]
    said = {"faults": [], "unread": [*map(str, contents.unread)], "supply": supply_json(unit), "no_roster": [*alone]}
    print_facts({**dict(facts), **said}, [*facts, *unread_facts(contents.unread), ("Faults", "none")], as_json)
