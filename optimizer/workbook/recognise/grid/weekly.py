"""Lists with a row a person and week: the week's first day in one column, its weekdays across."""

from datetime import date, timedelta

from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.grid.grid import Grid
from optimizer.workbook.recognise.proposal import Fact, Table, counted


def weeks_of(grid: Grid) -> Table | None:
    """Return a grid whose rows have a week each as a list, None where no column of days stands before the weekdays."""
    frame = grid.frame
    rows = [row for row in grid.rows if row.sort == "person"]
    column = next((each for each in frame.beside() if _dates(grid, each) >= 0.8 * len(rows)), None) if rows else None
    if frame.axis.sort != "weekday" or column is None or len({frame.sheet.text(row.row, column) for row in rows}) < 2:
        return None
    facts = []
    for row in rows:
        begin = _begin(grid, row.row, column)
        for place, each in enumerate(frame.axis.columns):
            day = begin and begin + timedelta(days=place)
            facts.append(Fact(frame.sheet.place(row.row, each), row.who, day, None, frame.sheet.text(row.row, each)))
    known = [fact.day for fact in facts if fact.day]
    codes = counted(tuple(facts))
    columns = (*frame.beside(), *frame.axis.columns)
    return Table(
        frame.sheet.title,
        "list",
        frame.sheet.span(frame.top, 0, rows[-1].row, frame.axis.right),
        tuple(facts),
        tuple(grid.people()),
        min(known),
        max(known),
        (max(known) - min(known)).days + 1,
        codes,
        used=frozenset(
            frame.sheet.place(row, each) for row in (*frame.axis.heads, *(row.row for row in rows)) for each in columns
        ),
        confidence=0.8,
        why="a row for each person and week, the weekdays across",
    )


def _dates(grid: Grid, column: int) -> int:
    marks = [mark_of(grid.frame.sheet.at(row.row, column)) for row in grid.rows if row.sort == "person"]
    return sum(1 for mark in marks if mark and mark.dates)


def _begin(grid: Grid, row: int, column: int) -> date | None:
    """Return the day of the first weekday column: the day told, or the one that its week begins with."""
    frame = grid.frame
    mark = mark_of(frame.sheet.at(row, column))
    first = frame.axis.said[0]
    if not mark or not mark.dates or not isinstance(first, int):
        return None
    told = mark.dates[0]
    return told - timedelta(days=(told.weekday() - first) % 7)
