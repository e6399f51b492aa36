"""Rows with a name and no duty: people who are free all along, or headings and notes."""

from dataclasses import dataclass

from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.names import CODE_WORDS, ROLE_WORDS, looks_like_name
from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.columns import concept_of
from optimizer.workbook.recognise.words.rows import says

MANY = 0.3
"""The share of people without a duty from which on a sheet is mostly empty, as one of wishes is."""
LONGEST_NAME, MOST_WORDS = 45, 5


@dataclass(frozen=True)
class Others:
    """What the people of a grid have in common: the outlines of their names, and the rows that they stand in."""

    shapes: frozenset[str]
    named: bool
    rows: range
    described: int


def with_idle_people(frame: Frame, found: list[Row]) -> list[Row]:
    """Settle rows with a name and no duty: people when they look like the others, else headings."""
    people = [row for row in found if row.sort == "person"]
    others = _others(frame, found, people) if people else None
    return [_settled(frame, row, others) if row.sort == "idle" else row for row in found]


def _others(frame: Frame, found: list[Row], people: list[Row]) -> Others:
    shapes = {shape(row.who) for row in people}
    block = _block(found, people)
    idle = [row for row in found if row.sort == "idle" and row.row in block]
    titled = concept_of(frame.titles.get(frame.names[0], "")) == "name" if frame.names else False
    if titled and len(idle) > MANY * len(people):
        shapes |= {shape(row.who) for row in idle if not _heads(found, row)}
    named = sum(1 for row in people if looks_like_name(row.who)) > 0.6 * len(people)
    return Others(frozenset(shapes), named, block, _described(frame, people[0].row))


def _heads(found: list[Row], row: Row) -> bool:
    """Return whether a row is the first below a header, a blank or totals, where headings of groups stand."""
    before = next((each for each in reversed(found) if each.row < row.row), None)
    return before is None or before.sort not in ("person", "second", "idle")


def _block(found: list[Row], people: list[Row]) -> range:
    """Return the rows from the first to the last person, and idle ones that follow without a blank row between."""
    sorts = {row.row: row.sort for row in found}
    first, last = people[0].row, people[-1].row
    while sorts.get(first - 1) == "idle":
        first -= 1
    while sorts.get(last + 1) == "idle":
        last += 1
    return range(first, last + 1)


def _settled(frame: Frame, row: Row, others: Others | None) -> Row:
    name = row.who
    if _is_remark(name):
        return Row(row.row, "note", name, "a note, a legend or a total without numbers")
    if others is None:
        return Row(row.row, "person" if looks_like_name(name) else "note", name)
    alike = shape(name) in others.shapes or (others.named and looks_like_name(name) and " " in name)
    described = _described(frame, row.row) >= 0.5 * others.described
    alike = alike and not {*folded(name).split()} <= CODE_WORDS | ROLE_WORDS  # NIGHTS over those who work them
    if row.row in others.rows and alike and described and concept_of(name) is None:
        return Row(row.row, "person", name, "a name without a duty")
    return Row(row.row, "heading", name, "a heading between the people, or a note")


def _is_remark(name: str) -> bool:
    words = any(says(name, sort) for sort in ("total", "need", "census", "legend", "note", "vacant"))
    return words or "=" in name or len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS


def _described(frame: Frame, row: int) -> int:
    return sum(1 for column in frame.beside() if column not in frame.names and frame.sheet.text(row, column))


def shape(name: str) -> str:
    """Return the outline of a name: letters as a or A, digits as 9, each run once."""
    outline = ""
    for letter in name:
        kind = "9" if letter.isdigit() else "A" if letter.isupper() else "a" if letter.isalpha() else letter
        outline += kind if not outline.endswith(kind) else ""
    return outline
