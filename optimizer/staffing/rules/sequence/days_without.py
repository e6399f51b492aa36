"""How many days may, or must, go by without a duty in some shifts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.planning.law import Reader, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.border import BorderRule
from optimizer.staffing.rules.reading import on_duty
from optimizer.staffing.rules.rule import ShiftsRule
from optimizer.staffing.rules.sequence.in_a_row import MostMachine, fewest_walk


@dataclass(frozen=True)
class DaysWithoutRule(ShiftsRule, BorderRule):
    """A rule about days in a row without a duty of the shifts meant; none in a unit without such a shift."""

    def words(self) -> Mapping[str, str]:
        """Return also the words for the duties meant."""
        return {**super().words(), "duty": self.of_shifts("duty"), "duties": self.of_shifts("duties")}

    def without(self, unit: Unit) -> Reader:
        """Read whether a day goes by without such a duty."""
        has = on_duty(unit, self.shifts)
        return lambda day, duties: not has(day, duties)


@dataclass(frozen=True)
class MostDaysWithout(DaysWithoutRule):
    """Lets nobody go for more than so many days in a row without a duty of the shifts meant."""

    key, title, unit = "most-days-without", "Most days without a duty", "day too many"
    sentence = "at most {limit} in a row without a {duty}"
    measure = number_of("day", "days")

    limit: int = 14

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person; none in a unit without such a shift."""
        machine, read = MostMachine(self.limit), self.without(unit)
        people = self.humans(unit) if unit.meant(self.shifts) else ()
        return (self.walk(unit, human.id, machine, read) for human in people)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who has been too long without, and on which day it becomes so."""
        who, days = unit.name_of(finding.place.who), count(self.limit, "day")
        return f"With {on(finding.day)} {who} has been more than {days} without a {self.of_shifts('duty')}."


@dataclass(frozen=True)
class FewestDaysBetween(DaysWithoutRule):
    """Lets nobody have two duties of the shifts meant with fewer than so many days between, unless in one run.

    Days before the first such duty, and after the last, are enough beyond an open border.
    """

    key, title, unit = "fewest-days-between", "Fewest days between duties", "day missing"
    sentence = "at least {limit} between {duties} that do not follow each other day by day"
    measure = number_of("day", "days")

    limit: int = 5

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person; none in a unit without such a shift."""
        return fewest_walk(self, self.limit, unit, self.without(unit)) if unit.meant(self.shifts) else iter(())

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who has how few days between two duties."""
        days, between = count(self.limit - finding.amount, "day"), self.of_shifts("duties")
        who = unit.name_of(finding.place.who)
        return f"{who} has only {days} between {between} by {on(finding.day)}; it should be {self.limit} or more."
