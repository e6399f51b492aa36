"""What is decided in a cell is given up, or stands on another day."""

from dataclasses import dataclass, replace
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.freedom import cell_of


@dataclass(frozen=True)
class Release(Remedy):
    """A cell that is locked, entered or closed is left to the solver."""

    who: str
    day: date

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Take what is decided out of the cell."""
        unit, cell = asked.unit, (self.who, self.day)

        def left(pairs: Plan) -> Plan:
            return frozenset(pair for pair in pairs if cell_of(pair) != cell)

        free = replace(unit, locked=left(unit.locked), given=left(unit.given), closed=unit.closed - {cell})
        return replace(asked, unit=free, standing=left(asked.standing), kept=asked.kept - {cell})

    def say(self, unit: Unit) -> str:
        """Say whose day it is."""
        return f"Leave {unit.name_of(self.who)}'s {on(self.day)} to the schedule, which is decided now."

    @property
    def people(self) -> frozenset[str]:
        """Return whose cell it is."""
        return frozenset({self.who})


@dataclass(frozen=True)
class MoveClass(Remedy):
    """A class, or another duty entered by hand, is on another day."""

    pair: Pair
    day: date

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Put it on the other day, locked there if it was."""
        unit, moved = asked.unit, Pair(self.pair.who, self.pair.what._replace(day=self.day))

        def there(pairs: Plan) -> Plan:
            return (pairs - {self.pair}) | {moved} if self.pair in pairs else pairs

        after = replace(unit, locked=there(unit.locked), given=there(unit.given))
        return replace(asked, unit=after, standing=there(asked.standing))

    def say(self, unit: Unit) -> str:
        """Say which, whose and when."""
        duty = self.pair.what
        return f"Move {unit.name_of(self.pair.who)}'s {duty.shift} from {on(duty.day)} to {on(self.day)}."

    @property
    def people(self) -> frozenset[str]:
        """Return whose it is."""
        return frozenset({self.pair.who})
