"""Who can come, or goes home: cover."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.cli.said_of_unit import said_of_unit
from optimizer.cli.terminal import NO_PLAN, SHOWN, as_json, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.planning.words import count, on
from optimizer.scenarios.replan.cover import cover as covered
from optimizer.scenarios.replan.home import send_home
from optimizer.scenarios.replan.home_told import home_json, home_lines
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.told import cover_json, cover_lines

MOMENT = click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"])


@click.command()
@workbook
@click.option("--date", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day of the open duty.")
@click.option("--shift", required=True, help="Its shift, or a window such as 23:00-07:00.")
@click.option("--role", help="Its role; the first of the unit that the shift needs when left out.")
@click.option("--absent", metavar="STAFF", help="The id of whoever called in; they are taken out first.")
@click.option("--less", type=click.IntRange(min=1), help="So many are too many that day: who goes home?")
@click.option("--now", type=MOMENT, help="The time of the call, such as 2026-12-07T05:30, to tell how short notice is.")
@click.option("--all", "every", is_flag=True, help="Print every way and everybody.")
@as_json
def cover(
    file: Path, day: datetime, shift: str, role: str | None, absent: str | None, less: int | None,
    now: datetime | None, every: bool, as_json: bool,
) -> None:  # fmt: skip
    """Tell who can come for an open duty, ranked; or with --less who goes home when there are too many."""
    contents = contents_of(file, as_json)
    unit, when = contents.unit, day.date()
    if faults := said_of_unit(unit, days=(when,), shift=shift, role=role, who=absent):
        refuse(faults, as_json)
    chosen = role or next((need.role for need in unit.needs if need.shift == shift), unit.roles[0].name)
    known = KnownSchedule.of(unit, contents.policy, contents.plan, now)
    shown = 10_000 if every else SHOWN
    if less:
        going = send_home(known, when, shift, chosen, less)
        print_facts(home_json(unit, going), [("Unit", unit.name), ("Less", f"{less} of {chosen}, {shift}")], as_json)
        lines = home_lines(unit, going, shown)
    else:
        found = covered(known, when, shift, chosen, absent)
        minimum, target = found.missing
        facts = [("Unit", unit.name), ("Open", f"{shift} as {chosen} on {on(when)}")]
        facts += [("Missing", f"{count(minimum, 'person', 'people')} below minimum, {target} below target")]
        print_facts(cover_json(unit, found), facts, as_json)
        lines = cover_lines(unit, found, shown)
    if not as_json:
        click.echo("\n".join(lines))
    if not (going.people if less else found.ways):
        raise SystemExit(NO_PLAN)
