"""Marks, such as X or 1, that only say that a shift is had: which one, a role, a heading or the sheet's name tells."""

import re
from collections.abc import Iterator, Sequence

from optimizer.staffing.learn.codes.starts import start_in
from optimizer.staffing.learn.codes.written_times import written_times
from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.words.columns import concept_of

MARKS = {"1", "x", "X", "✓", "✔"}
SHIFTS = (
    ("night", re.compile(r"\(N\)|\bnights?\b|\bnoche|\bnacht|\bnuit|\bnoc\b|夜", re.IGNORECASE)),
    ("evening", re.compile(r"\bevenings?\b|\bsp[äa]t|\btarde\b|\bsoir\b", re.IGNORECASE)),
    ("day", re.compile(r"\(D\)|\bdays?\b|\bd[ií]a\b|\btag\b|\bjour\b|日勤|白", re.IGNORECASE)),
)


def under_headings(frame: Frame, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Yield rows with the heading between the people that each stands under, "" where the grid has more than marks."""
    people = [row for row in rows if row.sort in ("person", "second")]
    marked = {text for row in people for _, text in frame.filled(row.row)} <= MARKS
    heading = ""
    for row in rows:
        heading = row.who if marked and row.sort == "heading" else heading
        yield heading, row


def shift_of_marks(frame: Frame, row: int, heading: str) -> str | None:
    """Return the shift that a mark (1, x) in a row stands for: told by its role, its heading or the sheet's name."""
    if not {text for _, text in frame.filled(row)} <= MARKS:
        return None
    shifts = [column for column in frame.beside() if concept_of(frame.titles.get(column, "")) == "shift"]
    said = [text for column in shifts if (text := frame.words(row, column))]
    if timed := next((text for text in said if written_times(text) or start_in(text)), None):
        return timed
    roles = " ".join(frame.words(row, column) for column in frame.beside() if column not in frame.names)
    for place in (roles, heading, frame.sheet.title or ""):
        for shift, pattern in SHIFTS:
            if pattern.search(place):
                return shift
    return None
