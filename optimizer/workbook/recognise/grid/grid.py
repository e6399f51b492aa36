"""A grid of people by days to a table: every duty with its person and day, codes counted, leave runs filled."""

from dataclasses import dataclass

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.days import DayColumn, Days
from optimizer.workbook.recognise.dates.notes import noted_days
from optimizer.workbook.recognise.dates.settle import days_of
from optimizer.workbook.recognise.dates.told import told_about
from optimizer.workbook.recognise.grid.frame import Frame, frame_of
from optimizer.workbook.recognise.grid.leave import leave_runs
from optimizer.workbook.recognise.grid.marks import marked, shift_of_marks, under_headings
from optimizer.workbook.recognise.grid.namesakes import told_apart
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.grid.rows import rows_of
from optimizer.workbook.recognise.grid.wide import hours_columns, spans_of_row
from optimizer.workbook.recognise.proposal import Block, Fact, LeftOut, Question, Table, counted
from optimizer.workbook.recognise.sheet import RawSheet
from optimizer.workbook.recognise.words.calendar import weekday_of
from optimizer.workbook.recognise.words.columns import field_of


@dataclass(frozen=True)
class Grid:
    """A frame with its days and what each row is, before it becomes a table."""

    frame: Frame
    days: Days
    rows: tuple[Row, ...]

    def people(self) -> list[str]:
        """Return the people in the order of their rows, each once."""
        return list(dict.fromkeys(row.who for row in self.rows if row.sort == "person"))


def grid_of(sheet: RawSheet, axis: Axis, bottom: int, headers: set[int], file: str, start: int = 0) -> Grid:
    """Return the grid below an axis, down to a row, from a column on."""
    frame = frame_of(sheet, axis, bottom, start)
    told = told_about(sheet, axis.heads, axis.left, file, first_head=min(headers))
    if axis.sort == "number" and not any(each.months for each in told) and _rarely_spoken(sheet, axis):
        told = told_about(sheet, axis.heads, axis.left, file, rare=True, first_head=min(headers))
    days = days_of(axis, told, noted_days(sheet, axis, frame.body()))
    return Grid(frame, days, told_apart(frame, rows_of(frame, headers)))


def _rarely_spoken(sheet: RawSheet, axis: Axis) -> bool:
    """Return whether the weekdays of a header are in a language that is not among the common ones."""
    labels = [sheet.text(row, axis.left) for row in axis.heads if row != axis.row]
    return axis.weekdays is not None and bool(labels) and all(weekday_of(label) is None for label in labels)


def table_of(grid: Grid, kind: str, confidence: float, why: str) -> Table:
    """Return the duties of a grid as a table."""
    frame = grid.frame
    people = grid.people()
    hours = hours_columns(frame, [row.row for row in grid.rows if row.sort == "person"])
    duties = tuple(
        fact
        for heading, row in under_headings(frame, grid.rows)
        if row.sort in ("person", "second")
        for fact in _duties(frame, row, heading, grid.days, hours)
    )
    things = tuple(fact for row in grid.rows if row.sort == "person" for fact in _things(frame, row))
    codes = counted(duties)
    last = max((row.row for row in grid.rows if row.sort in ("person", "second")), default=frame.top)
    left = min((*frame.names, frame.axis.left))
    return Table(
        frame.sheet.title,
        kind,
        frame.sheet.span(frame.top, left, last, max(frame.axis.right, *frame.names)),
        (*duties, *things),
        tuple(people),
        grid.days.first,
        grid.days.last,
        grid.days.count,
        codes,
        fields=tuple(
            (frame.titles[column], field_of(frame.titles[column]))
            for column in frame.beside()
            if column in frame.titles
        ),
        used=_used(grid, left, last),
        confidence=confidence,
        why=f"{why}; {grid.days.why}",
        blocks=_blocks(frame, left, last),
    )


def _blocks(frame: Frame, left: int, last: int) -> tuple[Block, ...]:
    """Return where a grid stands, nothing where its cells have none of their own in the file."""
    if frame.sheet.home is not None:
        return ()
    range_ = frame.sheet.span(frame.top, left, last, max(frame.axis.right, *frame.names, 0))
    return (Block(range_, frame.axis.heads, frame.sheet.turned),)


def _duties(frame: Frame, row: Row, heading: str, days: Days, hours: frozenset[int]) -> list[Fact]:
    leave = leave_runs(frame, row.row)
    shift = shift_of_marks(frame, row.row, heading)
    over = frame.slots()
    spans = spans_of_row(frame, row.row)
    found = []
    for column in frame.axis.columns:
        day: DayColumn = days.columns[column]
        text = frame.sheet.text(row.row, column)
        effective = None if text else leave.get(column)
        found.append(
            Fact(
                frame.sheet.place(row.row, column),
                row.who,
                day.day,
                day.day_no,
                text,
                (over.get(column) or marked(text, shift)) if text else None,
                part=day.part or ("hours" if text and column in hours else None),
                effective=effective,
                times=spans.get(column),
                line=row.line or None,
            )
        )
    return found


def _things(frame: Frame, row: Row) -> list[Fact]:
    """Return what else a row says of a person: role, number, hours."""
    return [
        Fact(
            frame.sheet.place(row.row, column),
            row.who,
            field=field_of(frame.titles[column]),
            value=frame.sheet.text(row.row, column),
        )
        for column in frame.beside()
        if column in frame.titles and column not in frame.names and frame.sheet.text(row.row, column)
    ]


def _used(grid: Grid, left: int, last: int) -> frozenset[str]:
    frame = grid.frame
    cells = {
        frame.sheet.place(row, column)
        for row in frame.axis.heads
        for column in range(frame.start, frame.axis.right + 1)
    }
    for row in grid.rows:
        if row.sort in ("person", "second"):
            cells |= {frame.sheet.place(row.row, column) for column in (*frame.axis.columns, *frame.names)}
            cells |= {frame.sheet.place(row.row, column) for column in frame.beside() if column in frame.titles}
    return frozenset(cells)


def left_by(grid: Grid) -> list[LeftOut]:
    """Return the rows of a grid that are in no table, with the reason for each."""
    frame = grid.frame
    return [
        LeftOut(
            frame.sheet.title, frame.sheet.span(row.row, frame.start, row.row, frame.axis.right), row.why or row.sort
        )
        for row in grid.rows
        if row.sort in ("total", "note", "heading", "vacant", "header")
        and frame.label(row.row) + "".join(t for _, t in frame.filled(row.row))
    ]


def questions_of(grid: Grid) -> list[Question]:
    """Return what is to be asked of a grid."""
    return list(grid.days.questions)
