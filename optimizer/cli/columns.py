"""Prints tables on a terminal."""

from collections.abc import Sequence

import click

from optimizer.workbook.report.comparison import ComparisonLine, shown


def print_columns(columns: Sequence[ComparisonLine]) -> None:
    """Print some columns as a table."""
    rows = zip(*(([shown(value, column.form) for value in column.values]) for column in columns), strict=True)
    print_rows([column.title for column in columns], [*rows])


def print_rows(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: the first column to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(headers, *rows, strict=True)]
    for row in (headers, *rows):
        first, *others = (
            cell.ljust(w) if n == 0 else cell.rjust(w) for n, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        click.echo("  ".join((first, *others)).rstrip())
