"""A schedule on paper: print."""

from pathlib import Path

import click

from optimizer.cli.terminal import as_json, check_output, contents_of, keep, print_facts, refuse, workbook
from optimizer.staffing.schedule.posting import posting_of
from optimizer.summary.facts import Facts
from optimizer.whole import write_whole
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.roster import roster_pdf, without_font

NOT_PUBLISHED = "Not published: a draft."
on_paper = click.option(
    "--paper", default=Paper.A4, show_default=True, type=click.Choice(Paper, case_sensitive=False), help="For a PDF."
)


@click.command("print")
@workbook
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@on_paper
@as_json
def print_(file: Path, output: Path, paper: Paper, as_json: bool) -> None:
    """Write a workbook's schedule as PDF to hang on the wall; it tells nothing of pay or leave."""
    check_output(file, output, as_json)
    contents = contents_of(file, as_json)
    if not contents.plan:
        refuse([f"{file} holds no schedule to print; solve it first."], as_json)
    posting = posting_of(contents.unit)
    content = roster_pdf(posting, contents.plan, NOT_PUBLISHED, paper)
    keep(output, lambda place: write_whole(place, content), as_json)
    names = without_font(posting)
    boxes: Facts = [("Not legible", f"{', '.join(names)}: no font on this machine has the letters.")] if names else []
    print_facts({"written": str(output), "without_font": list(names)}, [*boxes, ("Written", str(output))], as_json)
