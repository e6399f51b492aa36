"""What every rule of a unit shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from optimizer.planning.rule import Rule
from optimizer.staffing.facts.scope import Scope, sides
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit


class Idle(NamedTuple):
    """A setting with which a rule has nothing to count: its field, and why."""

    setting: str
    why: str


@dataclass(frozen=True)
class UnitRule(Rule[Unit]):
    """A rule over a unit.

    A subclass adds what it can be set to: ``limit`` (shown in ``limit_unit``, of which one is ``limit_scale``),
    ``shifts`` (the shifts it counts), and details by their own names. ``to`` says for whom the rule stands.
    """

    limit_unit: ClassVar[str] = ""
    limit_scale: ClassVar[int] = 1

    to: Scope = ()

    def check(self, unit: Unit) -> None:
        """Raise ValueError when a setting makes no sense in this unit."""
        del unit

    def counts(self, shift: Shift) -> bool:
        """Tell whether this rule, where it has ``shifts``, counts duties in a shift that they mean."""
        del shift
        return True

    def idle(self, unit: Unit) -> Iterator[Idle]:
        """Yield the settings with which this rule has nothing to count in this unit, or nobody to count it for.

        A word for shifts that this unit has none of, such as night, is none of them.
        """
        if self.to and not any(True for _ in self.concerned(unit)):
            yield Idle("to", f"'{', '.join(self.to)}' leaves nobody for whom '{self.key}' stands")
        yield from (Idle("shifts", why) for why in idle_words(self, unit))

    def concerned(self, unit: Unit) -> Iterator[Staff]:
        """Yield the staff for whom this rule stands."""
        return (staff for staff in unit.staff if staff.matches(self.to))


@dataclass(frozen=True)
class TimeRule(UnitRule):
    """A rule whose breach is counted in minutes and priced by the hour; each minute costs its part of the price."""

    per: ClassVar[int] = 60
    in_parts: ClassVar[bool] = True


def idle_words(rule: UnitRule, unit: Unit) -> Iterator[str]:
    """Yield why a rule can count no duty in what a word of its scope of shifts names, or in all that others leave."""
    scope: Scope = getattr(rule, "shifts", ())
    wanted, _ = sides(scope)
    for word in sorted(wanted) if wanted else ["work"] if scope else []:
        named = [shift for shift in unit.shifts if (word in shift.names if wanted else shift.works)]
        if named and not any(shift.meant_by(scope) and rule.counts(shift) for shift in named):
            yield f"'{rule.key}' counts nothing of '{word if wanted else ', '.join(scope)}'"
