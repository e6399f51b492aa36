"""How many days may go by without a duty in some shifts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.planning.law import Reader, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.reading import on_duty, walk
from optimizer.staffing.rules.rule import ShiftsRule
from optimizer.staffing.rules.sequence.in_a_row import MostMachine


@dataclass(frozen=True)
class MostDaysWithout(ShiftsRule):
    """Lets nobody go for more than so many days in a row without a duty of the shifts meant."""

    key, title, unit = "most-days-without", "Most days without a duty", "day too many"
    sentence = "at most {limit} in a row without a {duty}"
    measure = number_of("day", "days")

    limit: int = 14

    def words(self) -> Mapping[str, str]:
        """Return also the word for the duties meant."""
        return {**super().words(), "duty": self.of_shifts("duty")}

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person; none in a unit without such a shift."""
        machine, read = MostMachine(self.limit), _without(on_duty(unit, self.shifts))
        people = self.humans(unit) if unit.meant(self.shifts) else ()
        return (walk(unit, human.id, machine, read) for human in people)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who has been too long without, and on which day it becomes so."""
        who, days = unit.name_of(finding.place.who), count(self.limit, "day")
        return f"With {on(finding.day)} {who} has been more than {days} without a {self.of_shifts('duty')}."


def _without(read: Reader) -> Reader:
    return lambda day, duties: not read(day, duties)
