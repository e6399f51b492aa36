"""A schedule back into a roster of one's own: write."""

from datetime import datetime
from pathlib import Path

import click

from optimizer.cli.terminal import (
    as_json,
    check_output,
    check_writable,
    keep,
    print_facts,
    refuse,
    workbook,
)
from optimizer.cli.unit.contents import contents_of
from optimizer.staffing.facts.words import count
from optimizer.summary.facts import Facts
from optimizer.whole import write_whole
from optimizer.workbook.into.changes import changes_csv, changes_sheet, changes_text
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.into import schedule_into
from optimizer.workbook.into.written import WrittenRoster

SHOWN = 12
place = click.Path(dir_okay=False, path_type=Path)


@click.command()
@workbook
@click.option(
    "--into", "roster", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own roster, as it is: xlsx, xlsm, csv or tsv.",
)  # fmt: skip
@click.option("-o", "--output", required=True, type=place, help="Where to write the roster with the schedule.")
@click.option("--sheet", help="The sheet to write into; the one with most of the people if not given.")
@click.option(
    "--first",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first day that the roster holds, where it tells no date; by default the one that its duties tell.",
)
@click.option("--changes", type=place, help="Where to write what differs from the roster, as .csv or .xlsx.")
@as_json
def write(
    file: Path,
    roster: Path,
    output: Path,
    sheet: str | None,
    first: datetime | None,
    changes: Path | None,
    as_json: bool,
) -> None:
    """Write a workbook's schedule into a roster of your own layout: same sheet, codes, colours and formulas.

    A roster of the same days gets the duties that differ; one of days before is moved on, dates and titles too.
    """
    for out in filter(None, (output, changes)):
        check_output(file, out, as_json)
        check_output(roster, out, as_json)
    if changes:
        check_writable(changes, as_json)
    contents = contents_of(file, as_json)
    if not contents.plan:
        refuse([f"{file} holds no schedule; solve it first."], as_json)
    try:
        day = first.date() if first else None
        written = schedule_into(roster.name, roster.read_bytes(), contents.unit, contents.plan, sheet=sheet, first=day)
    except CannotWriteError as error:
        refuse([str(error)], as_json)
        return
    keep(output, lambda path: write_whole(path, written.content), as_json)
    if changes:
        listed = changes_sheet(written.changes) if changes.suffix == ".xlsx" else changes_csv(written.changes)
        keep(changes, lambda path: write_whole(path, listed), as_json)
    print_facts(_json(written, output), _facts(written, output), as_json)


def _json(written: WrittenRoster, output: Path) -> dict[str, object]:
    changes = [{"who": c.who, "date": str(c.day), "from": c.before, "to": c.after} for c in written.changes]
    return {"written": str(output), "told": list(written.told), "changes": changes}


def _facts(written: WrittenRoster, output: Path) -> Facts:
    told: Facts = [("Told" if not place else "", line) for place, line in enumerate(written.told)]
    changed = [("Changed", count(len(written.changes), "day"))] if written.changes else []
    lines = changes_text(written.changes[:SHOWN]).splitlines() if written.changes else []
    return [*told, *changed, *(("", line) for line in lines), ("Written", str(output))]
