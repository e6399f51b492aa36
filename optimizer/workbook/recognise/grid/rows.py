"""What each row of a grid is: a person, a person's second row, numbers a day, or none of these."""

from collections import Counter
from dataclasses import dataclass

from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.names import looks_like_name
from optimizer.workbook.recognise.sheet import as_number
from optimizer.workbook.recognise.words.columns import concept_of
from optimizer.workbook.recognise.words.rows import says

MOSTLY = 0.8
FEW = 8
"""Different numbers that a grid of ones and hours may hold; more are counts or clock times."""


@dataclass(frozen=True)
class Row:
    """A row of a grid: what it is and whose; ``sort`` is person, second, census, demand, total, heading, note, vacant, blank."""

    row: int
    sort: str
    who: str = ""
    why: str = ""


def rows_of(frame: Frame, headers: set[int]) -> list[Row]:
    """Return what each row below the header is. ``headers`` are rows that repeat a header."""
    numeric = _numeric_codes(frame, headers)
    known = _vocabulary(frame, headers)
    found: list[Row] = []
    for row in frame.body():
        found.append(_row(frame, row, headers, numeric, known, found))
    return _with_idle_people(frame, found)


def _numeric_codes(frame: Frame, headers: set[int]) -> bool:
    """Return whether people's duties are numbers (1 for a shift, or its hours): then a row of numbers may be a person."""
    labelled = [row for row in frame.body() if row not in headers and frame.name(row) and len(frame.filled(row)) > 1]
    plain = [row for row in labelled if not any(says(frame.label(row), sort) for sort in ("total", "need", "census"))]
    counts = [row for row in plain if numbers_in(frame, row) >= MOSTLY]
    return bool(plain) and len(counts) > 0.5 * len(plain)


def numbers_in(frame: Frame, row: int) -> float:
    """Return the share of a row's filled days that are numbers."""
    filled = frame.filled(row)
    return (
        sum(1 for column, _ in filled if as_number(frame.sheet.at(row, column)) is not None) / len(filled)
        if filled
        else 0.0
    )


def _vocabulary(frame: Frame, headers: set[int]) -> set[str]:
    """Return the texts that stand in the days of more than one row."""
    rows: Counter[str] = Counter()
    for row in frame.body():
        if row not in headers:
            rows.update({text for _, text in frame.filled(row)})
    return {text for text, count in rows.items() if count > 1}


def _row(frame: Frame, row: int, headers: set[int], numeric: bool, known: set[str], before: list[Row]) -> Row:
    label, filled = frame.label(row), frame.filled(row)
    if row in headers:
        return Row(row, "header", why="the header again")
    if not filled:
        return Row(row, "idle" if frame.name(row) else "note" if label else "blank", frame.name(row))
    if says(label, "vacant"):
        return Row(row, "vacant", label, "a place that nobody holds")
    if numbers_in(frame, row) >= MOSTLY and not (numeric and frame.name(row)):
        return _numbers(frame, row, label, before)
    if numeric and (any(says(label, sort) for sort in ("total", "need", "census")) or not frame.name(row)):
        return _numbers(frame, row, label, before)
    if frame.name(row):
        return _named(frame, row, filled, known)
    follows = bool(before) and before[-1].sort in ("person", "second")
    if follows and not label and sum(1 for _, text in filled if text in known) >= 0.5 * len(filled):
        return Row(row, "second", before[-1].who, "a second row of the person above")
    if follows and len(filled) > 2 and not any(says(label, sort) for sort in ("total", "need", "legend", "note")):
        return Row(row, "second", before[-1].who, "a second row of the person above")
    return Row(row, "note", label, "text beside the grid")


def _numbers(frame: Frame, row: int, label: str, before: list[Row]) -> Row:
    people = any(each.sort == "person" for each in before)
    if label and says(label, "total") and not says(label, "need"):
        return Row(row, "total", label, "totals")
    if label and says(label, "need"):
        return Row(row, "demand", label, "people needed a day")
    if label and (says(label, "census") or not people) and len(frame.filled(row)) > 2:
        return Row(row, "census", label, "numbers a day")
    return Row(row, "total", label, "totals or counts")


def _named(frame: Frame, row: int, filled: list[tuple[int, str]], known: set[str]) -> Row:
    name = frame.name(row)
    usual = sum(1 for _, text in filled if text in known)
    few = len(filled) <= 2 and len(filled) < 0.15 * len(frame.axis.columns)
    if says(name, "legend") or ("=" in name and few):
        return Row(row, "note", name, "a legend")
    if few and usual < len(filled) and (says(name, "note") or any(len(text) > 12 for _, text in filled)):
        return Row(row, "note", name, "a note or a signature")
    if usual == 0 and len(filled) > 2 and says(name, "note"):
        return Row(row, "note", name, "a note")
    if says(name, "total") and usual < 0.5 * len(filled):
        return Row(row, "total", name, "totals")
    return Row(row, "person", name)


def _with_idle_people(frame: Frame, found: list[Row]) -> list[Row]:
    """Settle rows with a name and no duty: people when they look like the others, else headings."""
    people = [row for row in found if row.sort == "person"]
    if not people:
        return [_settled(frame, row, found, set(), False) for row in found]
    shapes = {shape(row.who) for row in people}
    idle = sum(1 for row in found if row.sort == "idle")
    mostly_idle = concept_of(_name_title(frame)) == "name" and idle > 0.3 * len(people)
    if mostly_idle:
        shapes |= {shape(row.who) for row in found if row.sort == "idle"}
    named = sum(map(looks_like_name, (row.who for row in people))) > 0.6 * len(people)
    return [_settled(frame, row, people, shapes, named, mostly_idle) for row in found]


def _name_title(frame: Frame) -> str:
    return frame.titles.get(frame.names[0], "") if frame.names else ""


def _settled(
    frame: Frame, row: Row, people: list[Row], shapes: set[str], named: bool, mostly_idle: bool = False
) -> Row:
    if row.sort != "idle":
        return row
    name = row.who
    if (
        any(says(name, sort) for sort in ("total", "need", "census", "legend", "note", "vacant"))
        or "=" in name
        or len(name) > 45
    ):
        return Row(row.row, "note", name, "a note, a legend or a total without numbers")
    if not shapes:
        return Row(row.row, "person" if looks_like_name(name) else "note", name)
    inside = (
        mostly_idle
        or people[0].row < row.row < people[-1].row
        or row.row - people[-1].row == 1
        or people[0].row - row.row == 1
    )
    alike = shape(name) in shapes or (named and looks_like_name(name) and " " in name)
    described = _described(frame, row.row) >= 0.5 * _described(frame, people[0].row)
    if inside and alike and (described or _described(frame, people[0].row) == 0) and concept_of(name) is None:
        return Row(row.row, "person", name, "a name without a duty")
    return Row(row.row, "heading", name, "a heading between the people, or a note")


def _described(frame: Frame, row: int) -> int:
    return sum(1 for column in frame.beside() if column not in frame.names and frame.sheet.text(row, column))


def shape(name: str) -> str:
    """Return the outline of a name: letters as a or A, digits as 9, each run once."""
    outline = ""
    for letter in name:
        kind = "9" if letter.isdigit() else "A" if letter.isupper() else "a" if letter.isalpha() else letter
        outline += kind if not outline.endswith(kind) else ""
    return outline
