"""Blocks of one roster under each other: the header again with other people, or the same people on the days that follow."""

from optimizer.workbook.recognise.grid.grid import Grid


def joined(grids: list[Grid]) -> list[Grid]:
    """Return grids, those put together that are blocks of one."""
    return grids
