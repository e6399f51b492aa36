"""What every command shares: its arguments, how it refuses, and how it prints."""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from tempfile import gettempdir
from typing import Any

import click

from optimizer.summary.facts import Facts
from optimizer.workbook.table.unread import UnreadCells

NO_PLAN, BAD_INPUT = 1, 2
SHOWN = 12
"""How many findings are printed; workbooks and --json have them all."""

workbook = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")


def check_output(file: Path, output: Path, as_json: bool) -> None:
    """Refuse, before any time is spent, to write over a workbook, or to where nothing can be written."""
    if output.exists() and output.samefile(file):  # also by way of a link, or of another spelling
        refuse([f"{output} is the workbook itself; choose another name for the copy."], as_json)
    check_writable(output, as_json)


def check_writable(output: Path, as_json: bool) -> None:
    """Refuse a place that nothing can be written to."""
    existed = output.exists()
    try:
        output.open("ab").close()
    except OSError as error:
        refuse([f"{output} cannot be written: {error.strerror}. Is it open in another program?"], as_json)
    if not existed:
        output.unlink()


def keep(output: Path, write: Callable[[Path], object], as_json: bool) -> None:
    """Write what was found; where that cannot be done, keep it elsewhere, say so and leave."""
    try:
        write(output)
    except OSError as error:
        refuse([f"{output} cannot be written: {error.strerror}. {_kept_elsewhere(output, write)}"], as_json)


def _kept_elsewhere(output: Path, write: Callable[[Path], object]) -> str:
    for folder in (Path(gettempdir()), Path.home()):
        place = folder / f"{output.stem}-{token_hex(3)}{output.suffix}"
        with suppress(OSError):
            write(place)
            return f"What was found is kept in {place}."
    return "Nor can it be kept anywhere else; make room and try again."


def refuse(faults: list[str], as_json: bool) -> None:
    """Tell every fault and leave."""
    if as_json:
        click.echo(json.dumps({"faults": faults}, indent=2, ensure_ascii=False))
    else:
        for fault in faults:
            click.echo(fault, err=True)
        click.echo(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}; nothing was changed.", err=True)
    sys.exit(BAD_INPUT)


def unread_facts(unread: Iterable[UnreadCells]) -> Facts:
    """Return what stands in a workbook and is not read, one a line."""
    return [("" if place else "Not read", str(each)) for place, each in enumerate(unread)]


def print_facts(values: dict[str, Any], facts: Facts, as_json: bool) -> None:
    """Print names and values, or the values for machines."""
    if as_json:
        click.echo(json.dumps(values, indent=2, ensure_ascii=False))
        return
    for name, value in facts:
        click.echo(f"{f'{name}: ' if name else '':<16}{value}")
