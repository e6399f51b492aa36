"""Turn lists: whose turn is next for what, in rows for people and values for machines."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.ledger.turns import TurnPlace

TURN_HEADERS = ("Turn", "Next", "Name", "Id", "Times", "Last", "Years")
Lists = Mapping[str, tuple[TurnPlace, ...]]


def turn_rows(unit: Unit, lists: Lists) -> Iterator[tuple[str, ...]]:
    """Yield a row for every place in every list, in the order of TURN_HEADERS."""
    for what, places in lists.items():
        for number, place in enumerate(places, start=1):
            times, last = str(len(place.days)), _last(place.days)
            yield what, str(number), unit.name_of(place.who), place.who, times, last, ", ".join(map(str, _years(place)))


def turns_json(unit: Unit, lists: Lists) -> dict[str, Any]:
    """Return the lists as plain values."""
    return {
        what: [
            {"who": each.who, "name": unit.name_of(each.who), "days": [day.isoformat() for day in each.days]}
            for each in places
        ]
        for what, places in lists.items()
    }


def _last(days: tuple[date, ...]) -> str:
    return f"{on(days[-1])} {days[-1].year}" if days else "never"


def _years(place: TurnPlace) -> list[int]:
    return sorted({day.year for day in place.days})
