"""Any roster, as it is: what is understood of it. The command import."""

import json
import sys
from pathlib import Path

import click

from optimizer.cli.terminal import BAD_INPUT, as_json
from optimizer.workbook.recognise.proposal import Proposal, Table
from optimizer.workbook.recognise.proposal import as_json as json_of
from optimizer.workbook.recognise.recognise import recognise

SHOWN = 12
"""How many codes and left-out ranges are printed; --json has all."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
def import_(file: Path, as_json: bool) -> None:
    """Say what is understood of a roster, a staff list or any other table, as it is."""
    proposal = recognise(file.name, file.read_bytes())
    if as_json:
        click.echo(json.dumps(json_of(proposal), ensure_ascii=False, default=str))
    else:
        for line in lines_of(proposal):
            click.echo(line)
    if proposal.refuse:
        sys.exit(BAD_INPUT)


def lines_of(proposal: Proposal) -> list[str]:
    """Return what was understood, asked and left out, a line each."""
    if proposal.refuse:
        return [proposal.refuse]
    lines = [line for table in proposal.tables for line in _table(table)]
    lines += [
        f"Question ({each.about}): {each.asked} Likeliest: {each.likeliest or 'not known'}."
        for each in proposal.questions
    ]
    lines += [f"Left out: {_where(each.sheet, each.range)}: {each.why}" for each in proposal.left_out[:SHOWN]]
    more = len(proposal.left_out) - SHOWN
    return [*lines, *([f"Left out: {more} more ranges"] if more > 0 else [])]


def _table(table: Table) -> list[str]:
    who = "" if table.people is None else f", {len(table.people)} people"
    days = "" if table.days is None else f", {table.days} days"
    dates = f" ({table.first} to {table.last})" if table.first else ""
    lines = [
        f"{_where(table.sheet, table.range)}: {table.kind}{who}{days}{dates}; {table.confidence:.0%} sure: {table.why}"
    ]
    if table.codes:
        lines.append("  " + ", ".join(f"{code} {count}" for code, count in table.codes[:SHOWN]))
    return lines


def _where(sheet: str | None, range_: str) -> str:
    return f"{sheet}!{range_}" if sheet else range_
