"""What people worked, as rosters say it: days and codes, and whatever else is known beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Kind, Window


class Worked(NamedTuple):
    """One code in a roster: whose day it is and what is written there; the role only where the roster says it."""

    who: str
    day: date
    code: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Rostered:
    """Somebody in a roster, and what it or a staff list says of them; None or nothing where they say nothing.

    ``job`` is also the main role, ``roles`` are the others.
    """

    id: str
    name: str
    job: str = ""
    roles: tuple[str, ...] = ()
    fte: float | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Legend:
    """What a roster itself says of a code: a name, from when to when, what it is for, or that it means a day off."""

    name: str = ""
    window: Window | None = None
    kind: Kind | None = None
    off: bool = False


@dataclass(frozen=True)
class WorkedDays:
    """Everything that rosters say of one unit.

    ``days`` are those that the rosters cover, not always in a row: somebody without a code on one of them was off.
    ``worked`` has nobody and no day beside these; two codes of one person on a day are two duties.
    """

    name: str
    people: tuple[Rostered, ...]
    days: tuple[date, ...]
    worked: tuple[Worked, ...]
    legend: Mapping[str, Legend] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse codes of strangers, or on days that are not covered, all at once."""
        known, covered = {person.id for person in self.people}, {*self.days}
        if not self.days:
            raise ValueError(f"The roster of {self.name or 'the unit'} covers no day: nothing can be learned from it.")
        faults = [
            f"{who} has {code} on {day}, but {'is not among the people' if who not in known else 'no roster covers it'}"
            for who, day, code, _ in self.worked
            if who not in known or day not in covered
        ]
        if faults:
            raise ValueError("; ".join(faults))

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """Return the covered days as spans without a gap, in order."""
        days = sorted({*self.days})
        starts = [day for day in days if day - timedelta(days=1) not in {*days}]
        ends = [day for day in days if day + timedelta(days=1) not in {*days}]
        return tuple(map(Span, starts, ends))

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return the codes written, the most frequent first."""
        times: dict[str, int] = {}
        for cell in self.worked:
            times[cell.code] = times.get(cell.code, 0) + 1
        return tuple(sorted(times, key=lambda code: (-times[code], code)))

    def until(self, last: date) -> "WorkedDays":
        """Return the same rosters as if nothing after a day were known."""
        return self._of(day for day in self.days if day <= last)

    def since(self, first: date) -> "WorkedDays":
        """Return the same rosters as if nothing before a day were known."""
        return self._of(day for day in self.days if day >= first)

    def _of(self, days: Iterable[date]) -> "WorkedDays":
        known = tuple(days)
        covered = {*known}
        return replace(self, days=known, worked=tuple(cell for cell in self.worked if cell.day in covered))


def together(rosters: Iterable[WorkedDays]) -> WorkedDays:
    """Return several rosters of one unit as one: of two that cover a day of somebody, the later given holds for it."""
    first, *others = rosters
    whole = first
    for other in others:
        whole = _joined(whole, other)
    return whole


def _joined(one: WorkedDays, other: WorkedDays) -> WorkedDays:
    anew = {(person.id, day) for person in other.people for day in other.days}
    kept = tuple(cell for cell in one.worked if (cell.who, cell.day) not in anew)
    people = {person.id: person for person in one.people} | {person.id: person for person in other.people}
    days = tuple(sorted({*one.days, *other.days}))
    return WorkedDays(
        other.name or one.name, tuple(people.values()), days, kept + other.worked, {**one.legend, **other.legend}
    )
