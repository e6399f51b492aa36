"""Shifts, and the duties that people have in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from optimizer.staffing.scope import Scope, in_scope

DAY_MINUTES = 24 * 60
LONG, LONG_FROM = "long", 12 * 60
"""The word for shifts of twelve paid hours or more, of which guidance wants fewer in a row."""


class Kind(StrEnum):
    """What a shift is for. Only work and on call can fill a need."""

    WORK = "work"
    ON_CALL = "on call"
    ORIENTATION = "orientation"
    EDUCATION = "education"
    LEAVE = "leave"


class Part(StrEnum):
    """The part of the day that a shift belongs to, for counting nights and the like."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Duty(NamedTuple):
    """One shift on one day in one role; the day is the one on which it starts, the role "" where no need is filled."""

    day: date
    shift: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift of a unit. Times are minutes after midnight; ``end`` is over 1,440 when it ends the next day."""

    code: str
    name: str
    start: int
    end: int
    paid: int
    unpaid_break: int = 0
    kind: Kind = Kind.WORK
    part: Part = Part.DAY
    colour: str = ""

    @property
    def works(self) -> bool:
        """Tell whether the person is at work: on duty, in orientation or in class, but not on call or on leave."""
        return self.kind in (Kind.WORK, Kind.ORIENTATION, Kind.EDUCATION)

    @property
    def staffs(self) -> bool:
        """Tell whether a duty in this shift is held in a role and can fill a need."""
        return self.kind in (Kind.WORK, Kind.ON_CALL)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the words by which a rule can speak of this shift: code, part of the day, kind, 'long'."""
        return (self.code, self.part, self.kind, *([LONG] if self.works and self.paid >= LONG_FROM else []))

    def matches(self, scope: Scope) -> bool:
        """Tell whether a scope speaks of this shift."""
        return in_scope(self.tags, scope)

    def spans(self, window: "Window", days_before: int) -> bool:
        """Tell whether this shift, begun so many days before the window's day, lasts through the whole window."""
        shift_start = self.start - days_before * DAY_MINUTES
        return shift_start <= window.start and window.end <= self.end - days_before * DAY_MINUTES


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
