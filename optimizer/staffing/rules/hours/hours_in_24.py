"""Hours within any 24 hours, whenever these begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import Spell, spells, time_grain, walk
from optimizer.staffing.rules.rule import HoursRule

Recent = tuple[Spell, ...]


@dataclass(frozen=True)
class HoursIn24Machine:
    """Keeps the spells of work that can still lie within 24 hours of the next one, in minutes from the next midnight.

    Work within a span is greatest where the span ends with a spell, so only those are looked at. A spell that the
    span cuts counts as worked through, up to its paid minutes: breaks are taken to lie outside.
    """

    most: int

    @property
    def start(self) -> Recent:
        """Return the state of someone who has not worked."""
        return ()

    def step(self, state: State, letter: Letter) -> tuple[Recent, int]:
        """Read what a day is worked; charge the minutes too many in the 24 hours up to the end of a spell of it."""
        recent, today = cast(Recent, state), cast(Recent, letter)
        known, most = (*recent, *today), 0
        for spell in today:
            most = max(most, sum(each.within(spell.end - DAY_MINUTES, spell.end) for each in known))
        kept = (each.moved(-DAY_MINUTES) for each in known if each.end > 0)
        return tuple(kept), max(0, most - self.most)


@dataclass(frozen=True)
class MostHoursIn24(HoursRule):
    """Gives nobody more than so many hours of work in any 24 hours; unpaid breaks are no work."""

    key, title, unit = "most-hours-in-24", "Most hours in any 24", "hour too many"
    sentence = "at most {limit} of work in any 24 hours; unpaid breaks are no work"

    limit: int = 12 * 60

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = HoursIn24Machine(self.limit), spells(unit)
        grain = time_grain(unit, self.limit)
        return (walk(unit, human.id, machine, read, grain) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many hours there are in the 24 up to the end of which duty."""
        worked = hours(self.limit + finding.amount)
        who, day = unit.name_of(finding.place.who), on(finding.day)
        up_to, most = f"the 24 h up to the end of the duty on {day}", hours(self.limit)
        return f"{who} works {worked} in {up_to}; it should be {most} at most."
