"""Who can have no roster at all, in sentences."""

from collections.abc import Mapping

from optimizer.engine.explain.cause import LocalClash
from optimizer.staffing.facts.unit import Unit
from optimizer.summary.explain.clash_words import cause_lines
from optimizer.summary.facts import Facts

MOST = 5
"""How many people are told."""


def alone_facts(unit: Unit, found: Mapping[str, LocalClash]) -> Facts:
    """Return who can have no roster and because of what, one a line."""
    told = [f"{unit.name_of(who)}: {' '.join(cause_lines(unit, clash))}" for who, clash in found.items()]
    more = [f"and {len(told) - MOST} more people"] if len(told) > MOST else []
    return [("No roster" if not place else "", said) for place, said in enumerate([*told[:MOST], *more])]
