"""Whether a breach costs the more, the larger it is, or one price."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from optimizer.staffing.facts.human import Worker
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.rule import UnitRule

EACH, ONCE = WAYS = ("each", "once")


@dataclass(frozen=True)
class ChargedRule(UnitRule):
    """A rule that is ``charged`` for each unit of a breach, or once, however large it is.

    What is charged once is read from a human being's days, of all their contracts together.
    """

    charged: str = EACH

    @property
    def once(self) -> bool:
        """Tell whether a breach costs one price, however large it is."""
        return self.charged == ONCE

    def counted(self, unit: Unit) -> Iterable[Worker]:
        """Return whose duties are counted: every contract's for itself, unless a breach is charged once."""
        return self.humans(unit) if self.once else self.concerned(unit)

    def check(self, unit: Unit) -> None:
        """Refuse another way to charge."""
        super().check(unit)
        if self.charged not in WAYS:
            raise ValueError(f"'{self.charged}' is no way to charge a breach; write {' or '.join(WAYS)}")

    def details(self) -> Iterator[str]:
        """Yield that a breach is charged once."""
        yield from super().details()
        if self.once:
            yield "a breach is charged once, however large"
