"""People of one name: told apart by their numbers, and places that anybody may fill by their order."""

from collections import Counter
from dataclasses import replace

from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.names import CODE_WORDS, ROLE_WORDS
from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.columns import concept_of

PLACES = CODE_WORDS | ROLE_WORDS | {"pool", "registry", "traveler", "traveller", "temp", "casual", "prn", "diem", "per"}
"""The words of names that are nobody's: of agencies, pools and roles."""


def told_apart(frame: Frame, rows: list[Row]) -> tuple[Row, ...]:
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
    people = [row for row in rows if row.sort == "person"]
    places = {row.row for row in people if {*folded(row.who).split()} <= PLACES}
    if len(places) > len(people) / 2:  # posts, and no people
        return rows
    times: Counter[str] = Counter()
    apart = []
    for row in rows:
        place = row.row in places
        times[row.who] += place
        apart.append(replace(row, who=f"{row.who} {times[row.who]}") if place and times[row.who] > 1 else row)
    return apart
