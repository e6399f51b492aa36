"""What every rule of a unit shares."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from optimizer.planning.measure import HOURS, Measure
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.scope import Scope, sides
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, everyone, kinds


class Idle(NamedTuple):
    """A setting with which a rule has nothing to count: its field, and why."""

    setting: str
    why: str


@dataclass(frozen=True)
class UnitRule(Rule[Unit]):
    """A rule over a unit, for everyone or for those whom ``to`` means; a subclass adds what else it can be set to."""

    opening = "{everyone} has "

    to: Scope = ()

    def check(self, unit: Unit) -> None:
        """Raise ValueError when a setting makes no sense in this unit."""
        del unit

    def words(self) -> Mapping[str, str]:
        """Return the words for its limit, and for whom it stands."""
        return {**super().words(), "everyone": everyone(self.to)}

    def idle(self, unit: Unit) -> Iterator[Idle]:
        """Yield the settings with which this rule has nobody, or nothing, to count in this unit."""
        if self.to and not any(True for _ in self.concerned(unit)):
            yield Idle("to", f"'{', '.join(self.to)}' leaves nobody for whom '{self.key}' stands")

    def concerned(self, unit: Unit) -> Iterator[Staff]:
        """Yield the staff for whom this rule stands."""
        return (staff for staff in unit.staff if staff.matches(self.to))

    def humans(self, unit: Unit) -> Iterator[Human]:
        """Yield the human beings for whom this rule stands, each with all contracts: what wears people out adds up."""
        return (human for human in unit.humans if human.matches(self.to))


@dataclass(frozen=True)
class TimeRule(UnitRule):
    """A rule whose breach is counted in minutes and priced by the hour; each minute costs its part of the price."""

    per: ClassVar[int] = 60

    @property
    def in_parts(self) -> bool:
        """Tell that a part of an hour costs its part of the price."""
        return True


@dataclass(frozen=True)
class HoursRule(TimeRule):
    """A rule with a limit in hours, kept in minutes as its breach is."""

    measure: ClassVar[Measure | None] = HOURS


@dataclass(frozen=True)
class ShiftsRule(UnitRule):
    """A rule that counts duties in some shifts: those that ``shifts`` mean, or all at work.

    On call and leave count where the shifts name them. A word for shifts that the unit has none of, such as night, is
    none of them.
    """

    shifts: Scope = ()

    def counts(self, shift: Shift) -> bool:
        """Tell whether this rule counts duties in a shift that ``shifts`` mean."""
        del shift
        return True

    def of_shifts(self, thing: str) -> str:
        """Return a word for what it counts with its shifts: "night duties"."""
        return kinds(self.shifts, thing)

    def idle(self, unit: Unit) -> Iterator[Idle]:
        """Yield also the words of its shifts with which it has nothing to count."""
        yield from super().idle(unit)
        yield from (Idle("shifts", f"'{self.key}' counts nothing of '{words}'") for words in self._uncounted(unit))

    def _uncounted(self, unit: Unit) -> Iterator[str]:
        """Yield the words of its shifts of which it counts no duty; those that exclude, when they leave none."""
        wanted, _ = sides(self.shifts)
        for word in sorted(wanted) if wanted else ["work"] if self.shifts else []:
            named = [shift for shift in unit.shifts if (word in shift.names if wanted else shift.works)]
            if named and not any(shift.meant_by(self.shifts) and self.counts(shift) for shift in named):
                yield word if wanted else ", ".join(self.shifts)


@dataclass(frozen=True)
class DutiesRule(ShiftsRule):
    """A rule with a limit on how many duties in some shifts."""

    def words(self) -> Mapping[str, str]:
        """Return the words for its limit, with its shifts: "4 night duties"."""
        return {**super().words(), "limit": self.duties(self.limit or 0)}

    def duties(self, number: int) -> str:
        """Return a number of the duties that it counts: "1 night duty"."""
        return count(number, self.of_shifts("duty"), self.of_shifts("duties"))
