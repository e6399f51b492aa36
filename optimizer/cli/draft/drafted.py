"""What the commands about one draft share: which draft, and the workbook that its facts stand in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from optimizer.cli.terminal import refuse
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.workbook.file.book import Book
from optimizer.workbook.panel.read import is_panel
from optimizer.workbook.unit.read import Contents, look_into

draft_number = click.argument("number", metavar="DRAFT", type=click.IntRange(min=1))


@contextmanager
def as_file(content: bytes) -> Iterator[Path]:
    """Give a workbook as a file, for a while."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "workbook.xlsx"
        source.write_bytes(content)
        yield source


def contents_in(content: bytes, as_json: bool) -> Contents:
    """Return what a workbook of the store holds; the schedule in it is what its unit stays close to."""
    book = Book(content)
    if is_panel(book.values):
        refuse(["This draft is of caseloads, and this command is for schedules; open it with: optimizer app."], as_json)
    reading = look_into(book.opened)
    contents = reading.contents
    if reading.faults or contents is None:
        refuse([str(fault) for fault in reading.faults], as_json)
        raise AssertionError  # never reached
    return replace(contents, unit=replace(contents.unit, given=contents.plan))


def judge_in(contents: Contents) -> Judge:
    """Return what judges the schedules of a draft."""
    return Judge(formulate(contents.unit, contents.policy))
