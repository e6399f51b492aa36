"""Workbooks to fill, and what is wrong in them: template, check."""

from datetime import date
from pathlib import Path

import click

from optimizer.cli.terminal import as_json, print_facts, refuse, unread_facts, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.policy import default_policy
from optimizer.summary.unit.rotations import rotation_facts
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
    facts = [*unit_facts(contents.unit), *rotation_facts(contents.unit, contents.policy)]
    said = {"faults": [], "unread": [*map(str, contents.unread)]}
    print_facts({**said, **dict(facts)}, [*facts, *unread_facts(contents.unread), ("Faults", "none")], as_json)
