"""Why somebody works a day or not: why."""

from datetime import date, datetime
from pathlib import Path

import click

from optimizer.cli.said_of_unit import said_of_unit
from optimizer.cli.terminal import as_json, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.staffing.facts.unit import Unit
from optimizer.summary.explain.why import why as why_of
from optimizer.summary.explain.why import why_facts, why_json
from optimizer.workbook.table.faults import meant


@click.command()
@workbook
@click.option("--who", required=True, help="The id of a person.")
@click.option("--date", "when", required=True, type=click.DateTime(["%Y-%m-%d"]), help="A day of the period.")
@click.option("--shift", default="", help="Only this shift, beside a day off.")
@as_json
def why(file: Path, who: str, when: datetime, shift: str, as_json: bool) -> None:
    """Tell why somebody has what they have on a day of a schedule: what each alternative would cost in which rules.

    For a request that was refused it tells the change, with up to two others, that would make it possible.
    """
    contents = contents_of(file, as_json)
    unit, day = contents.unit, when.date()
    if faults := _faults(unit, who, day, shift):
        refuse(faults, as_json)
    judge = Judge(formulate(unit, contents.policy))
    found = why_of(unit, judge, judge.judge(contents.plan), who, day, shift)
    print_facts(why_json(unit, found), why_facts(unit, found), as_json)


def _faults(unit: Unit, who: str, day: date, shift: str) -> list[str]:
    """Return a sentence for everything that the unit does not know; the shift may be one that nobody is needed for."""
    known = not shift or shift in unit.shift_by_code
    unknown = [] if known else [f"'{shift}' is not a shift of the unit; {meant(shift, unit.shift_by_code)}"]
    return [*said_of_unit(unit, days=(day,), who=who), *unknown]
