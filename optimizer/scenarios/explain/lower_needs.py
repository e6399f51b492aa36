"""Fewer people have to be there."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.demand import Need, When, most_particular
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.need.cover import CoverLevel

MISSING = 500_00
"""Cents that a person fewer counts as: no pay, but what they stand for beside it."""


class FewerPeople(NamedTuple):
    """By how many people fewer are needed on a day, in a shift or window and a role."""

    day: date
    thing: tuple[str, ...]
    number: int


@dataclass(frozen=True)
class LowerNeeds(Remedy):
    """The minimum of some needs is lower on some days, each by so many, or the target; the other one stays.

    A target is never below its minimum.
    """

    by: tuple[FewerPeople, ...]
    level: CoverLevel = CoverLevel.MINIMUM

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Add a need for each day that is more particular than those there are."""
        unit = asked.unit
        lower = (_lowered(unit, each, self.level) for each in self.by)
        return replace(asked, unit=replace(unit, needs=(*unit.needs, *lower)))

    def say(self, unit: Unit) -> str:
        """Say by how much, of what and when."""
        del unit
        what = ", ".join(dict.fromkeys(f"{role} on {shift}" for shift, role in (each.thing for each in self.by)))
        days = sorted({each.day for each in self.by})
        when = f"on {on(days[0])}" if len(days) == 1 else f"on {len(days)} days from {on(days[0])} to {on(days[-1])}"
        return f"Lower the {self.level.value} of {what} by {self._total} in all, {when}."

    def cost(self, unit: Unit) -> int:
        """Return what the people stand for."""
        del unit
        return MISSING * self._total

    @property
    def _total(self) -> int:
        return sum(each.number for each in self.by)


def _lowered(unit: Unit, fewer: FewerPeople, level: CoverLevel) -> Need:
    holds = most_particular(fewer.day, unit.needs, unit.calendar)
    need = next(each for each in holds if each.thing == fewer.thing)
    if level is CoverLevel.MINIMUM:
        low, high = max(0, need.minimum - fewer.number), need.target
    else:
        low, high = need.minimum, max(need.minimum, need.target - fewer.number)
    return replace(need, when=When(day=fewer.day), minimum=low, target=high, working=None)
