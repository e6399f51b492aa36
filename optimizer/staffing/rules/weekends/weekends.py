"""Weekends: how many, not too many in a row, and whole ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from optimizer.planning.law import Letter, Reader, State, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import weekend_named
from optimizer.staffing.facts.words import count, kinds, on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.charged import ChargedRule
from optimizer.staffing.rules.reading import Duties, WeekendDay, on_duty, walk
from optimizer.staffing.rules.weekends.counted import FREE, PLANNED, CountedWeekendRule, WeekendCount
from optimizer.staffing.rules.weekends.weekend_rule import AWAY, WholeWeekendRule
from optimizer.staffing.rules.weekends.weekend_window import WindowMachine


@dataclass(frozen=True)
class CountMachine:
    """Counts weekends, up to the most allowed, and keeps how the present one is worked.

    A weekend that counts by history alone is not charged: the plan can no longer change it. With ``once`` only the
    first beyond the most is.
    """

    most: int
    in_a_row: bool
    count: WeekendCount
    once: bool = False

    @property
    def start(self) -> tuple[int, int]:
        """Return the state of someone of whom none counts."""
        return 0, FREE

    def step(self, state: State, letter: Letter) -> tuple[tuple[int, int], int]:
        """Read which days of a weekend are worked; when it is over, charge it if it is one too many."""
        weekends, worked = cast(tuple[int, int], state)
        day = cast(WeekendDay, letter)
        worked = self.count.worked(worked, day)
        if not (day.closes or day.last):
            return (weekends, worked), 0
        counts = self.count.over(worked, day)
        if counts == FREE:
            return (0 if self.in_a_row else weekends, FREE), 0
        return (min(self.most + self.once, weekends + 1), FREE), int(weekends == self.most and counts == PLANNED)


@dataclass(frozen=True)
class CompleteMachine:
    """Keeps which days of the present weekend are worked, the first day as bit 0; 0 less one when it is not judged."""

    @property
    def start(self) -> int:
        """Return the state of someone who works none."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read which days are worked; when the weekend is over, charge for every stretch of them the days it lacks."""
        day, worked = cast(WeekendDay, letter), cast(int, state)
        for place, shift in day.worked:
            worked |= -1 if shift == AWAY else 1 << place
        if not (day.closes or day.last):
            return worked, 0
        return 0, 0 if day.cut or day.days < 2 or worked < 0 else _lacking(worked, day.days)


def _lacking(worked: int, days: int) -> int:
    """Return how many days the stretches of a weekend lack: 1 for a half weekend, 4 for "D . D" of three days."""
    pattern = "".join("D" if worked >> place & 1 else "." for place in range(days))
    return sum(days - len(stretch) for stretch in pattern.split(".") if stretch)


@dataclass(frozen=True)
class MostWeekends(ChargedRule, CountedWeekendRule):
    """Gives nobody more than so many weekends, worked or free, in the period or in any ``weekends`` in a row.

    A duty of the shifts that ``eve`` means, such as night, on a last day right before a weekend begins one more.
    """

    key, title, unit = "most-weekends", "Most weekends", "weekend too many"
    sentence = "at most {limit} {counted} in {weekends}"
    measure = number_of("weekend", "weekends")

    limit: int = 2
    weekends: int = 0
    eve: Scope = ()

    def check(self, unit: Unit) -> None:
        """Refuse to charge a window once: windows overlap."""
        super().check(unit)
        if self.once and self.weekends:
            raise ValueError("weekends in any so many in a row are charged each, not once")

    def details(self) -> Iterator[str]:
        """Yield which duties right before a weekend begin it."""
        yield from super().details()
        if self.eve:
            yield f"{kinds(self.eve, 'duties')} on a last day right before a weekend begin one more"

    def words(self) -> Mapping[str, str]:
        """Return also the words for what they are counted in."""
        rolling = f"any {count(self.weekends, 'weekend')} in a row"
        return {**super().words(), "weekends": rolling if self.weekends else "the planning period"}

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person: over the planning period alone, or over all that is known."""
        readers = self.readers(unit)
        for human in self.humans(unit):
            read = self._with_eve(unit, readers(human.id))
            if self.weekends:
                yield walk(unit, human.id, WindowMachine(self.limit, self.weekends, WeekendCount(self.free)), read)
            else:
                machine = CountMachine(self.limit, in_a_row=False, count=WeekendCount(self.free), once=self.once)
                yield Walk(human.id, machine, read, (), unit.days)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend is one too many."""
        weekends, where = count(self.limit, "weekend"), f"{count(self.weekends, 'weekend')} in a row"
        where = f"some {where}" if self.weekends else "the period"
        has = self.has(unit, finding.place.who)
        return f"With the weekend of {on(finding.day)} {has} more than {weekends} in {where}."

    def _with_eve(self, unit: Unit, read: Reader) -> Reader:
        """Read as another reader does, and on the eve of a weekend after the plan a duty that begins it."""
        last, begins = unit.calendar.last, weekend_named(self.weekend).place(unit.calendar.last + timedelta(days=1))
        if not self.eve or self.free or begins != 0:
            return read
        eves = on_duty(unit, self.eve)

        def read_eve(day: date, duties: Duties) -> Letter:
            found = cast(WeekendDay, read(day, duties))
            return found._replace(worked=((0, ""),)) if day == last and eves(day, duties) else found

        return read_eve


@dataclass(frozen=True)
class MostWeekendsInARow(BorderRule, CountedWeekendRule):
    """Gives nobody more than so many weekends in a row, worked or free."""

    key, title, unit = "weekends-in-a-row", "Most weekends in a row", "weekend too many"
    sentence = "at most {limit} {counted} in a row"
    measure = number_of("weekend", "weekends")
    when_closed = "a weekend that begins before the first day known does not count"

    limit: int = 1

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine = CountMachine(self.limit, in_a_row=True, count=WeekendCount(self.free, if_cut=not self.begins))
        read = self.readers(unit)
        return (self.walk(unit, h.id, machine, read(h.id)) for h in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose run of weekends is too long."""
        has, weekends = self.has(unit, finding.place.who), count(self.limit, "weekend")
        return f"With the weekend of {on(finding.day)} {has} more than {weekends} in a row."


@dataclass(frozen=True)
class CompleteWeekends(WholeWeekendRule):
    """Has a weekend worked whole or not at all: every stretch of duties in it is charged the days that it lacks.

    A weekend cut by the first day known is not judged, one cut by the plan's end by its days within, if it has two.
    """

    key, title, unit = "complete-weekends", "Complete weekends", "half weekend"
    sentence = "every weekend wholly at work or wholly free; a part of one is charged the days that it lacks"

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        machine, read = CompleteMachine(), self.readers(unit)
        return (walk(unit, h.id, machine, read(h.id)) for h in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose weekend is split."""
        who, day = finding.place.who, finding.day
        part = "half" if weekend_named(self.weekend).length == 2 else "part"
        return f"{unit.name_of(who)} works only {part} of the weekend that ends on {on(day)}."
