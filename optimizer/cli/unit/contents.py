"""Reads the workbook of a unit for any command."""

from pathlib import Path

from optimizer.cli.terminal import refuse
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import Contents, read


def contents_of(file: Path, as_json: bool) -> Contents:
    """Return what a workbook holds, or tell every fault and leave."""
    try:
        return read(file)
    except FaultyWorkbookError as error:
        refuse([str(fault) for fault in error.faults], as_json)
        raise AssertionError from error  # never reached
