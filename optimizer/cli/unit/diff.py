"""What differs between two versions of a schedule: diff."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from optimizer.cli.terminal import as_json, check_output, keep, print_facts, refuse
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.schedule.versions import Versions
from optimizer.summary.schedule.changes.difference import difference_facts, difference_json, notice_lines
from optimizer.workbook.report.difference import write_difference

POSTED = 14
"""How many days' notice laws on predictable schedules mostly ask for."""
version = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Telling:
    """How people are told of what differs: on which day, what is short notice, and where notices are written."""

    day: date
    notice: int
    output: Path | None
    as_json: bool


def telling(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options about telling people, as one ``telling``."""

    @click.option("--told", type=click.DateTime(["%Y-%m-%d"]), help="The day on which people are told; today if not.")
    @click.option(
        "--notice", default=POSTED, show_default=True, type=click.IntRange(min=0), help="Fewer days are short notice."
    )
    @click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the notices.")
    @as_json
    @functools.wraps(command)
    def with_telling(
        *, told: datetime | None, notice: int, output: Path | None, as_json: bool, **others: object
    ) -> None:
        day = told.date() if told else date.today()
        command(telling=Telling(day, notice, output, as_json), **others)

    return with_telling


@click.command()
@click.argument("before", type=version)
@click.argument("after", type=version)
@telling
def diff(before: Path, after: Path, telling: Telling) -> None:
    """Tell what differs between the schedules of two workbooks, person by person, and write the notices to send."""
    if telling.output:
        check_output(before, telling.output, telling.as_json)
        check_output(after, telling.output, telling.as_json)
    had, has = contents_of(before, telling.as_json), contents_of(after, telling.as_json)
    tell_difference(Versions(had.unit, had.plan, has.unit, has.plan), f"{before} and {after}", telling)


def tell_difference(versions: Versions, both: str, telling: Telling) -> None:
    """Print what differs between two versions, and write the notices if asked."""
    shared, day, notice, output = versions.shared, telling.day, telling.notice, telling.output
    if shared is None:
        refuse([f"{both} plan no day in common, so there is nothing to compare."], telling.as_json)
        return
    facts = difference_facts(versions, shared, day, notice)
    values = difference_json(versions, shared, day, notice)
    if output:
        keep(output, lambda place: write_difference(place, versions, day, notice), telling.as_json)
        facts, values = [*facts, ("Written", str(output))], {**values, "written": str(output)}
    print_facts(values, facts, telling.as_json)
    if not telling.as_json:
        click.echo("\n".join(notice_lines(versions)))
