"""Marks, such as X, 1 or the hours, that only say that a shift is had: a role, a heading or the sheet tells which."""

import re
from collections.abc import Iterator, Sequence

from optimizer.staffing.learn.codes.starts import start_in
from optimizer.staffing.learn.codes.traditions import AT_WORK
from optimizer.staffing.learn.codes.understood import understood
from optimizer.staffing.learn.codes.written_times import written_times
from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.words.columns import concept_of

MARKS = {"1", "x", "X", "✓", "✔"}
LENGTHS = {"8", "10", "12"}
"""Hours that stand for a shift: which one, and how long it is, make the code."""
SHIFTS = (
    ("night", re.compile(r"\(N\)|\bnights?\b|\bnoche|\bnacht|\bnuit|\bnoc\b|夜", re.IGNORECASE)),
    ("evening", re.compile(r"\bevenings?\b|\bsp[äa]t|\btarde\b|\bsoir\b", re.IGNORECASE)),
    ("day", re.compile(r"\(D\)|\bdays?\b|\bd[ií]a\b|\btag\b|\bjour\b|日勤|白", re.IGNORECASE)),
)


def under_headings(frame: Frame, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Yield rows with the heading between the people that each stands under, "" where the grid has more than marks."""
    people = [row for row in rows if row.sort in ("person", "second")]
    only_marks = {text for row in people for _, text in frame.filled(row.row)} <= MARKS | LENGTHS
    heading = _over(frame) if only_marks else ""
    for row in rows:
        heading = row.who if only_marks and row.sort == "heading" else heading
        yield heading, row


def _over(frame: Frame) -> str:
    """Return the title right over a grid where it stands alone in its row: NIGHT SHIFT."""
    texts = [text for column in range(frame.sheet.width) if (text := frame.sheet.text(frame.top - 1, column))]
    return texts[0] if len(texts) == 1 else ""


def marked(text: str, shift: str | None) -> str | None:
    """Return the shift that a cell stands for: of 12 in the nights "night12"."""
    return f"{shift}{text}" if shift and text in LENGTHS else shift


def is_mark(text: str, shift: str) -> bool:
    """Tell whether a cell only says that a shift is had."""
    return text in MARKS or (text in LENGTHS and shift.endswith(text))


def _is_shift(text: str) -> bool:
    """Tell whether a cell of a column of shifts names one: D, Nights, 7a, 7a-7p."""
    taken = understood(text, "", None)
    return bool(written_times(text) or start_in(text) or (taken and taken.sense in AT_WORK))


def shift_of_marks(frame: Frame, row: int, heading: str) -> str | None:
    """Return the shift that a mark (1, x) in a row stands for: told by its role, its heading or the sheet's name."""
    texts = {text for _, text in frame.filled(row)}
    if not texts <= MARKS | LENGTHS:
        return None
    shifts = [column for column in frame.beside() if concept_of(frame.titles.get(column, "")) == "shift"]
    said = [text for column in shifts if (text := frame.words(row, column))]
    titled = next((text for text in said if _is_shift(text)), None)
    if titled and (texts <= MARKS or titled.isalpha()):
        return titled
    roles = " ".join(frame.words(row, column) for column in frame.beside() if column not in frame.names)
    for place in (roles, heading, frame.sheet.title or ""):
        for shift, pattern in SHIFTS:
            if pattern.search(place):
                return shift
    return None
