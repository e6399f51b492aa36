"""One long rest in every week."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import Spell, WeekDay, time_grain, walk, week_days
from optimizer.staffing.rules.rest.called_in import CalledIn, calls_of
from optimizer.staffing.rules.rule import HoursRule


class Rested(NamedTuple):
    """How somebody has rested by the next midnight.

    ``now`` is the minutes of the rest that is going on, less what has counted already, below 0 at work. ``met`` tells
    whether this week has had its rest, ``longest`` the most that it has had. ``late`` is the most of the week before
    where the rest at its end must decide, None where nothing is left to decide.
    """

    now: int
    met: bool
    longest: int
    late: int | None


@dataclass(frozen=True)
class WeeklyRestMachine:
    """Gives each long enough rest to one of the weeks that it touches, the earliest that has none."""

    least: int

    @property
    def start(self) -> Rested:
        """Return the state of someone well rested, whose first week is not held against them."""
        return Rested(self.least, True, 0, None)

    def step(self, state: State, letter: Letter) -> tuple[Rested, int]:
        """Read what a day is worked; charge the minutes missing once no rest can mend a week any more."""
        day = cast(WeekDay, letter)
        called = day.letter.minutes if isinstance(day.letter, CalledIn) else 0
        spells = () if called else cast(tuple[Spell, ...], day.letter)
        rested, missing = self._rest(cast(Rested, state), spells[0].start if spells else DAY_MINUTES - called), 0
        if spells:
            missing = 0 if rested.late is None else self.least - max(rested.late, rested.now)
            longest = max(rested.longest, 0 if rested.late is not None else rested.now)
            rested = Rested(DAY_MINUTES - max(spell.end for spell in spells), rested.met, longest, None)
        if not day.closes:
            return rested, missing
        return self._close(rested, missing)

    def _rest(self, rested: Rested, minutes: int) -> Rested:
        """Return the state after more rest, which counts for a week as soon as it is long enough."""
        now, met, late = rested.now + minutes, rested.met, rested.late
        while now >= self.least and (late is not None or not met):
            now, met, late = now - self.least, met or late is None, None
        return Rested(min(now, self.least), met, rested.longest, late)

    def _close(self, rested: Rested, missing: int) -> tuple[Rested, int]:
        """Return the state at the beginning of a week; a rest that goes on may still mend the one that ends."""
        longest = max(rested.longest, rested.now)
        if rested.met:
            return Rested(rested.now, False, 0, None), missing
        if rested.now > 0:
            return Rested(rested.now, False, 0, longest), missing
        return Rested(rested.now, False, 0, None), missing + self.least - longest


@dataclass(frozen=True)
class WeeklyRest(HoursRule):
    """Gives everyone one rest of so many hours, without a duty between, in every calendar week.

    A rest counts for one of the weeks that it touches, wherever it lies in it, as EU law has it (C-306/16). A week that
    the plan does not close is not held, nor one that ends with a rest that may go on after the plan. What somebody on
    call is expected to be called in is no rest.
    """

    key, title, unit = "weekly-rest", "Rest in every week", "hour of rest missing"
    sentence = "one rest of at least {limit}, without a duty between, in every calendar week"

    limit: int = 35 * 60

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, humans = WeeklyRestMachine(self.limit), tuple(self.humans(unit))
        called, calls = calls_of(unit, humans)
        read = {minutes: week_days(unit, each) for minutes, each in calls.items()}
        grain = time_grain(unit, self.limit, *read)
        return (walk(unit, human.id, machine, read[called[human.id]], grain) for human in humans)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say by when a week has passed without a rest long enough, and how long the longest was."""
        who, longest, due = unit.name_of(finding.place.who), hours(self.limit - finding.amount), hours(self.limit)
        return f"{who} has had a week with no rest longer than {longest} by {on(finding.day)}; one of {due} is due."
