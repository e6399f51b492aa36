"""Enough hours between the end of one duty and the start of the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import WorkTimes, time_grain, walk
from optimizer.staffing.rules.rest.called_in import CalledIn, called_in_on_call, times_of_rest
from optimizer.staffing.rules.rule import HoursRule


@dataclass(frozen=True)
class RestMachine:
    """Keeps the minutes of rest that somebody has had by the next midnight, as many as matter; less than 0 at work."""

    least: int

    @property
    def start(self) -> int:
        """Return the state of someone well rested."""
        return self.least

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read from when to when a day is worked; charge the minutes of rest missing before it."""
        rested = cast(int, state)
        if letter is None or isinstance(letter, CalledIn):
            called = letter.minutes if letter else 0
            return min(self.least, rested + DAY_MINUTES - called), 0
        times = cast(WorkTimes, letter)
        return min(self.least, DAY_MINUTES - times.end), max(0, self.least - (rested + times.start))


@dataclass(frozen=True)
class Rest(HoursRule):
    """Gives everyone so many hours between two duties; what somebody on call is expected to be called in is no rest."""

    key, title, unit = "rest", "Rest between duties", "hour of rest missing"
    sentence = "at least {limit} between two duties"

    limit: int = 10 * 60

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, humans = RestMachine(self.limit), tuple(self.humans(unit))
        called = {human.id: called_in_on_call(unit, human) for human in humans}
        read = {minutes: times_of_rest(unit, minutes) for minutes in {*called.values()}}
        grain = time_grain(unit, self.limit, *read)
        return (walk(unit, human.id, machine, read[called[human.id]], grain) for human in humans)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how much rest there is before which duty."""
        who, day = finding.place.who, finding.day
        rested, due = hours(self.limit - finding.amount), hours(self.limit)
        return f"{unit.name_of(who)} has {rested} of rest before the duty on {on(day)}; it should be {due}."
