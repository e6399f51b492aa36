"""Weekends: how many, not too many in a row, and whole ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import SAT_SUN, weekend_named
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import WeekendDay, walk, weekend_days
from optimizer.staffing.rules.rule import UnitRule

FREE, PAST, PLANNED = range(3)
"""How a weekend is worked: not at all, only before the plan began, in the plan."""


@dataclass(frozen=True)
class CountMachine:
    """Counts weekends worked, up to the most allowed, and keeps how the present one is worked.

    A weekend that only history worked counts, but is not charged: the plan can no longer change it. One whose beginning
    is unknown counts only ``if_cut``.
    """

    most: int
    in_a_row: bool
    if_cut: bool = True

    @property
    def start(self) -> tuple[int, int]:
        """Return the state of someone who worked none."""
        return 0, FREE

    def step(self, state: State, letter: Letter) -> tuple[tuple[int, int], int]:
        """Read which days of a weekend are worked; when it is over, charge it if it is one too many."""
        weekends, worked = cast(tuple[int, int], state)
        day = cast(WeekendDay, letter)
        if day.worked and (self.if_cut or not day.cut):
            worked = max(worked, PLANNED if day.planned else PAST)
        if not (day.closes or day.last):
            return (weekends, worked), 0
        if worked == FREE:
            return (0 if self.in_a_row else weekends, FREE), 0
        return (min(self.most, weekends + 1), FREE), int(weekends == self.most and worked == PLANNED)


@dataclass(frozen=True)
class CompleteMachine:
    """Keeps which days of the present weekend are worked, the first day as bit 0."""

    @property
    def start(self) -> int:
        """Return the state of someone who works none."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read which days are worked; when the weekend is over, charge for every stretch of them the days it lacks."""
        day, worked = cast(WeekendDay, letter), cast(int, state)
        for place, _ in day.worked:
            worked |= 1 << place
        if not (day.closes or day.last):
            return worked, 0
        return 0, 0 if day.cut or day.days < 2 else _lacking(worked, day.days)


def _lacking(worked: int, days: int) -> int:
    """Return how many days the stretches of a weekend lack: 1 for a half weekend, 4 for "D . D" of three days."""
    pattern = "".join("D" if worked >> place & 1 else "." for place in range(days))
    return sum(days - len(stretch) for stretch in pattern.split(".") if stretch)


@dataclass(frozen=True)
class WeekendRule(UnitRule):
    """A rule about weekends; ``weekend`` has the first and last weekday of one, such as Fri-Sun."""

    weekend: str = SAT_SUN

    def check(self, unit: Unit) -> None:
        """Refuse weekdays that nobody knows."""
        super().check(unit)
        weekend_named(self.weekend)

    def details(self) -> Iterator[str]:
        """Yield which days a weekend has where they are not Saturday and Sunday."""
        yield from super().details()
        if self.weekend != SAT_SUN:
            yield f"a weekend is {self.weekend}"


@dataclass(frozen=True)
class MostWeekends(WeekendRule):
    """Gives nobody more than so many weekends in the planning period; one day of it makes a weekend."""

    key, title, unit = "most-weekends", "Most weekends worked", "weekend too many"
    sentence = "at most {limit} at work in the planning period; one day of it makes a weekend"
    measure = number_of("weekend", "weekends")

    limit: int = 2

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person, over the planning period alone."""
        machine, read = CountMachine(self.limit, in_a_row=False), weekend_days(unit, weekend_named(self.weekend))
        return (Walk(staff.id, machine, read, (), unit.days) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend is one too many."""
        who, day = finding.place.who, finding.day
        weekends = count(self.limit, "weekend")
        return f"With the weekend of {on(day)} {unit.name_of(who)} works more than {weekends} in the period."


@dataclass(frozen=True)
class MostWeekendsInARow(BorderRule, WeekendRule):
    """Gives nobody more than so many weekends in a row."""

    key, title, unit = "weekends-in-a-row", "Most weekends in a row", "weekend too many"
    sentence = "at most {limit} at work in a row; one day of it makes a weekend"
    measure = number_of("weekend", "weekends")
    when_closed = "a weekend that begins before the first day known does not count"

    limit: int = 1

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine = CountMachine(self.limit, in_a_row=True, if_cut=not self.closed)
        read = weekend_days(unit, weekend_named(self.weekend))
        return (walk(unit, staff.id, machine, read) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run of weekends is too long."""
        who, day = finding.place.who, finding.day
        weekends = count(self.limit, "weekend")
        return f"With the weekend of {on(day)} {unit.name_of(who)} works more than {weekends} in a row."


@dataclass(frozen=True)
class CompleteWeekends(WeekendRule):
    """Has a weekend worked whole or not at all: every stretch of duties in it is charged the days that it lacks.

    A weekend cut by the first day known is not judged, one cut by the plan's end by its days within, if it has two.
    """

    key, title, unit = "complete-weekends", "Complete weekends", "half weekend"
    sentence = "every weekend wholly at work or wholly free; a part of one is charged the days that it lacks"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = CompleteMachine(), weekend_days(unit, weekend_named(self.weekend))
        return (walk(unit, staff.id, machine, read) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend is split."""
        who, day = finding.place.who, finding.day
        part = "half" if weekend_named(self.weekend).length == 2 else "part"
        return f"{unit.name_of(who)} works only {part} of the weekend that ends on {on(day)}."
