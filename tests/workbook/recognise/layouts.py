"""Rosters in layouts of all kinds, as rows of values, and the sheet that these make."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from optimizer.workbook.recognise.sheet import RawSheet
from optimizer.workbook.recognise.sheet_tables import Found, tables_on

PEOPLE = ("Joan Adams", "Tia Brown", "Sam Clark", "Ana Diaz", "Bo Evans")
PATTERN = "DDN..ED.NN"


def sheet(rows: Iterable[Sequence[Any]], title: str | None = "Sheet1", **more: Any) -> RawSheet:
    return RawSheet(title, tuple(tuple(row) for row in rows), **more)


def found_on(
    rows: Iterable[Sequence[Any]], title: str | None = "Sheet1", file: str = "roster.xlsx", **more: Any
) -> Found:
    return tables_on(sheet(rows, title, **more), file)


def duties(person: int, days: int) -> list[str | None]:
    """Return the codes of a person; blank is off."""
    return [None if (code := PATTERN[(person * 3 + day) % len(PATTERN)]) == "." else code for day in range(days)]


def month(days: int, people: Sequence[str] = PEOPLE) -> list[list[Any]]:
    """Return the rows of people by days."""
    return [[person, *duties(place, days)] for place, person in enumerate(people)]


def run(first: date, days: int) -> list[date]:
    return [first + timedelta(days=step) for step in range(days)]


def said(found: Found) -> set[tuple[Any, ...]]:
    """Return every duty that was understood: who, which day, what."""
    return {(fact.who, fact.day, fact.code) for fact in found.tables[0].facts if fact.code and not fact.part}


def meant(first: date, days: int, people: Sequence[str] = PEOPLE) -> set[tuple[Any, ...]]:
    """Return every duty of the roster that ``month`` writes."""
    dates = run(first, days)
    return {
        (person, day, code)
        for place, person in enumerate(people)
        for day, code in zip(dates, duties(place, days), strict=True)
        if code
    }
