"""The period after a schedule: next."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.cli.terminal import as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.summary.unit.next_period import next_facts
from optimizer.workbook.unit.next_period import write_next

last_day = click.option(
    "--last",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Last day of the next period; if not given, it is as long, or of as many calendar months.",
)


@click.command("next")
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@last_day
@click.option(
    "--published",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The workbook as it was published, to count what was moved since.",
)
@as_json
def next_(file: Path, output: Path, last: datetime | None, published: Path | None, as_json: bool) -> None:
    """Write the workbook of the period that follows a schedule: its days are history, what was for them is left out.

    What everyone bore and got in it is entered on the sheet Ledger.
    """
    check_output(file, output, as_json)
    contents = contents_of(file, as_json)
    unit, plan = contents.unit, contents.plan
    if not plan:
        refuse([f"{file} holds no schedule that could become history; solve it first."], as_json)
    if last and last.date() <= unit.calendar.last:
        refuse([f"The next period begins after {unit.calendar.last}, so it cannot end on {last.date()}."], as_json)
    posted = _published_plan(published, unit, as_json) if published else None
    after: list[Unit] = []
    until = last.date() if last else None
    keep(output, lambda place: after.append(write_next(place, contents, plan, until, posted)), as_json)
    facts = [*next_facts(unit, after[-1]), ("Written", str(output))]
    print_facts({name.casefold().replace(" ", "_"): value for name, value in facts}, facts, as_json)


def _published_plan(published: Path, unit: Unit, as_json: bool) -> Plan:
    """Return the plan as it was published, or refuse that of another period."""
    contents = contents_of(published, as_json)
    if contents.unit.days != unit.days:
        refuse([f"{published} plans other days than {unit.calendar.first} to {unit.calendar.last}."], as_json)
    return contents.plan
