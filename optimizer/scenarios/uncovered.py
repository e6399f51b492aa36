"""The one thing that a frontier keeps small: time for which somebody is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd

from optimizer.planning.law import Place, Sum
from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.rule import UnitRule

MINUTE = 100
"""What an uncovered minute costs, in cents: so much that shadow prices, which are whole cents, tell a little of one."""


@dataclass(frozen=True)
class UncoveredTime(UnitRule):
    """Covers the target staffing, by the time that is missing, counted in ``grain`` minutes."""

    key, title, unit = "uncovered-time", "Uncovered time", "grain of minutes uncovered"
    sentence, opening = "the target of people at all times, by the time that is missing", ""

    grain: int = 1

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every need that lasts and can still be filled."""
        for day, need in unit.fillable:
            weight = unit.length_of(need.shift) // self.grain
            if weight and need.target:
                there = tuple((weight, pair) for pair in unit.on(day, need.shift) if pair.what.role == need.role)
                yield Sum(Place(day=day, what=need.thing), there, low=weight * need.target)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say what lacks somebody, and for how long."""
        del unit
        missing = hours(finding.amount * self.grain)
        return f"{' '.join(finding.place.what)} on {on(finding.day)} has {missing} uncovered."


def priced_by_time(unit: Unit) -> Ruling:
    """Return the rule at MINUTE cents a minute, in the coarsest grain there is, in which bounds are sharpest."""
    grain = gcd(*(unit.length_of(need.shift) for need in unit.needs)) or 1
    return Ruling(UncoveredTime(grain=grain), Mode.PRICED, MINUTE * grain)
