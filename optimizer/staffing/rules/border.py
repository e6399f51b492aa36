"""What a rule makes of the first and the last of the days it knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.rule import UnitRule

OPEN, CLOSED = BORDERS = ("open", "closed")
"""Beyond the days known a run may go on; or nothing does, and a run has only its days within."""


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

    def check(self, unit: Unit) -> None:
        """Refuse a border that is neither open nor closed."""
        super().check(unit)
        if self.border not in BORDERS:
            raise ValueError(f"'{self.border}' is no border; it is {' or '.join(BORDERS)}")

    def details(self) -> Iterator[str]:
        """Yield what a closed border means."""
        yield from super().details()
        if self.closed:
            yield self.when_closed
