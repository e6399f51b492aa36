"""What changes on the day, as new facts of the unit: somebody is away, more or fewer patients come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.unit import Unit

SICK = ("sick", "call in", "called in", "ill")
"""The words in the name of a shift that say that somebody is away without having planned it."""


def sick_codes(unit: Unit) -> tuple[str, ...]:
    """Return the codes that stand for being ill, in the order of the unit's shifts."""
    return tuple(shift.code for shift in unit.shifts if shift.away and _is_sick(shift.name.casefold()))


def _is_sick(name: str) -> bool:
    return any(word in name.split() or word == name for word in SICK)


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is not there from a day until another: sick, on leave approved late, or floated to another unit."""

    who: str
    first: date
    last: date

    def includes(self, pair: Pair) -> bool:
        """Tell whether a duty is one of the days missed."""
        return pair.who == self.who and self.first <= pair.what.day <= self.last


@dataclass(frozen=True, slots=True)
class NeedChange:
    """So many people in a role are needed on one day, as when the census goes up or down."""

    day: date
    shift: str
    role: str
    number: int

    def need(self, unit: Unit) -> Need:
        """Return the need of that day: a minimum that stood falls with it, but never rises by itself."""
        stood = [demand.need for demand in unit.demand if demand.day == self.day]
        before = next((need for need in stood if need.thing == (self.shift, self.role)), None)
        least = min(self.number, before.minimum) if before else 0
        most = before.maximum if before else None
        wished = None if most is None else max(most, self.number)
        return Need(When(day=self.day), self.shift, self.role, least, self.number, wished)


@dataclass(frozen=True)
class DayChange:
    """Everything that is otherwise than when the schedule was published."""

    absences: tuple[Absence, ...] = ()
    needs: tuple[NeedChange, ...] = ()

    @property
    def first(self) -> date:
        """Return the first day that is otherwise."""
        return min([each.first for each in self.absences] + [each.day for each in self.needs])

    def leave(self, unit: Unit) -> tuple[Request, ...]:
        """Return the days missed as approved leave, of all contracts of a human being."""
        return tuple(
            Request(row, Wish.OFF, each.first, each.last, approved=True)
            for each in self.absences for row in unit.human_of[each.who].ids
        )  # fmt: skip

    def missed(self, unit: Unit, plan: Iterable[Pair]) -> Plan:
        """Return the duties that are missed; a leave code that stands already stays."""
        away = [Absence(each.who, each.first, each.last) for each in self.leave(unit)]
        missed = (pair for pair in plan if any(each.includes(pair) for each in away))
        return frozenset(pair for pair in missed if not unit.shift_of(pair.what).away)

    def apply(self, unit: Unit, plan: Plan) -> tuple[Unit, Plan]:
        """Return the unit as it is now, and what is left in it of the published plan."""
        needs = tuple(each.need(unit) for each in self.needs)
        left = plan - self.missed(unit, plan)
        changed = replace(
            unit, requests=(*unit.requests, *self.leave(unit)), needs=(*unit.needs, *needs), given=left,
            locked=unit.locked - self.missed(unit, unit.locked),
        )  # fmt: skip
        return changed, left
