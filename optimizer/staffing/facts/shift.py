"""Shifts, and the duties that people have in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from optimizer.staffing.facts.scope import Scope, in_scope, sides

DAY_MINUTES = 24 * 60
LONG_BREAK = 2 * 60
"""From how many unpaid minutes on a break is no meal any more: nobody counts as there meanwhile."""
PART_OF_DAY = 6 * 60
"""Up to how many paid minutes leave is for part of a day, which has hours of its own."""
LONG, LONG_FROM = "long", 12 * 60
"""The word for shifts of twelve paid hours or more, of which guidance wants fewer in a row."""


class Kind(StrEnum):
    """What a shift is for. Only work and on call can fill a need."""

    WORK = "work"
    ON_CALL = "on call"
    ORIENTATION = "orientation"
    EDUCATION = "education"
    LEAVE = "leave"
    BLOCKED = "blocked"


class Part(StrEnum):
    """The part of the day that a shift belongs to, for counting nights and the like."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


SHIFT_WORDS = (*Part, LONG, *Kind)
"""The words that speak of shifts in any unit, whether or not it has such shifts."""


class Duty(NamedTuple):
    """One shift on one day in one role; the day is the one on which it starts, the role "" where no need is filled."""

    day: date
    shift: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift of a unit. Times are minutes after midnight; ``end`` is over 1,440 when it ends the next day.

    ``parts`` are those of a split shift in order, from ``start`` to ``end``; empty for a shift that is one.
    ``turn`` is the word for the turns that duties in it are, which people take one after the other: call, float.
    """

    code: str
    name: str
    start: int
    end: int
    paid: int
    unpaid_break: int = 0
    kind: Kind = Kind.WORK
    part: Part = Part.DAY
    colour: str = ""
    turn: str = ""
    parts: "tuple[Window, ...]" = ()

    @property
    def works(self) -> bool:
        """Tell whether the person is at work: on duty, in orientation or in class, but not on call or away."""
        return self.kind in (Kind.WORK, Kind.ORIENTATION, Kind.EDUCATION)

    @property
    def away(self) -> bool:
        """Tell whether it says why somebody is not there: leave, or a day on which they may not be asked."""
        return self.kind in (Kind.LEAVE, Kind.BLOCKED)

    @property
    def staffs(self) -> bool:
        """Tell whether a duty in this shift is held in a role and can fill a need."""
        return self.kind in (Kind.WORK, Kind.ON_CALL)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the words by which a rule can speak of this shift: code, part of the day, kind, 'long'."""
        return (self.code, self.part, self.kind, *([LONG] if self.works and self.paid >= LONG_FROM else []))

    @property
    def names(self) -> frozenset[str]:
        """Return the words that mean this shift when duties are counted: of parts of the day those at work alone."""
        return frozenset(self.tags if self.works else (self.code, self.kind))

    def matches(self, scope: Scope) -> bool:
        """Tell whether a scope speaks of this shift."""
        return in_scope(self.tags, scope)

    def meant_by(self, scope: Scope) -> bool:
        """Tell whether duties in this shift are among those a scope means: without words to include, all at work."""
        wanted, unwanted = sides(scope)
        return not unwanted & {*self.tags} and (bool(wanted & self.names) if wanted else self.works)

    @property
    def spells(self) -> "tuple[Window, ...]":
        """Return from when to when it lasts: once, or once for each of its parts."""
        return self.parts or (Window(self.start, self.end),)

    @property
    def held(self) -> "tuple[Window, ...]":
        """Return when nothing else can be had: leave for a whole day has no hours of its own."""
        part_of_day = self.kind is Kind.LEAVE and 0 < self.paid <= PART_OF_DAY
        return self.spells if part_of_day or not self.away else ()

    def overlaps(self, other: "Shift") -> bool:
        """Tell whether two shifts of one day hold somebody at the same time."""
        return any(a.start < b.end and b.start < a.end for a in self.held for b in other.held)

    @property
    def presence(self) -> "tuple[Window, ...]":
        """Return from when to when people are there: twice where a long break, taken to be in the middle, parts it."""
        if self.parts:
            return self.parts
        if self.unpaid_break < LONG_BREAK:
            return (Window(self.start, self.end),)
        away = self.start + (self.end - self.start - self.unpaid_break) // 2
        return Window(self.start, away), Window(away + self.unpaid_break, self.end)

    def spans(self, window: "Window", days_before: int) -> bool:
        """Tell whether people in this shift, begun so many days before the window's day, are there all through it."""
        earlier = days_before * DAY_MINUTES
        return any(start <= window.start + earlier and window.end + earlier <= end for start, end in self.presence)


class Window(NamedTuple):
    """A stretch of the day that needs people, whatever their shifts are called; minutes as in ``Shift``."""

    start: int
    end: int


def part_of_day(start: int, end: int) -> Part:
    """Return the usual part of the day of a shift: three hours between 0 and 5 a.m. make a night (2003/88/EC)."""
    small_hours = sum(max(0, min(end, base + 300) - max(start, base)) for base in (0, DAY_MINUTES))
    if small_hours >= 180:
        return Part.NIGHT
    return Part.EVENING if start >= 12 * 60 else Part.DAY
