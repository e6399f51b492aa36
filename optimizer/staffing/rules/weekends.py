"""Weekends: how many, not too many in a row, and whole ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.calendar import SATURDAY
from optimizer.staffing.reading import WeekendDay, walk, weekend_halves
from optimizer.staffing.rule import UnitRule
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, on

FREE, PAST, PLANNED = range(3)
"""How a weekend is worked: not at all, only before the plan began, in the plan."""


@dataclass(frozen=True)
class CountMachine:
    """Counts weekends worked, up to the most allowed, and keeps how the present one is worked.

    A weekend that only history worked counts, but is not charged: the plan can no longer change it.
    """

    most: int
    in_a_row: bool

    @property
    def start(self) -> tuple[int, int]:
        """Return the state of someone who worked none."""
        return 0, FREE

    def step(self, state: State, letter: Letter) -> tuple[tuple[int, int], int]:
        """Read which halves of a weekend are worked; when it is over, charge it if it is one too many."""
        weekends, worked = cast(tuple[int, int], state)
        day = cast(WeekendDay, letter)
        if day.halves:
            worked = max(worked, PLANNED if day.planned else PAST)
        if not day.closes:
            return (weekends, worked), 0
        if worked == FREE:
            return (0 if self.in_a_row else weekends, FREE), 0
        return (min(self.most, weekends + 1), FREE), int(weekends == self.most and worked == PLANNED)


@dataclass(frozen=True)
class CompleteMachine:
    """Keeps which halves of the present weekend are worked; None in a weekend whose beginning nobody knows."""

    whole: bool

    @property
    def start(self) -> frozenset[int] | None:
        """Return the state before the first day known."""
        return frozenset() if self.whole else None

    def step(self, state: State, letter: Letter) -> tuple[frozenset[int] | None, int]:
        """Read which halves are worked; when the weekend is over, charge it if only one is."""
        day = cast(WeekendDay, letter)
        halves = cast(frozenset[int] | None, state)
        if halves is None:
            return (frozenset() if day.closes else None), 0
        halves |= frozenset(day.halves)
        return (frozenset(), int(len(halves) == 1)) if day.closes else (halves, 0)


@dataclass(frozen=True)
class MostWeekends(UnitRule):
    """Gives nobody more than so many weekends in the planning period; one day of it makes a weekend."""

    key, title, unit = "most-weekends", "Most weekends worked", "weekend too many"
    limit_unit = "weekends"

    limit: int = 2

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person, over the planning period alone."""
        machine, read = CountMachine(self.limit, in_a_row=False), weekend_halves(unit, close_at_end=True)
        return (Walk(staff.id, machine, read, (), unit.days) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend is one too many."""
        who, day = finding.place.who, finding.day
        weekends = count(self.limit, "weekend")
        return f"With the weekend of {on(day)} {unit.name_of(who)} works more than {weekends} in the period."


@dataclass(frozen=True)
class MostWeekendsInARow(UnitRule):
    """Gives nobody more than so many weekends in a row; 1 means every other weekend off."""

    key, title, unit = "weekends-in-a-row", "Most weekends in a row", "weekend too many"
    limit_unit = "weekends"

    limit: int = 1

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = CountMachine(self.limit, in_a_row=True), weekend_halves(unit, close_at_end=True)
        return (walk(unit, staff.id, machine, read) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run of weekends is too long."""
        who, day = finding.place.who, finding.day
        weekends = count(self.limit, "weekend")
        return f"With the weekend of {on(day)} {unit.name_of(who)} works more than {weekends} in a row."


@dataclass(frozen=True)
class CompleteWeekends(UnitRule):
    """Has a weekend worked whole or not at all."""

    key, title, unit = "complete-weekends", "Complete weekends", "half weekend"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        known = (*unit.history_days, *unit.days)[0]
        whole = known.weekday() < SATURDAY or (known.weekday() == SATURDAY and not unit.calendar.night_weekend_shift)
        machine, read = CompleteMachine(whole), weekend_halves(unit, close_at_end=False)
        return (walk(unit, staff.id, machine, read) for staff in self.concerned(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend is split."""
        who, day = finding.place.who, finding.day
        return f"{unit.name_of(who)} works only half of the weekend that ends on {on(day)}."
