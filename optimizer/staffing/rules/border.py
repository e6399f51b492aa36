"""What a rule makes of the first and the last of the days it knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from optimizer.planning.law import Machine, Reader, Walk
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either
from optimizer.staffing.rules.rule import UnitRule

OPEN, CLOSED, CLOSED_BEFORE, PLANNED = BORDERS = ("open", "closed", "closed before", "planned")
"""Beyond the days known runs may go on; or nothing does, and a run has its days within alone; or only after them.

With the last a run goes on after the days planned, and what was before them does not count.
"""


@dataclass(frozen=True)
class BorderRule(UnitRule):
    """A rule about runs: with an open ``border``, one that touches the first or last day known may go on beyond it."""

    when_closed: ClassVar[str] = "no run goes on before the first day known or after the last"
    """What a closed border means, for people."""

    border: str = OPEN

    @property
    def closed(self) -> bool:
        """Tell whether nothing goes on beyond the days known."""
        return self.border == CLOSED

    @property
    def begins(self) -> bool:
        """Tell whether nothing began before the first day known."""
        return self.border != OPEN

    def check(self, unit: Unit) -> None:
        """Refuse a border that is neither open nor closed."""
        super().check(unit)
        if self.border not in BORDERS:
            raise ValueError(f"'{self.border}' is no border; it is {either(BORDERS)}")

    def details(self) -> Iterator[str]:
        """Yield what a closed border means."""
        yield from super().details()
        if self.border == PLANNED:
            yield "what was before the planning period does not count"
        elif self.begins:
            yield self.when_closed if self.closed else "no run goes on before the first day known"

    def known(self, unit: Unit) -> tuple[date, ...]:
        """Return the days before the plan that count."""
        return () if self.border == PLANNED else unit.history_days

    def walk(self, unit: Unit, who: str, machine: Machine, read: Reader) -> Walk:
        """Return a walk over the plan's days, with the days before them that count walked first."""
        return Walk(who, machine, read, self.known(unit), unit.days)
