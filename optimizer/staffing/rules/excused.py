"""Whether approved leave is as good as a day off to a rule, or is excused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Reader
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.reading import Duties, on_duty
from optimizer.staffing.rules.rule import UnitRule

OFF, EXCUSED = WAYS = ("off", "excused")


@dataclass(frozen=True)
class LeaveRule(UnitRule):
    """A rule to which approved leave ``leave_is`` as other days off are, or excused; not to speak of days worked."""

    when_excused = ""
    """What is excused, for people."""

    leave_is: str = OFF

    @property
    def excused(self) -> bool:
        """Tell whether leave is excused."""
        return self.leave_is == EXCUSED

    def check(self, unit: Unit) -> None:
        """Refuse another way to see leave."""
        super().check(unit)
        if self.leave_is not in WAYS:
            raise ValueError(f"'{self.leave_is}' is nothing that leave is; write {' or '.join(WAYS)}")

    def details(self) -> Iterator[str]:
        """Yield what is excused."""
        yield from super().details()
        if self.excused:
            yield f"approved leave is excused: {self.when_excused}"

    def away(self, unit: Unit, who: str) -> Reader:
        """Read whether somebody is on approved leave, and not at work all the same, where leave is excused."""
        leave = unit.leave[who] if self.excused else frozenset[date]()
        works = on_duty(unit)

        def read(day: date, duties: Duties) -> bool:
            return day in leave and not works(day, duties)

        return read
