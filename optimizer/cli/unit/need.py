"""What patients take and what it may cost: need, budget."""

from pathlib import Path

import click

from optimizer.cli.terminal import as_json, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.schedule.budget_report import budget_report
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.unit.budget import budget_facts
from optimizer.summary.unit.need import need_facts, need_json, need_lines


@click.command()
@workbook
@as_json
def need(file: Path, as_json: bool) -> None:
    """Tell how many people each shift and role needs, and where every number comes from."""
    unit = contents_of(file, as_json).unit
    print_facts(need_json(unit), need_facts(unit), as_json)
    if not as_json:
        click.echo("\n".join(["", *need_lines(unit)]))


@click.command()
@workbook
@as_json
def budget(file: Path, as_json: bool) -> None:
    """Hold the schedule that a workbook holds against its budget, flexed by its patients, pay period by pay period."""
    contents = contents_of(file, as_json)
    if not contents.unit.budget:
        refuse([f"{file} has no budget; fill the sheet Budget."], as_json)
    reports = [budget_facts(report) for report in budget_report(Figures(contents.unit, contents.plan))]
    print_facts(
        {"pay_periods": [dict(facts) for facts in reports]}, [line for facts in reports for line in facts], as_json
    )
