"""Time to recover after nights, before anything else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours, on
from optimizer.staffing.rules.reading import WorkTimes, time_grain, walk, work_times
from optimizer.staffing.rules.rule import HoursRule


class Nights(NamedTuple):
    """Nights in a row, up to those that matter; minutes of rest by the next midnight; whether the last day was one."""

    nights: int
    rested: int
    last_night: bool


FRESH = Nights(0, 0, False)


@dataclass(frozen=True)
class RecoveryMachine:
    """Follows a block of nights and the rest after it."""

    least: int
    nights: int

    @property
    def start(self) -> Nights:
        """Return the state of someone who worked no nights."""
        return FRESH

    def step(self, state: State, letter: Letter) -> tuple[Nights, int]:
        """Read when a day is worked; charge the rest missing between a block of nights and whatever comes after it."""
        block, times = cast(Nights, state), cast(WorkTimes | None, letter)
        tired = block.nights >= self.nights
        if times is None:
            return (Nights(block.nights, min(self.least, block.rested + DAY_MINUTES), False) if tired else FRESH), 0
        if times.night and block.last_night:
            return self._after_night(block.nights + 1, times), 0
        short = max(0, self.least - block.rested - times.start) if tired else 0
        return (self._after_night(1, times) if times.night else FRESH), short

    def _after_night(self, nights: int, times: WorkTimes) -> Nights:
        rested = min(self.least, DAY_MINUTES - times.end) if nights >= self.nights else 0
        return Nights(min(self.nights, nights), rested, True)


@dataclass(frozen=True)
class RecoveryAfterNights(HoursRule):
    """Gives everyone so many hours free after some nights in a row."""

    key, title, unit = "recovery-after-nights", "Recovery after nights", "hour of recovery missing"
    sentence = "at least {limit} free after {nights} or more in a row"

    limit: int = 48 * 60
    nights: int = 2

    def words(self) -> Mapping[str, str]:
        """Return also the words for its nights."""
        return {**super().words(), "nights": count(self.nights, "night")}

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = RecoveryMachine(self.limit, self.nights), work_times(unit)
        grain = time_grain(unit, self.limit)
        return (walk(unit, human.id, machine, read, grain) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how long the recovery was and how long it should be."""
        who, day = finding.place.who, finding.day
        free, due = hours(self.limit - finding.amount), hours(self.limit)
        return f"{unit.name_of(who)} has {free} to recover from nights before {on(day)}; it should be {due}."
