"""A grid of people by days to a table: every duty with its person and day, codes counted, leave runs filled."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from optimizer.staffing.learn.codes.written_times import written_times
from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.dates.days import DayColumn, Days
from optimizer.workbook.recognise.dates.notes import noted_days
from optimizer.workbook.recognise.dates.settle import days_of
from optimizer.workbook.recognise.dates.told import told_about
from optimizer.workbook.recognise.grid.frame import Frame, frame_of
from optimizer.workbook.recognise.grid.leave import leave_runs
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.grid.rows import rows_of
from optimizer.workbook.recognise.grid.wide import hours_columns, spans_of_row
from optimizer.workbook.recognise.names import CODE_WORDS, ROLE_WORDS
from optimizer.workbook.recognise.proposal import Block, Fact, LeftOut, Question, Table, counted
from optimizer.workbook.recognise.sheet import RawSheet
from optimizer.workbook.recognise.words.calendar import folded, weekday_of
from optimizer.workbook.recognise.words.columns import concept_of, field_of

PLACES = CODE_WORDS | ROLE_WORDS | {"pool", "registry", "traveler", "traveller", "temp", "casual", "prn", "diem", "per"}
"""The words of names that are nobody's: of agencies, pools and roles."""
MARKS = {"1", "x", "X", "✓", "✔"}
SHIFTS = (
    ("night", re.compile(r"\(N\)|\bnights?\b|\bnoche|\bnacht|\bnuit|\bnoc\b|夜", re.IGNORECASE)),
    ("evening", re.compile(r"\bevenings?\b|\bsp[äa]t|\btarde\b|\bsoir\b", re.IGNORECASE)),
    ("day", re.compile(r"\(D\)|\bdays?\b|\bd[ií]a\b|\btag\b|\bjour\b|日勤|白", re.IGNORECASE)),
)


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
    return Grid(frame, days, _told_apart(frame, rows_of(frame, headers)))


def _rarely_spoken(sheet: RawSheet, axis: Axis) -> bool:
    """Return whether the weekdays of a header are in a language that is not among the common ones."""
    labels = [sheet.text(row, axis.left) for row in axis.heads if row != axis.row]
    return axis.weekdays is not None and bool(labels) and all(weekday_of(label) is None for label in labels)


def _told_apart(frame: Frame, rows: list[Row]) -> tuple[Row, ...]:
    """Give people of one name and of different numbers a name each: with the number behind it."""
    ids = [
        column
        for column in frame.beside()
        if concept_of(frame.titles.get(column, "")) == "id" and column not in frame.names
    ]
    rows = _places_apart(rows)
    if not ids:
        return tuple(rows)
    seen: dict[str, str] = {}
    apart = []
    for row in rows:
        number = frame.sheet.text(row.row, ids[0])
        if row.sort == "person" and number and seen.setdefault(row.who, number) != number:
            row = replace(row, who=f"{row.who} ({number})")  # noqa: PLW2901
        apart.append(row)
    return tuple(apart)


def _places_apart(rows: list[Row]) -> list[Row]:
    """Give the second and any further row of a place that anybody may fill, such as Agency, a name of its own."""
    times: Counter[str] = Counter()
    apart = []
    for row in rows:
        place = row.sort == "person" and {*folded(row.who).split()} <= PLACES
        times[row.who] += place
        apart.append(replace(row, who=f"{row.who} {times[row.who]}") if place and times[row.who] > 1 else row)
    return apart


def table_of(grid: Grid, kind: str, confidence: float, why: str) -> Table:
    """Return the duties of a grid as a table."""
    frame = grid.frame
    people = grid.people()
    hours = hours_columns(frame, [row.row for row in grid.rows if row.sort == "person"])
    duties = tuple(
        fact
        for heading, row in _under_headings(frame, grid.rows)
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


def _under_headings(frame: Frame, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Yield rows with the heading between the people that each stands under, "" where the grid has more than marks."""
    people = [row for row in rows if row.sort in ("person", "second")]
    marked = {text for row in people for _, text in frame.filled(row.row)} <= MARKS
    heading = ""
    for row in rows:
        heading = row.who if marked and row.sort == "heading" else heading
        yield heading, row


def _duties(frame: Frame, row: Row, heading: str, days: Days, hours: frozenset[int]) -> list[Fact]:
    leave = leave_runs(frame, row.row)
    shift = _shift_of_marks(frame, row.row, heading)
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
                (over.get(column) or shift) if text else None,
                part=day.part or ("hours" if text and column in hours else None),
                effective=effective,
                times=spans.get(column),
                line=row.line or None,
            )
        )
    return found


def _shift_of_marks(frame: Frame, row: int, heading: str) -> str | None:
    """Return the shift that a mark (1, x) in a row stands for: told by its role, its heading or the sheet's name."""
    if not {text for _, text in frame.filled(row)} <= MARKS:
        return None
    shifts = [column for column in frame.beside() if concept_of(frame.titles.get(column, "")) == "shift"]
    if timed := next((text for column in shifts if written_times(text := frame.words(row, column))), None):
        return timed
    roles = " ".join(frame.words(row, column) for column in frame.beside() if column not in frame.names)
    for place in (roles, heading, frame.sheet.title or ""):
        for shift, pattern in SHIFTS:
            if pattern.search(place):
                return shift
    return None


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
