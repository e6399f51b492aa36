"""What the unit needs: people in a role, skills on a shift."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.working import Working


class When(NamedTuple):
    """The days a need is for: one date, the holidays, some weekdays (0 is Monday), or every day when all is empty."""

    day: date | None = None
    holidays: bool = False
    weekdays: frozenset[int] = frozenset()

    @property
    def rank(self) -> int:
        """Return how particular this is; of two needs for one shift and role on one day, the more particular holds."""
        return 3 if self.day else 2 if self.holidays else 1 if self.weekdays else 0

    def includes(self, day: date, calendar: Calendar) -> bool:
        """Tell whether a day is among these days."""
        if self.day:
            return day == self.day
        if self.holidays:
            return day in calendar.holidays
        return not self.weekdays or day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Need:
    """How many people in a role some days need: at least ``minimum``, wished ``target``, at most ``maximum``.

    ``shift`` is a shift's code, or a window such as "07:00-15:00", which every shift fills that lasts through it.
    ``working`` tells how the need was computed; a need without one was given by somebody.
    """

    when: When
    shift: str
    role: str
    minimum: int
    target: int
    maximum: int | None = None
    working: Working | None = None

    @property
    def computed(self) -> bool:
        """Tell whether this was computed from the patients, not given by somebody."""
        return self.working is not None

    @property
    def thing(self) -> tuple[str, str]:
        """Return what is needed: two needs for the same do not add up."""
        return self.shift, self.role

    @property
    def standing(self) -> tuple[bool, int]:
        """Return how much this counts beside others for the same: a given need more than any computed one."""
        return not self.computed, self.when.rank


@dataclass(frozen=True, slots=True)
class SkillNeed:
    """How many of the people on a shift (or through a window) must hold a credential on some days.

    ``target`` are as many as wished, ``maximum`` as many as are any use; None where nothing is said.
    """

    when: When
    shift: str
    credential: str
    at_least: int = 1
    target: int | None = None
    maximum: int | None = None

    @property
    def thing(self) -> tuple[str, str]:
        """Return what is needed: two needs for the same do not add up."""
        return self.shift, self.credential

    @property
    def standing(self) -> tuple[bool, int]:
        """Return how much this counts beside others for the same."""
        return True, self.when.rank


class OnSomeDays(Protocol):
    """What holds on some days, and gives way there to what is more particular about the same thing."""

    @property
    def when(self) -> When:
        """Return its days."""

    @property
    def thing(self) -> tuple[str, str]:
        """Return what it is about."""

    @property
    def standing(self) -> tuple[bool, int]:
        """Return how much it counts beside others about the same thing."""


N = TypeVar("N", bound=OnSomeDays)


class Demand(NamedTuple):
    """A need on one day."""

    day: date
    need: Need


class Slot(NamedTuple):
    """A need on one day with the duties that fill it; ``past`` when all of them began before the plan does."""

    demand: Demand
    duties: tuple[Duty, ...]
    past: bool


def most_particular(day: date, needs: Iterable[N], calendar: Calendar) -> list[N]:
    """Return the needs that hold on a day: of those for the same thing the most particular, the last of equals.

    A given need is more particular than any computed one.
    """
    chosen: dict[tuple[str, str], N] = {}
    for need in needs:
        if need.when.includes(day, calendar) and (
            need.thing not in chosen or chosen[need.thing].standing <= need.standing
        ):
            chosen[need.thing] = need
    return list(chosen.values())
