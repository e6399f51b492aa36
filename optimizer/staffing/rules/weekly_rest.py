"""One long rest in every week."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.reading import Spell, WeekDay, spells, walk, week_days
from optimizer.staffing.rule import UnitRule
from optimizer.staffing.shift import DAY_MINUTES
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import hours, on


class Rested(NamedTuple):
    """Minutes of rest by the next midnight, less than 0 at work; and the longest rest that this week has had."""

    now: int
    longest: int


@dataclass(frozen=True)
class WeeklyRestMachine:
    """Keeps the rest that is going on and the longest of the week, as many minutes as matter."""

    least: int

    @property
    def start(self) -> Rested:
        """Return the state of someone well rested."""
        return Rested(self.least, self.least)

    def step(self, state: State, letter: Letter) -> tuple[Rested, int]:
        """Read what a day is worked; at the end of a week, charge the minutes that its longest rest is too short."""
        rested, day = cast(Rested, state), cast(WeekDay, letter)
        spell = cast(Spell | None, day.letter)
        reached = min(self.least, rested.now + (spell.start if spell else DAY_MINUTES))
        now = min(self.least, DAY_MINUTES - spell.end) if spell else reached
        longest = max(rested.longest, reached, now)
        if not day.closes:
            return Rested(now, longest), 0
        now = 0 if now == self.least else now
        return Rested(now, max(0, now)), self.least - longest


@dataclass(frozen=True)
class WeeklyRest(UnitRule):
    """Gives everyone one rest of so many hours, without a duty between, in every calendar week.

    A rest counts for one week: the one in which it has become long enough. Where in the week it lies is free, as in EU
    law (C-306/16). A week that the plan does not close is not held.
    """

    key, title, unit, per = "weekly-rest", "Rest in every week", "hour of rest missing", 60
    limit_unit, limit_scale = "hours", 60

    limit: int = 35 * 60

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = WeeklyRestMachine(self.limit), week_days(unit, spells(unit))
        return (walk(unit, staff.id, machine, read) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how long the longest rest of which week is."""
        who, longest = unit.name_of(finding.place.who), hours(self.limit - finding.amount)
        week = f"the week that ends on {on(finding.day)}"
        return f"{who} has {longest} of rest at the most in {week}; once it should be {hours(self.limit)}."
