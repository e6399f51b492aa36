"""A schedule on paper: print."""

from pathlib import Path

import click

from optimizer.cli.terminal import as_json, check_output, keep, print_facts, refuse, workbook
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.schedule.posting import posting_of
from optimizer.summary.facts import Facts
from optimizer.whole import write_whole
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.prints import PRINTS, Print
from optimizer.workbook.report.pdf.roster import without_font

NOT_PUBLISHED = "Not published: a draft."
on_paper = click.option(
    "--paper", default=Paper.A4, show_default=True, type=click.Choice(Paper, case_sensitive=False), help="For a PDF."
)

for_what = click.option(
    "--for", "kind", default=Print.WALL, show_default=True, type=click.Choice(Print, case_sensitive=False),
    help="wall: the grid of all. pocket: everybody's own days as cards to cut out. desk: who is on by day.",
)  # fmt: skip


@click.command("print")
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@on_paper
@for_what
@as_json
def print_(file: Path, output: Path, paper: Paper, kind: Print, as_json: bool) -> None:
    """Write a workbook's schedule as PDF for the wall, a pocket or the desk; it tells nothing of pay or leave."""
    check_output(file, output, as_json)
    contents = contents_of(file, as_json)
    if not contents.plan:
        refuse([f"{file} holds no schedule to print; solve it first."], as_json)
    posting = posting_of(contents.unit)
    content = PRINTS[kind](posting, contents.plan, NOT_PUBLISHED, paper)
    keep(output, lambda place: write_whole(place, content), as_json)
    names = without_font(posting)
    boxes: Facts = [("Not legible", f"{', '.join(names)}: no font on this machine has the letters.")] if names else []
    print_facts({"written": str(output), "without_font": list(names)}, [*boxes, ("Written", str(output))], as_json)
