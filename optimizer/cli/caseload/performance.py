"""How measures of case managers went over months: caseload performance."""

from pathlib import Path

import click

from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.standing import standing
from optimizer.cli.caseload.panel import as_it_is, contents_of_panel
from optimizer.cli.columns import print_rows
from optimizer.cli.terminal import as_json, print_facts, workbook
from optimizer.summary.caseload.performance import (
    PERFORMANCE_HEADERS,
    STANDING_HEADERS,
    performance_charts,
    performance_json,
    performance_rows,
    standing_rows,
)


@click.command()
@workbook
@as_json
def performance(file: Path, as_json: bool) -> None:
    """Tell how measures went over months, each against its own median, and how they stand on the planning date."""
    contents = as_it_is(contents_of_panel(file, as_json))
    panel = contents.panel
    found = {measure: performance_charts(panel, contents.figures, measure) for measure in CaseMeasure}
    values = [row for measure, charts in found.items() for row in performance_json(measure, charts)]
    noted = [("Panel", panel.name), ("Noted", f"{len(contents.figures)} rows of the sheet Measures")]
    print_facts({"charts": values}, noted, as_json)
    if as_json:
        return
    for measure, charts in found.items():
        if charts:
            click.echo(f"\n{measure.capitalize()}: {measure.about}")
            print_rows(PERFORMANCE_HEADERS, performance_rows(charts))
    click.echo(f"\nNot overdue on {panel.on}, of what is or will be due:")
    print_rows(STANDING_HEADERS, standing_rows(panel, tuple(standing(panel, contents.setting))))
