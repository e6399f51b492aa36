"""Stretches of work without a real break: how long they may be, and how much rest comes after a long one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.planning.words import in_hours
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, on
from optimizer.staffing.rules.reading import Spell, time_grain, walk
from optimizer.staffing.rules.rest.called_in import PAUSE, CalledIn, calls_of
from optimizer.staffing.rules.rule import HoursRule


def long_work(minutes: int, say: Callable[[int], str] = hours) -> str:
    """Return from how much on work is long: "12 h or more", or "more than 12 h" where that is a minute more."""
    return f"more than {say(minutes - 1)}" if minutes % 60 == 1 else f"{say(minutes)} or more"


class Stretch(NamedTuple):
    """Minutes worked at a stretch, as many as matter, and the minutes since its end by midnight.

    The midnight is the next one between two days, and the one that a day begins with while its spells are read.
    """

    worked: int
    rested: int


RESTED = Stretch(0, DAY_MINUTES)


def _joined(stretch: Stretch, spell: Spell, most: int) -> Stretch:
    """Return the stretch once a spell is worked, as part of the last one or as one of its own."""
    goes_on = stretch.worked and stretch.rested + spell.start < PAUSE
    worked = spell.paid + (stretch.worked if goes_on else 0)
    return Stretch(min(worked, most), -spell.end)


def _overnight(stretch: Stretch) -> Stretch:
    """Return a stretch as seen from the next midnight."""
    return Stretch(stretch.worked, stretch.rested + DAY_MINUTES)


@dataclass(frozen=True)
class StretchMachine:
    """Counts the minutes of a stretch, up to a day beyond the most."""

    most: int

    @property
    def start(self) -> Stretch:
        """Return the state of someone rested."""
        return RESTED

    def step(self, state: State, letter: Letter) -> tuple[Stretch, int]:
        """Read what a day is worked; charge the minutes that it takes stretches beyond the most."""
        if isinstance(letter, CalledIn):
            return RESTED, max(0, letter.minutes - self.most)
        stretch, spells, over = cast(Stretch, state), cast(tuple[Spell, ...], letter), 0
        for spell in spells:
            stretch = _joined(stretch, spell, self.most + DAY_MINUTES)
            over += min(spell.paid, max(0, stretch.worked - self.most))
        return _overnight(stretch) if spells else RESTED, over


@dataclass(frozen=True)
class RestAfterMachine:
    """Follows a stretch, and the rest after it when it was long."""

    least: int
    after: int

    @property
    def start(self) -> Stretch:
        """Return the state of someone rested."""
        return RESTED

    def step(self, state: State, letter: Letter) -> tuple[Stretch, int]:
        """Read what a day is worked; charge the rest missing since a long stretch that has ended."""
        stretch = cast(Stretch, state)
        called = letter.minutes if isinstance(letter, CalledIn) else 0
        spells = () if called else cast(tuple[Spell, ...], letter)
        tired = stretch.worked >= self.after
        if not spells:
            rested = stretch.rested + DAY_MINUTES - called
            return (Stretch(stretch.worked, rested) if tired and rested < self.least else RESTED), 0
        short = max(0, self.least - max(0, stretch.rested + spells[0].start)) if tired else 0
        for spell in spells:
            stretch = _joined(stretch, spell, self.after)
        return _overnight(stretch), short


@dataclass(frozen=True)
class MostHoursAtAStretch(HoursRule):
    """Gives nobody more than so many hours of work at a stretch; less than an hour between two duties ends none.

    What somebody is expected to be called in right before or after a duty of the same day is part of its stretch; a day
    of nothing but calls is a stretch of its own, since nobody knows when of it that is.
    """

    key, title, unit = "most-hours-at-a-stretch", "Most hours at a stretch", "hour too many"
    sentence = "at most {limit} of work at a stretch; less than an hour between two duties ends none"

    limit: int = 16 * 60

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, humans = StretchMachine(self.limit), tuple(self.humans(unit))
        called, read = calls_of(unit, humans)
        grain = time_grain(unit, self.limit, *read)
        return (walk(unit, human.id, machine, read[called[human.id]], grain) for human in humans)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose stretch is too long, and with which duty."""
        who, over = unit.name_of(finding.place.who), hours(finding.amount)
        return f"{who} works {over} more than {hours(self.limit)} at a stretch with the duty on {on(finding.day)}."


@dataclass(frozen=True)
class RestAfterStretch(HoursRule):
    """Gives everyone so many hours of rest after a long stretch of work: ``after`` minutes or more.

    What somebody on call is expected to be called in is no rest.
    """

    key, title, unit = "rest-after-stretch", "Rest after long work", "hour of rest missing"
    sentence = "at least {limit} of rest after {after} of work at a stretch"
    in_time = ("after",)

    limit: int = 10 * 60
    after: int = 12 * 60

    def words(self) -> Mapping[str, str]:
        """Return also the words for how much work is long."""
        return {**super().words(), "after": long_work(self.after, in_hours)}

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, humans = RestAfterMachine(self.limit, self.after), tuple(self.humans(unit))
        called, read = calls_of(unit, humans)
        grain = time_grain(unit, self.limit, *read)
        return (walk(unit, human.id, machine, read[called[human.id]], grain) for human in humans)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how much rest there is after long work before which duty."""
        who, rested = unit.name_of(finding.place.who), hours(self.limit - finding.amount)
        long, day = long_work(self.after), on(finding.day)
        return f"{who} has {rested} of rest after {long} of work, before {day}; it should be {hours(self.limit)}."
