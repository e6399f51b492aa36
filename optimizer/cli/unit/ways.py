"""Ways out of an impossible unit, as they are printed."""

from collections.abc import Sequence
from typing import Any

from optimizer.planning.currency import money
from optimizer.scenarios.explain.ways_out import WayOut
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.summary.facts import Facts


def ways_facts(unit: Unit, ways: Sequence[WayOut]) -> Facts:
    """Return the ways out by number, each with its dollars and how many people it touches."""
    told = [f"{n}. {way.say(unit)} {_weight(way)}" for n, way in enumerate(ways, 1)]
    return [("Ways out" if not place else "", said) for place, said in enumerate(told)]


def _weight(way: WayOut) -> str:
    people = count(way.people, "person", "people") if way.people else "nobody"
    return f"({money(way.cents)}, {people} to ask)"


def ways_json(unit: Unit, ways: Sequence[WayOut]) -> list[dict[str, Any]]:
    """Return the ways out as plain values."""
    return [
        {
            "number": number,
            "changes": [change.say(unit) for change in way.changes],
            "kinds": [type(change).__name__ for change in way.changes],
            "cents": way.cents,
            "people": way.people,
        }
        for number, way in enumerate(ways, 1)
    ]
