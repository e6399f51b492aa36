"""The rows of numbers around the people of a grid: what is needed a day, and counts of patients."""

from collections import Counter

from optimizer.workbook.recognise.grid.grid import Grid
from optimizer.workbook.recognise.proposal import Fact, Table


def numbers_of(grid: Grid) -> list[Table]:
    """Return the rows of numbers around the people: what is needed a day, and counts of patients."""
    return [table for kind in ("census", "demand") if (table := _numbers(grid, kind))]


def _numbers(grid: Grid, kind: str) -> Table | None:
    frame = grid.frame
    rows = [row for row in grid.rows if row.sort == kind]
    if not rows:
        return None
    facts = tuple(
        Fact(
            frame.sheet.place(row.row, column),
            day=day.day,
            day_no=day.day_no,
            shift=row.who,
            value=frame.sheet.at(row.row, column),
            part=day.part,
        )
        for row in rows
        for column in frame.axis.columns
        if (day := grid.days.columns[column]) and frame.sheet.text(row.row, column)
    )
    used = {frame.sheet.place(row.row, column) for row in rows for column in (*frame.beside(), *frame.axis.columns)}
    used |= {frame.sheet.place(row, column) for row in frame.axis.heads for column in range(frame.axis.right + 1)}
    return Table(
        frame.sheet.title,
        kind,
        frame.sheet.span(frame.top, min((*frame.names, frame.axis.left)), rows[-1].row, frame.axis.right),
        facts,
        None,
        grid.days.first,
        grid.days.last,
        grid.days.count,
        tuple(Counter(fact.shift or "" for fact in facts if not fact.part).items()),
        used=frozenset(used),
        confidence=0.7,
        why=f"rows of numbers, one a day: {', '.join(row.who for row in rows)}",
    )
