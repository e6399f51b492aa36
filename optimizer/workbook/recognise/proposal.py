"""What was understood of a file: tables, questions and what was left out, each with a reason."""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Fact:
    """One thing that one cell says.

    A duty has ``who``, ``day`` and ``code``; a need or a count ``day``, ``shift`` and ``value``; a row of a list of
    things ``who``, ``field`` and ``value``. ``day_no`` counts from 1. ``part`` is "lead-in" for the last days of the
    period before, "impossible" for a day that the month does not have, "hours" for the hours beside a duty: none of
    these is a duty. ``effective`` is the leave that a blank cell stands for; ``times`` is when somebody comes and goes
    where two cells of a day say it; ``line`` is what a second row of a person is called, "Actual" below "Planned".
    """

    cell: str
    who: str | None = None
    day: date | None = None
    day_no: int | None = None
    code: str | None = None
    shift: str | None = None
    field: str | None = None
    value: Any = None
    part: str | None = None
    effective: str | None = None
    times: str | None = None
    line: str | None = None


@dataclass(frozen=True)
class Meaning:
    """A guess of what a code stands for: its sort ("work night", "leave"), its clock times, and why.

    ``name`` is what a legend of the file calls it, "" where none does; a code of the legend that nobody has counts 0.
    """

    code: str
    count: int
    sort: str
    times: str | None
    why: str
    name: str = ""


@dataclass(frozen=True)
class Block:
    """Where people by days stand in the file: a range, and the rows of its header, from 0.

    Where days run down (``turned``) the header is columns.
    """

    range: str
    heads: tuple[int, ...]
    turned: bool = False


@dataclass(frozen=True)
class Table:
    """A table that was found, with its confidence from 0 to 1 and the reason for it.

    ``unit`` is what a title over a roster calls the unit, "" where none does.
    """

    sheet: str | None
    kind: str
    range: str
    facts: tuple[Fact, ...]
    people: tuple[str, ...] | None = None
    first: date | None = None
    last: date | None = None
    days: int | None = None
    codes: tuple[tuple[str, int], ...] = ()
    meanings: tuple[Meaning, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    used: frozenset[str] = frozenset()
    confidence: float = 0.0
    why: str = ""
    blocks: tuple[Block, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Question:
    """What the reader should be asked, with the likeliest answer ready."""

    about: str
    asked: str
    likeliest: str = ""
    why: str = ""


@dataclass(frozen=True)
class LeftOut:
    """Cells that no table took up, and why."""

    sheet: str | None
    range: str
    why: str


FoundTables = tuple[list[Table], list[Question], list[LeftOut]]
"""What a look at a sheet found: tables, what to ask about them, and what stands beside them."""


@dataclass(frozen=True)
class Proposal:
    """Everything that was understood of a file; ``refuse`` is the sentence for one that cannot be read."""

    file: str
    refuse: str | None = None
    tables: tuple[Table, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def counted(facts: tuple[Fact, ...]) -> tuple[tuple[str, int], ...]:
    """Return how often each code stands on the days of the period, the most frequent first."""
    return tuple(Counter(fact.code for fact in facts if fact.code and not fact.part).most_common())


def as_json(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal for machines: plain values only."""
    return {
        "readable": proposal.refuse is None,
        "refuse": proposal.refuse,
        "questions": [asdict(question) for question in proposal.questions],
        "left_out": [asdict(each) for each in proposal.left_out],
        "tables": [_table(table) for table in proposal.tables],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "kind": table.kind,
        "range": table.range,
        "confidence": round(table.confidence, 2),
        "why": table.why,
        "people": None if table.people is None else list(table.people),
        "first_date": table.first and table.first.isoformat(),
        "last_date": table.last and table.last.isoformat(),
        "days": table.days,
        "codes": dict(table.codes),
        "meanings": {each.code: _meaning(each) for each in table.meanings},
        "fields": dict(table.fields),
        "cells": [_cell(fact) for fact in table.facts],
    }


def _meaning(meaning: Meaning) -> dict[str, Any]:
    said = {"sort": meaning.sort, "times": meaning.times, "why": meaning.why}
    return {**said, "name": meaning.name} if meaning.name else said


def _cell(fact: Fact) -> dict[str, Any]:
    said = asdict(fact)
    day = said.pop("day")
    kept = {key: value for key, value in said.items() if value is not None}
    return {**kept, "date": day and day.isoformat()} if "field" not in kept else kept
