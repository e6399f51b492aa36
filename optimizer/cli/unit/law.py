"""What is said, and what is broken of it: law, comply."""

import sys
from functools import partial
from pathlib import Path

import click

from optimizer.cli.terminal import SHOWN, as_json, check_output, keep, print_facts, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.law.compliance.comply import comply as judge_by_law
from optimizer.staffing.law.compliance.numbers import no_patients
from optimizer.staffing.law.lawful_need import patients_by_kind
from optimizer.staffing.law.presets import EVERYWHERE, jurisdictions, kinds, preset
from optimizer.summary.unit.compliance import compliance_facts, compliance_json, compliance_lines
from optimizer.summary.unit.law import statute_json, statute_lines, unread_json, unread_lines
from optimizer.workbook.report.compliance import write_compliance

BLOCKED = 1
WIDTH = 2 + max(map(len, jurisdictions()))


@click.command()
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
    if output:
        keep(output, lambda place: write_compliance(place, contents.unit, found, facts), as_json)
        facts, values = [*facts, ("Written", str(output))], {**values, "written": str(output)}
    print_facts(values, facts, as_json)
    if not as_json:
        click.echo("\n".join(compliance_lines(contents.unit, found, SHOWN)))
    sys.exit(BLOCKED if found.blocking else 0)


@click.command()
@click.argument("name", required=False, type=click.Choice(jurisdictions()), metavar="[NAME]")
@click.option("--unread", is_flag=True, help="Only what was not read in its own text, of one or of all of them.")
@as_json
def law(name: str | None, unread: bool, as_json: bool) -> None:
    """List the laws and contracts that a unit can choose, or all that one of them says, with its source and dates."""
    if unread:
        found = [preset(each) for each in ((name,) if name else (*jurisdictions(), EVERYWHERE))]
        print_facts({"unread": unread_json(found)}, [], as_json)
        if not as_json:
            click.echo("\n".join(unread_lines(found)))
        return
    if name:
        shown = preset(name)
        print_facts(statute_json(shown), [], as_json)
        if not as_json:
            click.echo("\n".join(statute_lines(shown)))
        return
    titles = {each: preset(each).title for each in jurisdictions()}
    print_facts({"presets": titles, "kinds": kinds()}, [], as_json)
    if not as_json:
        click.echo("\n".join(f"{each:<{WIDTH}}{title}" for each, title in titles.items()))
        click.echo(f"Kinds of unit: {', '.join(kinds())}")
