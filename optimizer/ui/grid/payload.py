"""What the schedule grid shows: facts for the browser, without a word of how it draws them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, NamedTuple

RequestMark = Literal["", "on", "off", "leave", "blocked"]
RESERVED_KEYS = frozenset("LO")
"""Letters that are commands of the grid: L locks, O makes a day off."""


@dataclass(frozen=True, slots=True)
class SumColumn:
    """A column pinned at the right: hours, overtime, nights."""

    title: str
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class GridPerson:
    """A row: somebody, their job as ``group``, and a text for every pinned column, in the columns' order."""

    id: str
    name: str
    group: str = ""
    roles: tuple[str, ...] = ()
    note: str = ""
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """A column; ``past`` days lie before the period and are only read."""

    iso: str
    weekday: str
    number: int
    month: str
    weekend: bool = False
    holiday: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """What can stand in a cell: a shift in a role. ``role`` is "" in a person's main role, ``colour`` hex or ""."""

    code: str
    shift: str
    role: str = ""
    key: str = ""
    name: str = ""
    colour: str = ""
    kind: str = "work"


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a cell shows: codes joined by "+", its marks, and a sentence for every finding; ``label`` is the request's.

    ``rotation`` is the shift that somebody's rotation has there, and ``strays`` that something else is in the cell.
    ``must`` tells whether one of the findings breaks a must; ``then`` is what a search would put there. A cell that is
    left out is empty. ``note`` is what the manager wrote there, which never goes on paper.
    """

    text: str = ""
    changed: bool = False
    locked: bool = False
    request: RequestMark = ""
    label: str = ""
    findings: tuple[str, ...] = ()
    must: bool = False
    rotation: str = ""
    strays: bool = False
    then: str = ""
    note: str = ""


CELL_FIELDS = tuple(field.name for field in fields(GridCell))


class GridCount(NamedTuple):
    """How many people a need has on one day, and how many it wants."""

    have: int
    minimum: int
    target: int
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class GridCoverage:
    """A row pinned at the bottom: a count for every day, None on a day without this need."""

    label: str
    days: tuple[GridCount | tuple[int, int, int, int | None] | None, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was not made, and why; the cell shows the schedule's own value again."""

    seq: int
    who: str
    iso: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one finding is, and what it says.

    It is the cell of ``who`` on the day ``iso``, or the name of ``who`` where iso is ""; where there is nobody, the
    count of ``row``, a label of the coverage, or else the day itself. ``sentence`` is "" where the place tells it
    anyway.
    """

    who: str
    iso: str
    row: str
    sentence: str
    must: bool


@dataclass(frozen=True, slots=True)
class Focus:
    """A place that the grid is asked to go to, as a spot names it; every ``number`` above the last is asked once."""

    who: str
    iso: str
    number: int
    row: str = ""


@dataclass(frozen=True, slots=True)
class GridNotice:
    """A sentence that is said once below the grid, for every ``number`` above the last."""

    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class GridData:
    """Everything the grid shows.

    ``session`` and ``ack`` answer the browser that was heard last: it may forget its changes up to number ``ack``.
    ``version`` is the version of the schedule that is shown. ``title``, ``issue`` (which version, and when it was
    published) and ``legend`` stand on paper.
    """

    people: tuple[GridPerson, ...]
    sums: tuple[SumColumn, ...]
    days: tuple[Day, ...]
    codes: tuple[Code, ...]
    cells: Mapping[tuple[str, str], GridCell]
    coverage: tuple[GridCoverage, ...] = ()
    session: str = ""
    version: int = 0
    ack: int = 0
    refused: tuple[Refusal, ...] = ()
    editable: bool = True
    title: str = ""
    issue: str = ""
    legend: tuple[str, ...] = ()
    focus: Focus | None = None
    problems: tuple[Spot, ...] = ()
    notice: GridNotice | None = None


def payload(data: GridData) -> dict[str, Any]:
    """Return a grid's data as JSON-able values, cells in a row a person: null, the text alone, or all that it shows."""
    return {
        "people": [asdict(person) for person in data.people],
        "sums": [asdict(column) for column in data.sums],
        "days": [asdict(day) | {"spoken": spoken(day.iso)} for day in data.days],
        "codes": [asdict(code) for code in data.codes],
        "cells": {person.id: _row(data, person) for person in data.people},
        "coverage": [_coverage(row) for row in data.coverage],
        "session": data.session,
        "version": data.version,
        "ack": data.ack,
        "refused": [asdict(refusal) for refusal in data.refused],
        "editable": data.editable,
        "title": data.title,
        "issue": data.issue,
        "legend": [*data.legend],
        "focus": data.focus and asdict(data.focus),
        "notice": data.notice and asdict(data.notice),
        "problems": _problems(data),
    }


def spoken(iso: str) -> str:
    """Return a date as it is read aloud: Thursday 26 November."""
    day = date.fromisoformat(iso)
    return f"{day:%A} {day.day} {day:%B}"


def key_letter(code: str, name: str = "") -> str:
    """Return the letter that types a shift: the first of its code, else of its name, that is no command; "" if none."""
    letters = (letter for letter in (code + name).upper() if letter.isascii() and letter.isalpha())
    return next((letter for letter in letters if letter not in RESERVED_KEYS), "")


def _row(data: GridData, person: GridPerson) -> list[str | dict[str, Any] | None]:
    return [_cell(data.cells.get((person.id, day.iso))) for day in data.days]


def _cell(cell: GridCell | None) -> str | dict[str, Any] | None:
    shown = {name: value for name in CELL_FIELDS if (value := getattr(cell, name, None))}
    return shown.get("text") if shown.keys() <= {"text"} else shown


def _problems(data: GridData) -> list[list[Any]]:
    """Return findings as who, the places of the day and of the row, whether it is a must, and what else is to be told.

    There may be thousands, and they travel with every edit: what is left out at the end is no must, and says nothing
    more. A place is null where there is none.
    """
    days = {day.iso: at for at, day in enumerate(data.days)}
    rows = {row.label: at for at, row in enumerate(data.coverage)}
    found = ([spot.who, days.get(spot.iso), rows.get(spot.row)] for spot in data.problems)
    told = ([spot.must, spot.sentence] if spot.sentence else [True] if spot.must else [] for spot in data.problems)
    return [place + words for place, words in zip(found, told, strict=True)]


def _coverage(row: GridCoverage) -> dict[str, Any]:
    return {"label": row.label, "days": [None if count is None else list(count) for count in row.days]}
