"""What every rule of a unit shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from optimizer.planning.rule import Rule
from optimizer.staffing.scope import Scope
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Unit


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

    def concerned(self, unit: Unit) -> Iterator[Staff]:
        """Yield the staff for whom this rule stands."""
        return (staff for staff in unit.staff if staff.matches(self.to))


@dataclass(frozen=True)
class TimeRule(UnitRule):
    """A rule whose breach is counted in minutes and priced by the hour; each minute costs its part of the price."""

    per: ClassVar[int] = 60
    in_parts: ClassVar[bool] = True
