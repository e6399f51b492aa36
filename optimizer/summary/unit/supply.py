"""Supply against need in sentences: which weeks are short of whom by plain arithmetic, before anything is solved."""

from typing import Any

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.need.supply import WeekSupply, supply_of
from optimizer.summary.facts import Facts

MOST = 5
"""How many lines are told; values for machines have all."""
ENOUGH = "enough for the minimum in every week, by contracts and by leave"


def supply_facts(unit: Unit) -> Facts:
    """Return the weeks that are short, the worst first, or that none is."""
    lines = supply_of(unit)
    short = sorted((line for line in lines if line.missing), key=lambda line: -line.missing)
    if not lines:
        return []
    told = [supply_said(unit, line) for line in short[:MOST]] or [ENOUGH]
    if len(short) > MOST:
        told.append(f"and {count(len(short) - MOST, 'more line')} short; --json has all")
    return [("Supply" if not place else "", said) for place, said in enumerate(told)]


def supply_said(unit: Unit, line: WeekSupply) -> str:
    """Return one week's arithmetic: "Week of 12 January: 612 h of RN are needed on N, 540 h are there..."."""
    first = max(line.week.first, unit.calendar.first)
    of = f"with {line.role}" if line.credential else f"of {line.role}"
    where = f"on {line.shift}" if line.shift else "over all shifts"
    who = count(line.people, "person has them", "people have them")
    there = f"{hours(line.supply)} are there by contract and leave ({who})" if line.people else "nobody has any"
    return f"Week of {first.day} {first:%B}: {hours(line.needed)} {of} are needed {where}, {there}."


def supply_json(unit: Unit) -> list[dict[str, Any]]:
    """Return supply and need of every week as plain values, in minutes."""
    return [
        {
            "week": line.week.first.isoformat(),
            "shift": line.shift,
            "credential" if line.credential else "role": line.role,
            "needed": line.needed,
            "supply": line.supply,
            "people": line.people,
            "missing": line.missing,
        }
        for line in supply_of(unit)
    ]
