"""What differs between two versions of a schedule: diff."""

from datetime import date, datetime
from pathlib import Path

import click

from optimizer.cli.terminal import as_json, check_output, contents_of, print_facts, refuse
from optimizer.staffing.versions import Versions
from optimizer.summary.difference import difference_facts, difference_json, notice_lines
from optimizer.workbook.write_difference import write_difference

POSTED = 14
"""How many days' notice laws on predictable schedules mostly ask for."""
version = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("before", type=version)
@click.argument("after", type=version)
@click.option(
    "--told", type=click.DateTime(["%Y-%m-%d"]), help="The day on which people are told; today when not given."
)
@click.option(
    "--notice", default=POSTED, show_default=True, type=click.IntRange(min=0), help="Fewer days are short notice."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the notices.")
@as_json
def diff(before: Path, after: Path, told: datetime | None, notice: int, output: Path | None, as_json: bool) -> None:
    """Tell what differs between the schedules of two workbooks, person by person, and write the notices to send."""
    if output:
        check_output(before, output, as_json)
        check_output(after, output, as_json)
    had, has = contents_of(before, as_json), contents_of(after, as_json)
    versions, day = Versions(had.unit, had.plan, has.unit, has.plan), told.date() if told else date.today()
    shared = versions.shared
    if shared is None:
        refuse([f"{before} and {after} plan no day in common, so there is nothing to compare."], as_json)
        return
    facts = difference_facts(versions, shared, day, notice)
    values = difference_json(versions, shared, day, notice)
    if output:
        write_difference(output, versions, day, notice)
        facts, values = [*facts, ("Written", str(output))], {**values, "written": str(output)}
    print_facts(values, facts, as_json)
    if not as_json:
        click.echo("\n".join(notice_lines(versions)))
